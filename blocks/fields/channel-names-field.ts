/** The multiline field of the channel list: one name a line. */
import { FieldMultilineInput, registerFieldMultilineInput } from '@blockly/field-multilineinput';
import type { FieldMultilineInputFromJsonConfig } from '@blockly/field-multilineinput';
import * as Blockly from 'blockly';
import { message } from '../messages.ts';
import { parseChannelNames } from './channel-names.ts';

/** Name of the field in block definitions. */
export const CHANNEL_NAMES_FIELD = 'field_channel_names';

/**
 * A multiline text field for names. Ctrl+Enter, Cmd+Enter and leaving the field commit what was
 * typed, Escape drops it. On commit the blanks around each name and empty lines go away; what a
 * program brings along is left as it is.
 */
export class ChannelNamesField extends FieldMultilineInput {
  override onFinishEditing_(): void {
    // Runs when the editor has closed and before the change is reported, so that the tidy text is
    // what undo, listeners and the program get to see.
    this.setValue(parseChannelNames(this.getValue() ?? '').join('\n'), false);
  }

  override initView(): void {
    super.initView();
    // The field that it is made of leaves that out, and would have neither name nor role.
    this.recomputeAriaContext();
  }

  protected override render_(): void {
    super.render_();
    // Between the lines, for whoever reads them as one text.
    for (const line of this.textGroup?.querySelectorAll('text') ?? []) line.append(' ');
  }

  protected override widgetCreate_(): HTMLTextAreaElement {
    const area = super.widgetCreate_();
    const name = this.getAriaTypeName();
    if (name) area.setAttribute('aria-label', name);
    return area;
  }

  override getAriaValue(): string {
    const names = parseChannelNames(this.getValue() ?? '');
    return names.length > 0 ? names.join(', ') : message('CPB_CHANNEL_LIST_EMPTY');
  }

  protected override onHtmlInputKeyDown_(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // The same key would open the field again.
      event.stopPropagation();
      Blockly.WidgetDiv.hideIfOwner(this);
      return;
    }
    super.onHtmlInputKeyDown_(event);
  }

  static override fromJson(options: FieldMultilineInputFromJsonConfig): ChannelNamesField {
    return new this(Blockly.utils.parsing.replaceMessageReferences(options.text), undefined, options);
  }
}

/** Makes Blockly's multiline field and ours known to Blockly. */
export function registerChannelNamesField(): void {
  if (!Blockly.registry.hasItem(Blockly.registry.Type.FIELD, 'field_multilinetext')) registerFieldMultilineInput();
  if (!Blockly.registry.hasItem(Blockly.registry.Type.FIELD, CHANNEL_NAMES_FIELD)) {
    Blockly.fieldRegistry.register(CHANNEL_NAMES_FIELD, ChannelNamesField);
  }
}
