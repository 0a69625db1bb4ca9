/** What the page says of links and exports. */

import { speechIn } from '../speech.ts';

const { number: inEnglish } = speechIn('en');

export const englishSharing = {
  share: 'Share link …',
  title: 'Share this program',
  help: 'Whoever opens the link gets a copy. The program is in the link itself; it is stored nowhere else.',
  link: 'Link',
  copy: 'Copy link',
  copied: 'The link is on the clipboard.',
  length: (characters: number) => `${inEnglish(characters)} characters`,
  long: 'Some mail and chat programs cut off links as long as this.',
  tooLong: (characters: number, most: number) =>
    `This program is too large for a link: it would have ${inEnglish(characters)} characters, and ${inEnglish(most)} is the most that gets anywhere safely. Save it as a file instead.`,
  saveFile: 'Save as a file',
  carriesKeys:
    'The program has an Initialize App block. The application ID and the API key in it go along with the link.',

  /** The name of a program that came by a link without one. */
  sharedName: 'Shared program',
  opened: (name: string) => `${name} came by a link and is open as a copy of your own. Press Run to run it.`,
  cannotOpen: 'The program of this link cannot be opened',
  problems: {
    damaged: 'The link is damaged or cut off. Ask for it again.',
    newer: 'The link was made by a newer version of this page. Reload the page, then open the link again.',
    'too-large': 'The link would become more data than is read from a link.',
    foreign: 'The link holds data, but no program.',
  },

  programFile: 'Program as .json',
  projectFile: 'Project as .zip',
  svgFile: 'Blocks as SVG picture',
  pngFile: 'Blocks as PNG picture',
  options: 'Export options …',

  exportTitle: 'Export',
  format: 'The code is',
  formats: {
    function: 'A function for your own code to call',
    script: 'A script that runs by itself',
  },
  functionName: 'Name of the function',
  functionNameHelp: 'What JavaScript does not take as a name is made into one, as you see below.',
  head: 'How the code begins',
  pictureTheme: 'Pictures of the blocks',
  pictureThemes: { page: 'As on the page', light: 'Light, for paper' },
  files: 'Files',
  projectErrors: 'The program has errors. A project is made when they are mended.',
  pictureFailed: 'The picture could not be made',
};
