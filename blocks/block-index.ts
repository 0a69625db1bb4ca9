/** Which blocks of a toolbox a few words mean. */
import * as Blockly from 'blockly';

type BlockInfo = Blockly.utils.toolbox.BlockInfo;
type ToolboxInfo = Blockly.utils.toolbox.ToolboxInfo;
type ToolboxItem = Blockly.utils.toolbox.ToolboxItemInfo;

/** Blocks of the categories that Blockly fills itself, as far as they are the same in each program. */
const DYNAMIC_BLOCKS: Record<string, readonly string[]> = {
  VARIABLE: ['variables_get', 'variables_set'],
  PROCEDURE: ['procedures_defnoreturn', 'procedures_defreturn', 'procedures_ifreturn'],
};

interface Entry {
  info: BlockInfo;
  /** What is written on the block. */
  label: string;
  /** The label, the choices of its dropdowns, its tooltip and its type. */
  text: string;
}

/** An index over the blocks of a toolbox; each block is in it once, in whatever categories it is. */
export class BlockIndex {
  private readonly entries: Entry[];

  constructor(toolbox: ToolboxInfo | null) {
    const infos = new Map<string, BlockInfo>();
    collect(toolbox?.contents ?? [], infos);
    const workspace = new Blockly.Workspace();
    Blockly.Events.disable();
    try {
      this.entries = [...infos.values()].map((info) => describe(info, workspace));
    } finally {
      workspace.dispose();
      Blockly.Events.enable();
    }
  }

  /** The blocks whose texts hold every word of the query; those with a word on the block itself come first. */
  find(query: string): BlockInfo[] {
    const words = normalize(query).split(/\s+/).filter(Boolean);
    const found = this.entries.filter(({ text }) => words.every((word) => text.includes(word)));
    const onLabel = found.filter(({ label }) => words.every((word) => label.includes(word)));
    const elsewhere = found.filter((entry) => !onLabel.includes(entry));
    return [...onLabel, ...elsewhere].map(({ info }) => info);
  }
}

function normalize(text: string): string {
  return text.toLocaleLowerCase().normalize('NFKC');
}

function isBlock(item: ToolboxItem): item is BlockInfo & { type: string } {
  return item.kind.toLowerCase() === 'block' && 'type' in item && typeof item.type === 'string';
}

function collect(items: readonly ToolboxItem[], into: Map<string, BlockInfo>): void {
  for (const item of items) {
    if ('custom' in item) {
      for (const type of DYNAMIC_BLOCKS[item.custom] ?? []) into.set(type, { kind: 'block', type });
    } else if ('contents' in item) {
      collect(item.contents, into);
    } else if (isBlock(item)) {
      into.set(JSON.stringify([item.type, item.extraState, item.fields]), item);
    }
  }
}

function describe(info: BlockInfo, workspace: Blockly.Workspace): Entry {
  const block = workspace.newBlock(info.type ?? '');
  const shown: string[] = [];
  const hidden: string[] = [block.type.replaceAll('_', ' '), textOfTooltip(block)];
  for (const field of block.getFields()) {
    shown.push(field.getText());
    // The choices of a variable are the variables of a program, and orders to rename and delete.
    if (field instanceof Blockly.FieldDropdown && !(field instanceof Blockly.FieldVariable)) {
      for (const [option] of field.getOptions(true)) {
        if (typeof option === 'string') hidden.push(option);
        else if (typeof option === 'object' && 'alt' in option) hidden.push(option.alt);
      }
    }
  }
  const label = normalize(shown.join(' '));
  return { info, label, text: `${label} ${normalize(hidden.join(' '))}` };
}

function textOfTooltip(block: Blockly.Block): string {
  try {
    return block.getTooltip();
  } catch {
    // Some tooltips of Blockly's own blocks ask for things that only a block in use has.
    return '';
  }
}
