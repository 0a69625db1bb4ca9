/**
 * `npm test`: installs what is missing and runs every check, all of them even when one fails.
 *
 * With arguments, only Vitest runs and gets them: `npm test -- test/emulator`. `--only=unit`, `--only=browser` and
 * `--only=package` choose one of its projects. The last line is always `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { browserVariable, ensureBrowser } from './browser.mjs';
import { ensureFirefox, firefoxVariable } from './firefox.mjs';
import { ensurePackages, requireNode } from './install.mjs';
import { Problem, root, runMain, runPackage } from './root.mjs';
import { typescriptProjects } from './typescript-projects.mjs';

const reports = path.join(root, '.cache', 'reports');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const vitestArguments = process.argv.slice(2).filter((argument) => !argument.startsWith('--only='));

/** Not where other tests are asked for by name. */
const names = vitestArguments.filter((argument) => !argument.startsWith('-'));
const needsFirefox = names.length === 0 || names.some((name) => 'test/browser/firefox.test.ts'.includes(name));

/** A check without a count of its own is one test: it passes or fails. */
const check = (title, packageName, ...args) => ({
  title,
  kind: 'check',
  run: async () => tally((await runPackage(packageName, args)) === 0),
});
const checks = [
  check('Format', 'prettier', '--check', '--log-level=warn', '.'),
  check('Lint', 'oxlint', '--deny-warnings'),
  ...typescriptProjects().map((project) => check(`Types: ${project}`, 'typescript', '--noEmit', '-p', project)),
];
const tests = [
  { title: 'Tests in Node', kind: 'unit', run: () => vitest('unit') },
  { title: 'Tests in Chromium', kind: 'browser', run: () => runWithBrowser('browser') },
  { title: 'Tests of the package', kind: 'package', run: () => runWithBrowser('package') },
];

runMain(async () => {
  requireNode();
  const stages = only === undefined && vitestArguments.length === 0 ? [...checks, ...tests] : tests;
  const chosen = stages.filter((stage) => only === undefined || stage.kind === only);
  if (chosen.length === 0) throw new Problem(`--only must be unit, browser or package; it is ${JSON.stringify(only)}.`);
  await ensurePackages();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const failedStages = [];
  for (const { title, run } of chosen) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 70 - title.length))}`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failedStages.push(title);
  }

  console.log('─'.repeat(74));
  for (const title of failedStages) console.log(`Failed: ${title}`);
  const nothingRan = total.passed + total.failed === 0;
  if (nothingRan) console.log(`No test matches ${vitestArguments.join(' ')}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || nothingRan ? 1 : 0;
});

async function runWithBrowser(project) {
  let browser;
  try {
    browser = await ensureBrowser();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    return tally(false);
  }
  console.log(`Browser: ${browser}`);
  const firefox = project === 'browser' && needsFirefox ? await ensureFirefox() : undefined;
  return vitest(project, { [browserVariable]: browser, ...(firefox && { [firefoxVariable]: firefox }) });
}

/** Runs one project of the Vitest configuration and counts what it reports. */
async function vitest(project, env = {}) {
  const report = path.join(reports, `${project}.json`);
  const options = [`--project=${project}`, '--passWithNoTests', '--reporter=default', '--reporter=json'];
  const args = ['run', ...options, `--outputFile.json=${report}`, ...vitestArguments];
  const code = await runPackage('vitest', args, { env });
  const result = readReport(report);
  // Vitest also fails for what no test is to blame for: a file that cannot be loaded, an error between two tests.
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return result;
}

function readReport(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

function tally(success) {
  return success ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
