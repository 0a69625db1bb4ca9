/**
 * Every text of the page, in English.
 *
 * Another language is another object of the same type. Sentences that carry a value are functions, so that each
 * language can order its words.
 */

/** All texts of the page. */
export interface Messages {
  title: string;
  skipToBlocks: string;

  actions: string;
  undo: string;
  redo: string;
  open: string;
  save: string;
  exportCode: string;
  copyCode: string;
  downloadCode: string;
  run: string;
  stop: string;
  theme: string;
  themeChoices: Record<'system' | 'light' | 'dark', string>;
  dismiss: string;
  dropHere: string;

  panes: string;
  blocks: string;
  code: string;
  codeText: string;
  console: string;
  /** What a run gives: the name of the group of tabs. */
  output: string;
  variables: string;
  requests: string;
  registrations: string;
  view: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  resizeBlocks: string;
  resizeCode: string;
  resizeConsole: string;

  loading: string;
  codeEmpty: string;
  consoleEmpty: string;
  consoleClear: string;
  consoleDropped: (count: number) => string;
  levels: Record<'log' | 'info' | 'warn' | 'error', string>;
  registrationsEmpty: string;
  registrationCount: (count: number) => string;
  device: string;
  channel: string;
  registrationId: string;
  expires: string;
  never: string;
  registrationsMenu: string;
  exportRegistrations: string;
  importRegistrations: string;
  resetRegistrations: string;
  /** Done, with the way back offered beside it. */
  registrationsReset: string;
  registrationsImported: (fileName: string) => string;
  registrationsKept: string;
  /** Two or three words in the panel, for as long as it is so. */
  inMemory: string;
  registrationsNotKept: string;

  /** The button of the dialog for faults on purpose, and its title. */
  faults: string;
  faultsTitle: string;
  faultsHelp: string;
  faultFailure: string;
  faultNone: string;
  faultOffline: string;
  faultLostAnswer: string;
  faultStatuses: string;
  faultStatus: (status: number) => string;
  faultCodes: string;
  faultCode: (code: number, meaning: string) => string;
  faultLatency: string;
  faultNoLatency: string;
  faultSlower: (seconds: number) => string;
  faultSpan: string;
  faultSpans: Record<'run' | 'lasting', string>;
  faultsApply: string;
  /** Over the page while faults are on; what they are follows. */
  faultsOn: Record<'run' | 'lasting', string>;
  /** The first line of such a run in the console. */
  faultsInRun: (faults: string) => string;
  faultsChange: string;
  faultsOff: string;

  problemCount: (errors: number, warnings: number) => string;
  showBlock: string;

  /** One or two words beside the buttons. */
  runStates: Record<'idle' | 'running' | 'done' | 'stopped' | 'timeout' | 'unresponsive' | 'failed', string>;
  /** The last line of a run in the console. */
  outcomes: Record<'done' | 'stopped' | 'timeout' | 'unresponsive' | 'failed', (milliseconds: number) => string>;
  /** Over a question that a program asks. */
  question: string;
  answer: string;
  cancel: string;
  backendlessError: (code: number) => string;
  /** What to do about an error, by its Backendless code. */
  errorAdvice: Readonly<Record<number, string>>;

  copied: string;
  copyFailed: string;
  saved: (fileName: string) => string;
  opened: (fileName: string) => string;
  openFailed: (fileName: string) => string;
  fileUnreadable: string;
  fileTooLarge: (megabytes: number) => string;
  fileNotJson: (detail: string) => string;
  workspaceKept: string;

  storageDenied: string;
  storageDeniedDetail: string;
  storageFull: string;
  storageFullDetail: string;
  restoreFailed: string;
  restoreFailedDetail: string;
  downloadIt: string;

  startFailed: string;
  unexpected: string;
  reload: string;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

export const english: Messages = {
  title: 'Codeless Push Blocks',
  skipToBlocks: 'Skip to the blocks',

  actions: 'Actions',
  undo: 'Undo',
  redo: 'Redo',
  open: 'Open',
  save: 'Save',
  exportCode: 'Export',
  copyCode: 'Copy TypeScript',
  downloadCode: 'Download .ts file',
  run: 'Run',
  stop: 'Stop',
  theme: 'Theme',
  themeChoices: { system: 'Same as the system', light: 'Light', dark: 'Dark' },
  dismiss: 'Dismiss',
  dropHere: 'Drop a program to open it',

  panes: 'Panes',
  blocks: 'Blocks',
  code: 'Code',
  codeText: 'Generated TypeScript',
  console: 'Console',
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
  consoleDropped: (count) => `${count} earlier ${count === 1 ? 'line is' : 'lines are'} not shown.`,
  levels: { log: 'Log', info: 'Information', warn: 'Warning', error: 'Error' },
  registrationsEmpty: 'No device is registered. Run a program with a Register Device block.',
  registrationCount: (count) => `${count} ${count === 1 ? 'registration' : 'registrations'}`,
  device: 'Device',
  channel: 'Channel',
  registrationId: 'Registration ID',
  expires: 'Expires',
  never: 'Never',
  registrationsMenu: 'More about registrations',
  exportRegistrations: 'Export as a file',
  importRegistrations: 'Import a file',
  resetRegistrations: 'Reset: remove everything',
  registrationsReset: 'Everything that was registered is removed.',
  registrationsImported: (fileName) => `${fileName} took the place of what was registered.`,
  registrationsKept: 'Your registrations are as they were.',
  inMemory: 'Not kept',
  registrationsNotKept: 'Your registrations are not being kept',

  faults: 'Make the service fail',
  faultsTitle: 'Make the service fail',
  faultsHelp: 'See how your program gets on when the service does not.',
  faultFailure: 'What goes wrong',
  faultNone: 'Nothing',
  faultOffline: 'No network',
  faultLostAnswer: 'The answer is lost after the write',
  faultStatuses: 'Errors of the server',
  faultStatus: (status) => `Server error ${status}`,
  faultCodes: 'Errors of Backendless',
  faultCode: (code, meaning) => `${code}: ${meaning}`,
  faultLatency: 'Time to answer',
  faultNoLatency: 'As usual',
  faultSlower: (seconds) => `${seconds} s slower`,
  faultSpan: 'For how long',
  faultSpans: { run: 'The next run', lasting: 'Every run, until turned off' },
  faultsApply: 'Apply',
  faultsOn: { run: 'In the next run, on purpose:', lasting: 'On purpose, until turned off:' },
  faultsInRun: (faults) => `In this run, on purpose: ${faults}`,
  faultsChange: 'Change',
  faultsOff: 'Turn off',

  problemCount: (errors, warnings) => {
    const parts = [];
    if (errors > 0) parts.push(`${errors} ${errors === 1 ? 'error' : 'errors'}`);
    if (warnings > 0) parts.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
    return parts.length > 0 ? parts.join(', ') : 'No problems';
  },
  showBlock: 'Show the block',

  runStates: {
    idle: 'Ready',
    running: 'Running …',
    done: 'Finished',
    stopped: 'Stopped',
    timeout: 'Took too long',
    unresponsive: 'Did not respond',
    failed: 'Failed',
  },
  outcomes: {
    done: (milliseconds) => `Finished in ${seconds(milliseconds)}.`,
    stopped: (milliseconds) => `Stopped after ${seconds(milliseconds)}.`,
    timeout: (milliseconds) => `Ended after ${seconds(milliseconds)}: a run may not take longer.`,
    unresponsive: (milliseconds) =>
      `Ended after ${seconds(milliseconds)}: the program did not respond, as a loop without an end does not.`,
    failed: (milliseconds) => `Failed after ${seconds(milliseconds)}.`,
  },
  question: 'The program asks',
  answer: 'Answer',
  cancel: 'Cancel',
  backendlessError: (code) => `Backendless error ${code}`,
  errorAdvice: {
    2002: 'The application ID or the API key is unknown. Check both in the Initialize App block.',
    5000: 'This device is not registered. Register it first.',
    5001: 'This device is not registered, so there is nothing to cancel.',
    5002: 'There is no channel of that name.',
    5004: 'A registration must expire in the future. Choose a later time.',
    5007: 'Publishing to this channel is not permitted.',
    5010: 'There is no channel of that name. Register a device with it first.',
    5044: 'A channel name has a character that is not allowed.',
    8000: 'A value is longer than the service accepts. Shorten it.',
  },

  copied: 'The code is on the clipboard.',
  copyFailed: 'The browser did not allow copying. Select the code and copy it by keyboard.',
  saved: (fileName) => `Saved as ${fileName}.`,
  opened: (fileName) => `Opened ${fileName}.`,
  openFailed: (fileName) => `${fileName} was not opened`,
  fileUnreadable: 'The file could not be read.',
  fileTooLarge: (megabytes) => `The file is larger than ${megabytes} MB, and none so large is read.`,
  fileNotJson: (detail) => `The file is not JSON: ${detail}.`,
  workspaceKept: 'Your blocks are as they were.',

  storageDenied: 'Your program and your registrations are not being kept',
  storageDeniedDetail:
    'This browser does not let the page store anything. Everything works until you leave: use Save and Export before.',
  storageFull: 'Your program could not be kept',
  storageFullDetail: 'The browser refused to store the last change. Use Save to keep a copy of your own.',
  restoreFailed: 'Your last program could not be shown',
  restoreFailedDetail: 'It is untouched, and you can download it. The example is shown instead.',
  downloadIt: 'Download it',

  startFailed: 'The playground could not start',
  unexpected: 'Something went wrong',
  reload: 'Reload the page',
};
