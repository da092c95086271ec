import { describe, expect, test } from 'vitest';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

interface OutcomeModule {
  unitOutcome(report: string, run: { code: number; missing: string[]; isWhole: boolean }): Outcome;
  editorOutcome(printed: string, code: number): Outcome;
  closingLines(outcomes: readonly Outcome[]): { failed: number; text: string };
  missingPrograms(env: NodeJS.ProcessEnv): string[];
}

const { unitOutcome, editorOutcome, closingLines, missingPrograms }: OutcomeModule = await import(
  new URL('../../src/build/outcome.mjs', import.meta.url).href
);

const report = (counts: object): string => JSON.stringify({ numPassedTests: 7, ...counts });
const whole = { code: 0, missing: [], isWhole: true };

describe('the outcome of the tests', () => {
  test('counts what passed and failed', () => {
    expect(unitOutcome(report({}), whole)).toEqual({ passed: 7, failed: 0, notes: [] });
    expect(unitOutcome(report({ numFailedTests: 2 }), { ...whole, code: 1 })).toMatchObject({ failed: 2 });
  });

  test('fails where no test could be counted', () => {
    expect(unitOutcome('', { ...whole, code: 1 })).toMatchObject({ passed: 0, failed: 1 });
    expect(unitOutcome(report({ numFailedTestSuites: 1 }), { ...whole, code: 1 })).toMatchObject({ failed: 1 });
    expect(editorOutcome('it broke off', 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('says what was not run because a program is missing', () => {
    const outcome = unitOutcome(report({ numPendingTests: 4 }), { ...whole, missing: ['soffice'] });
    expect(outcome).toEqual({ passed: 7, failed: 0, notes: ['not run: 4 tests (soffice is not installed)'] });
  });

  test.each([['numPendingTests'], ['numTodoTests']])('fails for %s without such a reason', key => {
    expect(unitOutcome(report({ [key]: 3 }), whole)).toMatchObject({ failed: 3 });
  });

  test('does not count what arguments leave out', () => {
    expect(unitOutcome(report({ numPendingTests: 3 }), { ...whole, isWhole: false })).toMatchObject({ failed: 0 });
  });

  test('closes with the sums, after what was not run', () => {
    const editor = editorOutcome(
      'Install it.\nnot run: the tests in the editor (chromium not installed)\n0 passed, 0 failed\n',
      0,
    );
    const unit = unitOutcome(report({ numPendingTests: 4 }), { ...whole, missing: ['soffice'] });
    expect(closingLines([unit, editor])).toEqual({
      failed: 0,
      text: '\nnot run: 4 tests (soffice is not installed)\nnot run: the tests in the editor (chromium not installed)\n7 passed, 0 failed',
    });
    expect(closingLines([unit, editorOutcome('3 passed, 1 failed', 1)]).text).toMatch(/\n10 passed, 1 failed$/);
    const unsteady = editorOutcome('failed at first: a picture\n3 passed, 0 failed', 0);
    expect(closingLines([unsteady]).text).toBe('\nfailed at first: a picture\n3 passed, 0 failed');
  });

  test('is the same whether CI is set or not', () => {
    const path = { PATH: '/nowhere' };
    expect(missingPrograms(path)).toEqual(['soffice']);
    expect(missingPrograms({ ...path, CI: 'true' })).toEqual(['soffice']);
  });
});
