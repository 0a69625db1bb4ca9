import type { Lowering } from '../../../generators/typescript/index.ts';

/** "save contact NAME with channels CHANNELS": a statement, which saves through the platform's own API. */
export const saveContact: Lowering = (block, b) => {
  const name = block.value('NAME', 'string');
  const channels = block.value('CHANNELS', 'string[]');
  b.backendless();
  const save = b.helper('saveContact', saveContactSource);
  return b.run(b.awaited(b.call(save, [name, channels])));
};

const saveContactSource = `/** Saves a contact of this app. */
async function saveContact(name: string, channels: string[]): Promise<void> {
  await Backendless.Data.of("Contact").save({ name, channels });
}`;
