/** States that are not the usual one: nothing there yet, or something that did not come. In English. */
export const states = {
  /** In the workspace, for as long as there is no block in it. */
  empty: {
    title: 'Your program begins here',
    text: 'Drag a block over from the list. “Register Device” is a good one to begin with.',
    blocks: 'Show the blocks',
    example: 'Open an example',
  },
  /** Under what went wrong as the page started. */
  programsUntouched: 'Your programs are as you left them.',
  /** The page that programs run in. */
  runnerMissing: 'The part of the page that runs programs did not load.',
  runnerMissingAdvice: 'Check your network and press Run again. If that does not help, reload the page.',
  /** The network or the service did not answer a request of the program. */
  noAnswerAdvice:
    'No answer came; what was asked for may be done all the same. Check the network and the address of the service, or catch the error with a Try block.',
  /** The button beside the name of a program that is not kept; what it is not kept for follows when it is pressed. */
  whyNotKept: (state: string) => `${state}: why, and what to do`,
  /** After the first visit. */
  offlineReady: 'From now on, this page works without a network too.',
};
