/** What the other blocks do when the code that they became is run. */

import { expect, test } from 'vitest';
import { runIdea } from './run-idea.ts';

/** What each program prints, one list of values a line. */
const programs: [idea: string, printed: unknown[][]][] = [
  ['catch-invalid-expiration', [['That moment has passed.']]],
  ['catch-code-and-message', [[undefined], ['no channel chosen']]],
  ['catch-then-finally', [['try'], ['thrown'], ['finally'], ['after']]],
  ['comments-kept', [[{ registrationId: { ads: expect.any(String) } }]]],
  ['date-compare', [['still to come']]],
  ['date-parts', [[2027], [1], [31]]],
  ['disabled-block', [['before'], ['after']]],
  ['empty-program', []],
  ['if-else-chain', [['many']]],
  ['list-get-and-set', [['ads'], [2], [['ads', 'sports']]]],
  ['list-index-one-based', [[2], [0]]],
  ['list-index-zero-based', [['discount'], [1]]],
  ['logic-precedence', [[true]]],
  ['logic-ternary', [['more']]],
  ['loop-break-and-continue', [[1]]],
  ['loop-channels', [['Registered with ads'], ['Registered with discount']]],
  ['loop-count', [[55]]],
  ['loop-repeat', [['again'], ['again'], ['again']]],
  ['loop-while', [[128]]],
  ['math-functions', [[3], [3], [4], [100]]],
  ['math-precedence', [[9]]],
  ['object-paths', [[5], [false], [['title', 'data']]]],
  ['register-two-channels', [[{ ads: expect.any(String), discount: expect.any(String) }]]],
  ['script-format', [[{ ads: expect.any(String) }]]],
  ['stacks-in-order', [['first'], ['second']]],
  ['text-blocks', [['Ads'], [' ads '], [5], [true]]],
  ['text-hostile', [['</script> ${x} `y` \\ "z" \u2028 \u0000 😀']]],
  ['text-join-types', [['Registered with 2 channels: true']]],
  ['unknown-block', [['before'], [null]]],
  ['variable-in-branches', [['hello']]],
  ['variable-names', [[[1, 2, 3, 4]]]],
  ['variable-never-set', [[undefined]]],
  ['variable-reassigned', [['new'], ['registered']]],
];

test.each(programs)('%s', async (idea, expected) => {
  const { outcome, printed } = await runIdea(idea);
  expect(outcome).toMatchObject({ status: 'completed' });
  expect(printed).toEqual(expected);
});

test('an error that nobody catches ends the program', async () => {
  const { outcome } = await runIdea('throw-uncaught');
  expect(outcome).toMatchObject({ status: 'failed', name: 'Error', message: 'out of here' });
});

test('the levels of the console are kept', async () => {
  const { output } = await runIdea('catch-invalid-expiration');
  expect(output).toMatchObject([{ level: 'warn' }]);
});
