import { createEditor } from 'codeless-push-blocks';
import { createToolbox } from 'codeless-push-blocks/blocks';
import type { Lowering } from 'codeless-push-blocks/generator';

const saveContact: Lowering = (block, b) => {
  b.backendless();
  const source = `/** Saves a contact of this app. */
async function saveContact(name: string, channels: string[]): Promise<void> {
  await Backendless.Data.of("Contact").save({ name, channels });
}`;
  const values = [block.value('NAME', 'string'), block.value('CHANNELS', 'string[]')];
  return b.run(b.awaited(b.call(b.helper('saveContact', source), values)));
};

const name = { shadow: { type: 'text', fields: { TEXT: 'Ann' } } };
const channels = { shadow: { type: 'device_channel_list', fields: { NAMES: 'news' } } };
const example = { kind: 'block', type: 'acme_save_contact', inputs: { NAME: name, CHANNELS: channels } };
const category = { kind: 'category', name: '%{BKY_ACME}', categorystyle: 'acme_category', contents: [example] };
const toolbox = createToolbox();

export const editor = createEditor(document.body, {
  blocks: [
    {
      type: 'acme_save_contact',
      message0: '%{BKY_ACME_SAVE_CONTACT}',
      args0: ['NAME', 'CHANNELS'].map((input) => ({ type: 'input_value', name: input })),
      previousStatement: null,
      nextStatement: null,
      style: 'acme_blocks',
    },
  ],
  lowerings: { acme_save_contact: saveContact },
  messages: { ACME: 'Acme', ACME_SAVE_CONTACT: 'save contact %1 with channels %2' },
  toolbox: { ...toolbox, contents: [...toolbox.contents, category] },
  theme: { colours: { acme: '#7a1fa2' } },
  backend: { mode: 'server', url: new URL('./api', location.href) },
  assetsUrl: './push-blocks/media/',
  runner: { url: './push-blocks/runner.html' },
});
