/**
 * Every text of the page, in English.
 *
 * Those of larger parts are in `english/`. The other languages are in `messages/`, one a file. Sentences that carry a
 * value are functions, so that each language can order its words.
 */

import { backend } from './english/backend.ts';
import { devices } from './english/devices.ts';
import { errorAdvice } from './english/error-advice.ts';
import { faultMeanings } from './english/fault-meanings.ts';
import { states } from './english/states.ts';
import { stepping } from './english/stepping.ts';
import { englishFinding } from './english/finding.ts';
import { englishLearning } from './english/learning.ts';
import { englishPrograms } from './english/programs.ts';
import { englishSharing } from './english/sharing.ts';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

export const english = {
  /** The language for dates and numbers, as a BCP 47 tag; a person's own English, if that is what they read. */
  tag: 'en',

  title: 'Codeless Push Blocks',
  skipToBlocks: 'Skip to the blocks',

  actions: 'Actions',
  undo: 'Undo',
  redo: 'Redo',
  /** Read aloud after Undo and Redo. */
  undone: 'Undone.',
  redone: 'Redone.',
  /** Shown, since nothing else is. */
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  open: 'Open',
  save: 'Save',
  exportCode: 'Export',
  copyCode: 'Copy TypeScript',
  downloadCode: 'Download .ts file',
  run: 'Run',
  stop: 'Stop',
  /** The button of a narrow page that opens what has no room in its header. */
  more: 'More',
  language: 'Language',
  theme: 'Theme',
  themeChoices: { system: 'Same as the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  dismiss: 'Dismiss',
  dropHere: 'Drop a program to open it',

  panes: 'Panes',
  blocks: 'Blocks',
  code: 'Code',
  codeText: 'Generated TypeScript',
  console: 'Console',
  /** What a run gives: the name of the group of tabs. */
  output: 'Output',
  variables: 'Variables',
  requests: 'Requests',
  registrations: 'Registrations',
  view: 'View',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Show all blocks',
  resizeBlocks: 'Width of the blocks',
  resizeCode: 'Height of the code',
  resizeConsole: 'Size of the console',

  loading: 'Loading the blocks …',
  codeEmpty: 'The code of your blocks appears here.',
  consoleEmpty: 'Press Run, and what the program prints appears here.',
  consoleClear: 'Clear the console',
  consoleDropped: (count: number) => `${count} earlier ${count === 1 ? 'line is' : 'lines are'} not shown.`,
  levels: { log: 'Log', info: 'Information', warn: 'Warning', error: 'Error' },
  registrationsEmpty: 'No device is registered. Run a program with a Register Device block.',
  registrationCount: (count: number) => `${count} ${count === 1 ? 'registration' : 'registrations'}`,
  device: 'Device',
  channel: 'Channel',
  registrationId: 'Registration ID',
  expires: 'Expires',
  never: 'Never',
  registrationsMenu: 'More about registrations',
  exportRegistrations: 'Export as a file',
  importRegistrations: 'Import a file',
  resetRegistrations: 'Reset: remove everything',
  /** Done, with the way back offered beside it. */
  registrationsReset: 'Everything that was registered is removed.',
  registrationsImported: (fileName: string) => `${fileName} took the place of what was registered.`,
  registrationsKept: 'Your registrations are as they were.',
  /** Two or three words in the panel, for as long as it is so. */
  inMemory: 'Not kept',
  registrationsNotKept: 'Your registrations are not being kept',
  registrationsNotKeptWhy: {
    full: 'The browser has no more room. What happens now is gone when the page is closed.',
    denied: 'The browser lets this page store nothing. What happens now is gone when the page is closed.',
    'newer-page': 'Another tab has a newer version of this page. Reload the page to get that version.',
    failed: 'The storage of the browser failed. What happens now is gone when the page is closed.',
  },

  /** The button of the dialog for faults on purpose, and its title. */
  faults: 'Make the service fail',
  faultsTitle: 'Make the service fail',
  faultsHelp: 'See how your program gets on when the service does not.',
  faultFailure: 'What goes wrong',
  faultNone: 'Nothing',
  faultOffline: 'No network',
  faultLostAnswer: 'The answer is lost after the write',
  faultStatuses: 'Errors of the server',
  faultStatus: (status: number) => `Server error ${status}`,
  faultCodes: 'Errors of Backendless',
  faultCode: (code: number, meaning: string) => `${code}: ${meaning}`,
  faultMeanings,
  faultLatency: 'Time to answer',
  faultNoLatency: 'As usual',
  faultSlower: (seconds: number) => `${seconds} s slower`,
  faultSpan: 'For how long',
  faultSpans: { run: 'The next run', lasting: 'Every run, until turned off' },
  faultsApply: 'Apply',
  /** Over the page while faults are on; what they are follows. */
  faultsOn: { run: 'In the next run, on purpose:', lasting: 'On purpose, until turned off:' },
  /** The first line of such a run in the console. */
  faultsInRun: (faults: string) => `In this run, on purpose: ${faults}`,
  faultsChange: 'Change',
  faultsOff: 'Turn off',

  problemCount: (errors: number, warnings: number) => {
    const parts = [];
    if (errors > 0) parts.push(`${errors} ${errors === 1 ? 'error' : 'errors'}`);
    if (warnings > 0) parts.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
    return parts.length > 0 ? parts.join(', ') : 'No problems';
  },
  showBlock: 'Show the block',

  /** One or two words beside the buttons. */
  runStates: {
    idle: 'Ready',
    running: 'Running …',
    paused: 'Paused',
    done: 'Finished',
    stopped: 'Stopped',
    timeout: 'Took too long',
    unresponsive: 'Did not respond',
    failed: 'Failed',
  },
  /** The last line of a run in the console. */
  outcomes: {
    done: (milliseconds: number) => `Finished in ${seconds(milliseconds)}.`,
    stopped: (milliseconds: number) => `Stopped after ${seconds(milliseconds)}.`,
    timeout: (milliseconds: number) => `Ended after ${seconds(milliseconds)}: a run may not take longer.`,
    unresponsive: (milliseconds: number) =>
      `Ended after ${seconds(milliseconds)}: the program did not respond, as a loop without an end does not.`,
    failed: (milliseconds: number) => `Failed after ${seconds(milliseconds)}.`,
  },
  /** Over a question that a program asks. */
  question: 'The program asks',
  answer: 'Answer',
  cancel: 'Cancel',
  backendlessError: (code: number) => `Backendless error ${code}`,
  /** What to do about an error, by its Backendless code. */
  errorAdvice,

  copied: 'The code is on the clipboard.',
  copyFailed: 'The browser did not allow copying. Select the code and copy it by keyboard.',
  saved: (fileName: string) => `Saved as ${fileName}.`,
  opened: (fileName: string) => `Opened ${fileName}.`,
  openFailed: (fileName: string) => `${fileName} was not opened`,
  fileUnreadable: 'The file could not be read.',
  fileTooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB, and none so large is read.`,
  fileNotJson: (detail: string) => `The file is not JSON: ${detail}.`,
  workspaceKept: 'Your blocks are as they were.',

  storageDenied: 'Your programs and your registrations are not being kept',
  storageDeniedDetail:
    'This browser does not let the page store anything. Everything works until you leave: use Save and Export before.',
  storageFull: 'Your program could not be kept',
  storageFullDetail: 'The browser refused to store the last change. Use Save to keep a copy of your own.',
  restoreFailed: 'Your last program could not be shown',
  restoreFailedDetail: 'It is untouched, and you can download it. The example is shown instead.',
  downloadIt: 'Download it',

  programs: englishPrograms,
  sharing: englishSharing,
  finding: englishFinding,
  learning: englishLearning,

  startFailed: 'The playground could not start',
  startFailedDetail: 'A part of the page did not arrive, or this browser is too old for it.',
  newVersion: 'A newer version of this page is ready',
  unexpected: 'Something went wrong',
  reload: 'Reload the page',

  stepping,
  devices,
  backend,
  states,
};

/** All texts of the page, in one language. A new text is added above, and nowhere else. */
export type Messages = typeof english;

/** A language: as many of the texts as are translated; the others are shown in English. */
export type Translation = Part<Messages>;

type Part<Text> = Text extends string | ((...values: never[]) => string)
  ? Text
  : { [Key in keyof Text]?: Part<Text[Key]> };
