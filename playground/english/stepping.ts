/** Texts of a run in view: steps, speed, variables, requests, values. In English. */
export const stepping = {
  pause: 'Pause',
  resume: 'Continue',
  step: 'Step',
  speed: 'Speed',
  /** What each place of the speed control is called, from slow to fast. */
  speeds: { crawl: 'Very slow', slow: 'Slow', moderate: 'Moderate', fast: 'Fast', full: 'Full speed' },
  /** Before the values of variables: where the program is. */
  inProgram: 'In the program',
  inFunction: (name: string) => `In the function ${name}`,
  variablesEmpty: 'Press Run or Step, and the values of variables appear here.',
  variablesNone: 'The program has no variables here yet.',
  variablesMore: (count: number) => `${count} more ${count === 1 ? 'variable is' : 'variables are'} not shown.`,
  variableName: 'Variable',
  variableValue: 'Value',
  /** Read aloud beside a value that the last step changed. */
  changed: 'changed',
  /** Read aloud beside a value of another function, or of a round that is over. */
  elsewhere: 'not in use here',

  requestsEmpty: 'Each request that a program makes is listed here, with its answer.',
  requestsClear: 'Clear the requests',
  requestsDropped: (count: number) => `${count} earlier ${count === 1 ? 'request is' : 'requests are'} not shown.`,
  requestList: 'Requests of the run',
  request: 'Request',
  response: 'Answer',
  noResponse: 'No answer',
  noBody: 'Nothing in it',
  headers: 'Headers',
  milliseconds: (count: number) => `${count} ms`,
  /** In a block's menu, and beside a line of the console. */
  showRequest: 'Show the request and its answer',
  /** What the SDK asks of Backendless, by its operation. */
  operations: {
    register: 'Register the device',
    retrieve: 'Get the registration',
    cancel: 'Cancel the registration',
    publish: (channel: string) => `Publish to ${channel}`,
    other: 'Request',
  },
  /** On the block that made a request, read aloud. */
  answered: (status: number) => `Answered with ${status}. Show the request and its answer.`,
  unanswered: 'Not answered. Show the request.',

  consoleMenu: 'More about the console',
  consoleAll: 'All lines',
  consoleWarnings: 'Only warnings and errors',
  consoleErrors: 'Only errors',
  consoleCopy: 'Copy the console',
  consoleCopied: 'The console is on the clipboard.',
  consoleFiltered: 'No line of that kind.',
  more: (count: number) => `${count} more`,
};
