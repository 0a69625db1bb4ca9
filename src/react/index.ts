/** The editor as a React component. Importing this does nothing and needs no page; rendering on a server gives its place. */
export { CodelessEditor, type CodelessEditorProps } from './codeless-editor.ts';
export type { CodelessEditorJsx } from './jsx.ts';
