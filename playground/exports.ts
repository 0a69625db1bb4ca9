/** What a program can be taken away as. Loaded when it is first asked for. */
import { strToU8, zipSync } from 'fflate';
import type { Editor } from '../src/editor/index.ts';
import { drawProgram, type Picture } from '../src/editor/picture/index.ts';
import { projectFiles } from '../src/project/index.ts';
import { compileOptions, readExportChoices } from './export-choices.ts';
import { fileName } from './file-names.ts';
import { downloadBlob } from './files.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { ProgramDesk } from './program-desk.ts';
import type { Theme } from './theme.ts';

/** How many pixels of a picture one of the page becomes, and the most that a side may have. */
const sharpness = 2;
const longestSide = 8_192;

/** What exports work with. */
export interface ExportOptions {
  editor: Editor;
  desk: ProgramDesk;
  theme: Theme;
  messages: Messages;
  notices: Notices;
}

/** Downloads the program as a project of its own. One with errors is refused: its code would not check. */
export function exportProject({ editor, desk, messages, notices }: ExportOptions): void {
  const choices = readExportChoices();
  const compilation = editor.compile(compileOptions(choices));
  if (compilation.diagnostics.some(({ severity }) => severity === 'error')) {
    notices.show({ kind: 'error', title: messages.sharing.projectErrors });
    return;
  }
  const files = projectFiles(compilation, editor.save(), { name: desk.name });
  const folder = fileName(desk.name, '').slice(0, -1);
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)])),
    { level: 9 },
  );
  const file = fileName(desk.name, 'zip');
  downloadBlob(file, new Blob([new Uint8Array(packed)], { type: 'application/zip' }));
  notices.show({ kind: 'info', title: messages.saved(file) });
}

/** Downloads the blocks as a picture. */
export async function exportPicture(kind: 'svg' | 'png', options: ExportOptions): Promise<void> {
  const { editor, desk, theme, messages, notices } = options;
  try {
    const picture = await drawProgram(editor.save(), {
      theme: readExportChoices().pictures === 'light' ? 'light' : theme.name,
      title: desk.name,
      rtl: editor.workspace.RTL,
    });
    const svg = new Blob([picture.svg], { type: 'image/svg+xml' });
    const file = fileName(desk.name, kind);
    downloadBlob(file, kind === 'svg' ? svg : await toPng(svg, picture));
    notices.show({ kind: 'info', title: messages.saved(file) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    notices.show({ kind: 'error', title: messages.sharing.pictureFailed, detail });
  }
}

async function toPng(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const scale = Math.min(sharpness, longestSide / width, longestSide / height);
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser has no room to draw.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The browser has no room for a picture of this size.'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
