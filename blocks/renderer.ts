/** How blocks are drawn: Blockly's Thrasos with a little more air, and with fields and signs that stand out. */
import * as Blockly from 'blockly';
import { addRendererStyles, type StyleRoot } from './styles.ts';

/** Name of the renderer in `Blockly.inject`. */
export const RENDERER = 'cpb';

class Constants extends Blockly.blockRendering.ConstantProvider {
  override CORNER_RADIUS = 6;
  override MIN_BLOCK_HEIGHT = 26;
  override FIELD_BORDER_RECT_RADIUS = 5;
  override FIELD_BORDER_RECT_HEIGHT = 18;
  override FIELD_BORDER_RECT_X_PADDING = 6;
  private flyoutText = '#000';
  private focus = '#fc3';

  override setTheme(theme: Blockly.Theme): void {
    super.setTheme(theme);
    this.flyoutText = theme.getComponentStyle('flyoutForegroundColour') ?? this.flyoutText;
    this.focus = theme.getComponentStyle('selectedGlowColour') ?? this.focus;
  }

  protected override injectCSS_(root: StyleRoot, selector: string): void {
    // A host may also use the renderer in a workspace of its own.
    const added = addRendererStyles(root, selector, () => this.getCSS_(selector).join('\n'));
    if (!added) super.injectCSS_(root, selector);
  }

  protected override getCSS_(selector: string): string[] {
    return [
      ...super.getCSS_(selector),
      `
${selector}.injectionDiv {
  --blockly-active-node-color: ${this.focus};
}
${selector} .blocklyNonEditableField>rect,
${selector} .blocklyEditableField>rect {
  fill-opacity: .9;
}
${selector} .blocklyNonEditableField>text,
${selector} .blocklyEditableField>text {
  fill: #111827;
}
${selector} .blocklyFlyoutLabelText {
  fill: ${this.flyoutText};
}
${selector} .blocklyIconShape {
  fill: #fff;
  stroke: #111827;
}
${selector} .blocklyIconSymbol {
  fill: #111827;
}
${selector} .blocklyWarningIcon>.blocklyIconShape {
  fill: #ffd43b;
}
${selector} .blocklyWarningIcon:not(:hover):not(:focus) {
  opacity: 1;
}
`,
    ];
  }
}

class Renderer extends Blockly.thrasos.Renderer {
  protected override makeConstants_(): Blockly.blockRendering.ConstantProvider {
    return new Constants();
  }
}

/** Makes the renderer known to Blockly. */
export function registerRenderer(): void {
  if (Blockly.registry.hasItem(Blockly.registry.Type.RENDERER, RENDERER)) return;
  Blockly.blockRendering.register(RENDERER, Renderer);
}
