/** `<codeless-editor>` in the JSX of React. Types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CodelessEditorAttributes, CodelessEditorElement } from '../element/index.ts';

/** What React lets `<codeless-editor>` take. */
export type CodelessEditorJsx = CodelessEditorAttributes &
  DetailedHTMLProps<HTMLAttributes<CodelessEditorElement>, CodelessEditorElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'codeless-editor': CodelessEditorJsx;
    }
  }
}
