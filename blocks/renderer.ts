/**
 * How blocks are drawn: Blockly's Thrasos with a little more air, with all outer corners round, and with fields and
 * signs that stand out.
 */
import * as Blockly from 'blockly';
import { addRendererStyles, type StyleRoot } from './styles.ts';

const { arc, lineOnAxis, moveTo, point } = Blockly.utils.svgPaths;

/** Name of the renderer in `Blockly.inject`. */
export const RENDERER = 'cpb';

class Constants extends Blockly.blockRendering.ConstantProvider {
  override CORNER_RADIUS = 7;
  override MIN_BLOCK_HEIGHT = 26;
  override FIELD_BORDER_RECT_RADIUS = 5;
  override FIELD_BORDER_RECT_HEIGHT = 18;
  override FIELD_BORDER_RECT_X_PADDING = 6;
  private flyout = '#fff';
  private flyoutText = '#000';
  private focus = '#fc3';

  override setTheme(theme: Blockly.Theme): void {
    super.setTheme(theme);
    this.flyout = theme.getComponentStyle('flyoutBackgroundColour') ?? this.flyout;
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
${selector} .blocklyDialog {
  max-width: min(420px, 90vw);
  padding: 20px;
  background: ${this.flyout};
  color: ${this.flyoutText};
  font: 15px/1.4 ${this.FIELD_TEXT_FONTFAMILY};
}
${selector} .blocklyDialogForm {
  row-gap: 14px;
}
${selector} .blocklyDialogPrompt {
  overflow-wrap: anywhere;
}
${selector} .blocklyDialogButtonRow {
  flex-wrap: wrap;
  gap: 8px;
}
${selector} .blocklyDialog :is(input, button) {
  padding: 6px 14px;
  border: 1px solid currentColor;
  border-radius: 6px;
  background: transparent;
  color: inherit;
  font: inherit;
}
${selector} .blocklyDialog :focus-visible {
  outline: 2px solid ${this.focus};
  outline-offset: 1px;
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

class TopRow extends Blockly.blockRendering.TopRow {
  override hasRightSquareCorner(): boolean {
    return false;
  }
}

class BottomRow extends Blockly.blockRendering.BottomRow {
  override hasRightSquareCorner(): boolean {
    return false;
  }
}

class RenderInfo extends Blockly.thrasos.RenderInfo {
  constructor(renderer: Blockly.thrasos.Renderer, block: Blockly.BlockSvg) {
    super(renderer, block);
    this.topRow = new TopRow(this.constants_);
    this.bottomRow = new BottomRow(this.constants_);
  }
}

class Drawer extends Blockly.blockRendering.Drawer {
  protected override drawTop_(): void {
    super.drawTop_();
    // The corner is part of the row's height, which the line down the side counts from the top edge.
    this.outlinePath_ += lineOnAxis('v', -this.constants_.OUTSIDE_CORNERS.rightHeight);
  }

  /** The hole has the corners of the block that fills it, else the workspace would shine through beside them. */
  protected override drawInlineInput_(input: Blockly.blockRendering.InlineInput): void {
    const { width, height, connectionWidth, connectionHeight, connectionOffsetY, shape } = input;
    if (!('pathDown' in shape) || typeof shape.pathDown !== 'string') {
      super.drawInlineInput_(input);
      return;
    }
    const radius = this.constants_.CORNER_RADIUS;
    this.inlinePath_ +=
      moveTo(input.xPos + connectionWidth, input.centerline - height / 2) +
      lineOnAxis('v', connectionOffsetY) +
      shape.pathDown +
      lineOnAxis('v', height - connectionOffsetY - connectionHeight) +
      lineOnAxis('h', width - connectionWidth - radius) +
      arc('a', '0 0,0', radius, point(radius, -radius)) +
      lineOnAxis('v', 2 * radius - height) +
      arc('a', '0 0,0', radius, point(-radius, -radius)) +
      'z';
    this.positionInlineInputConnection_(input);
  }
}

class Renderer extends Blockly.thrasos.Renderer {
  protected override makeConstants_(): Blockly.blockRendering.ConstantProvider {
    return new Constants();
  }

  protected override makeRenderInfo_(block: Blockly.BlockSvg): RenderInfo {
    return new RenderInfo(this, block);
  }

  protected override makeDrawer_(
    block: Blockly.BlockSvg,
    info: Blockly.blockRendering.RenderInfo,
  ): Blockly.blockRendering.Drawer {
    return new Drawer(block, info);
  }
}

/** Makes the renderer known to Blockly. */
export function registerRenderer(): void {
  if (Blockly.registry.hasItem(Blockly.registry.Type.RENDERER, RENDERER)) return;
  Blockly.blockRendering.register(RENDERER, Renderer);
}
