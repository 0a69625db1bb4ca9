/**
 * A toolbox category that is a search field; its flyout shows the blocks that match.
 *
 * `@blockly/toolbox-search` is made for one editor a page: it claims a global shortcut and a fixed
 * element ID, and its words are English. This one can be there many times, in any language.
 */
import * as Blockly from 'blockly';
import { BlockIndex } from './block-index.ts';
import { message } from './messages.ts';

/** The `kind` of the category in toolbox JSON. */
export const SEARCH_CATEGORY = 'cpb_search';

class SearchCategory extends Blockly.ToolboxCategory {
  // Not a private or initialized class field: the base class builds the DOM before those exist.
  declare protected searchField: HTMLInputElement | undefined;
  declare protected index: BlockIndex | undefined;
  /** Whether the flyout has blocks, and not only a word on why there are none. */
  declare protected hasFound: boolean;

  protected override createDom_(): HTMLDivElement {
    const dom = super.createDom_();
    this.hasFound = false;
    const field = document.createElement('input');
    field.type = 'search';
    field.className = 'cpbToolboxSearch';
    field.placeholder = message('CPB_SEARCH_PLACEHOLDER');
    field.setAttribute('aria-label', message('CPB_SEARCH_PLACEHOLDER'));
    field.autocomplete = 'off';
    field.addEventListener('input', () => this.showMatches());
    field.addEventListener('keydown', (event) => this.onKeyDown(event));
    field.addEventListener('pointerdown', (event) => {
      // A second click in the field moves the caret; the toolbox would close the flyout.
      if (this.parentToolbox_.getSelectedItem() === this) event.stopPropagation();
    });
    this.rowContents_?.replaceChildren(field);
    this.rowDiv_?.classList.add('cpbToolboxSearchRow');
    // The field takes the focus, so the ID by which the toolbox finds its items is the field's.
    dom.removeAttribute('id');
    dom.removeAttribute('aria-labelledby');
    field.id = this.getId();
    this.searchField = field;
    this.flyoutItems_ = [hint(message('CPB_SEARCH_HINT'))];
    return dom;
  }

  override getClickTarget(): Element {
    return this.getFocusableElement();
  }

  override getFocusableElement(): HTMLElement | SVGElement {
    if (this.searchField === undefined) throw new Error('The search field is not there yet.');
    return this.searchField;
  }

  /** The colour strip would only set the field apart from the page. */
  protected override addColourBorder_(): void {}

  override setSelected(isSelected: boolean): void {
    this.htmlDiv_?.setAttribute('aria-selected', String(isSelected));
  }

  private onKeyDown(event: KeyboardEvent): void {
    const navigator = this.parentToolbox_.getNavigator();
    if (event.key === 'Escape' && this.searchField?.value) {
      this.searchField.value = '';
      this.showMatches();
      event.stopPropagation();
      return;
    }
    // What was found is what comes next; as long as nothing is, the categories are.
    const isInto = event.key === 'Enter' || (event.key === 'ArrowDown' && this.hasFound);
    const goTo = isInto
      ? navigator.getInNode()
      : event.key === 'ArrowDown'
        ? navigator.getNextNode()
        : event.key === 'ArrowUp'
          ? navigator.getPreviousNode()
          : null;
    if (goTo !== null) {
      event.preventDefault();
      event.stopPropagation();
      Blockly.getFocusManager().focusNode(goTo);
    } else if (event.key !== 'Tab' && event.key !== 'Escape') {
      // Letters, blanks and caret keys belong to the field, not to the toolbox around it.
      event.stopPropagation();
    }
  }

  private showMatches(): void {
    const query = this.searchField?.value.trim() ?? '';
    this.hasFound = false;
    if (query === '') {
      this.flyoutItems_ = [hint(message('CPB_SEARCH_HINT'))];
    } else {
      this.index ??= new BlockIndex(this.workspace_.options.languageTree);
      const matches = this.index.find(query);
      this.hasFound = matches.length > 0;
      this.flyoutItems_ = matches.length > 0 ? matches : [hint(message('CPB_SEARCH_NOTHING', query))];
      Blockly.utils.aria.announceDynamicAriaState(
        matches.length > 0 ? message('CPB_SEARCH_FOUND', matches.length) : message('CPB_SEARCH_NOTHING', query),
      );
    }
    this.parentToolbox_.refreshSelection();
  }
}

function hint(text: string): Blockly.utils.toolbox.LabelInfo {
  return { kind: 'label', text, id: undefined };
}

/** Makes the category known to Blockly, with its looks. */
export function registerSearchCategory(): void {
  if (Blockly.registry.hasItem(Blockly.registry.Type.TOOLBOX_ITEM, SEARCH_CATEGORY)) return;
  Blockly.registry.register(Blockly.registry.Type.TOOLBOX_ITEM, SEARCH_CATEGORY, SearchCategory);
  Blockly.Css.register(`
.cpbToolboxSearchRow {
  height: auto;
  padding: 4px 8px 6px;
}
.cpbToolboxSearch {
  width: 100%;
  min-width: 0;
  padding: 5px 8px;
  border: 1px solid currentColor;
  border-radius: 6px;
  background: transparent;
  color: inherit;
  font: inherit;
  font-size: 14px;
  text-overflow: ellipsis;
  pointer-events: auto;
}
.cpbToolboxSearch::placeholder {
  color: inherit;
  opacity: .75;
}
`);
}
