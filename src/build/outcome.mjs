// What a run of tests came to. A test that did not run is never passed over in silence: it is counted and its reason is told, or it is a
// failure.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} notes what was not run, and why, and what failed at first
 */

/** Programs of the system without which some tests cannot run. ISMS_REQUIRE_TOOLS=1, which `.ci/run` sets, demands them. */
const programs = ['soffice'];

/**
 * Those of them that are not on the path.
 * @param {NodeJS.ProcessEnv} [env]
 */
export const missingPrograms = (env = process.env) =>
  programs.filter(name => !(env.PATH ?? '').split(delimiter).some(folder => isExecutable(join(folder, name))));

/** @param {string} path */
function isExecutable(path) {
  return ['', '.exe', '.com'].some(ending => {
    try {
      accessSync(path + ending, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The outcome of vitest.
 * @param {string} report its report in JSON; empty if there is none
 * @param {object} run
 * @param {number} run.code its exit code
 * @param {readonly string[]} run.missing programs that are not there
 * @param {boolean} run.isWhole whether all tests were to run; arguments may leave some out
 * @returns {Outcome}
 */
export function unitOutcome(report, { code, missing, isWhole }) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numFailedTestSuites = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = JSON.parse(report || '{}');
  const left = numPendingTests + numTodoTests;
  const isExplained = missing.length > 0 || !isWhole;
  // A file that cannot be loaded holds tests that did not pass, though none of them has a name.
  const failed = numFailedTests || numFailedTestSuites || (code === 0 ? 0 : 1);
  const reason = missing.length > 0 ? `${missing.join(' and ')} is not installed` : 'they were left out';
  return {
    passed: numPassedTests,
    failed: failed + (isExplained ? 0 : left),
    notes: left > 0 && (isWhole || missing.length > 0) ? [`not run: ${left} tests (${reason})`] : [],
  };
}

/**
 * The outcome of the tests in the editor.
 * @param {string} printed what they printed; its last line counts
 * @param {number} code
 * @returns {Outcome}
 */
export function editorOutcome(printed, code) {
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(printed) ?? [];
  return {
    passed: Number(passed),
    failed: Number(failed) || (code === 0 ? 0 : 1),
    notes: printed.match(/^(?:not run|failed at first): .*$/gm) ?? [],
  };
}

/**
 * The last lines of all tests together.
 * @param {readonly Outcome[]} outcomes
 */
export function closingLines(outcomes) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const notes = outcomes.flatMap(outcome => outcome.notes);
  return { failed, text: ['', ...notes, `${passed} passed, ${failed} failed`].join('\n') };
}
