/** How code looks: the colours of the page, so that one theme serves both. */
import { HighlightStyle } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { isDark, type ThemeName } from './theme.ts';

/** Colours by what a word is. */
export const codeColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.variableName, tags.propertyName], color: 'var(--code-name)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-function)' },
  { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--code-type)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.operator, tags.bracket], color: 'var(--code-punctuation)' },
]);

/** The frame around the text. */
export function codeLook(theme: ThemeName): Extension {
  return EditorView.theme(
    {
      '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: 'var(--text-code)' },
      '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
      '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
      '.cm-content': { padding: 'var(--space-2) 0' },
      '.cm-line': { padding: '0 var(--space-4) 0 var(--space-2)' },
      '.cm-gutters': { backgroundColor: 'var(--surface)', border: '0', color: 'var(--ink-faint)' },
      '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px', padding: '0 var(--space-2) 0 var(--space-1)' },
      '.cm-cursor': { borderLeft: '2px solid var(--accent)' },
      '.cm-lit': { backgroundColor: 'var(--glow)', borderRadius: '3px' },
      '.cm-lit-line': { boxShadow: 'inset 3px 0 var(--glow-line)' },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
        backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)',
      },
      '.cm-hovered': { backgroundColor: 'var(--accent-wash)', borderRadius: '3px' },
      '.cm-problem': {
        textDecoration: 'underline wavy 1px',
        textUnderlineOffset: '3px',
        textDecorationSkipInk: 'none',
      },
      '.cm-problem-error': { textDecorationColor: 'var(--error)' },
      '.cm-problem-warning': { textDecorationColor: 'var(--warning)' },
      '.cm-problem-info': { textDecoration: 'underline dotted 1px', textDecorationColor: 'var(--ink-faint)' },
      // Beside the number of the line; a triangle or a dot, so that it is not told by its colour alone.
      '.cm-gutterElement.cm-line-error, .cm-gutterElement.cm-line-warning': { position: 'relative' },
      '.cm-gutterElement.cm-line-error::before, .cm-gutterElement.cm-line-warning::before': {
        position: 'absolute',
        left: '4px',
        top: 'calc(50% - 4px)',
        width: '8px',
        height: '8px',
        content: '""',
      },
      '.cm-gutterElement.cm-line-error::before': { backgroundColor: 'var(--error)', borderRadius: '50%' },
      '.cm-gutterElement.cm-line-warning::before': {
        backgroundColor: 'var(--warning)',
        clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
      },
      '.cm-tooltip': { border: '0', background: 'none' },
      '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--accent) 16%, transparent)' },
      '.cm-panels': { backgroundColor: 'var(--surface-head)', color: 'var(--ink)' },
      '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
      '.cm-textfield': { backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)' },
      '.cm-button': {
        backgroundImage: 'none',
        border: '1px solid var(--line-strong)',
        borderRadius: 'var(--radius-s)',
      },
    },
    { dark: isDark(theme) },
  );
}
