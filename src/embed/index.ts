/** An editor in a frame, as the page around it sees it. Comes without Blockly and without the editor. */
export { connectEditor, type ConnectOptions, type FramedEditor, type FramedRun } from './client.ts';
export { ConnectionError } from './errors.ts';
export { PROTOCOL_VERSION, type FrameOptions, type FrameUpdate } from './protocol.ts';
