/**
 * Entry of the suite that runs inside VS Code's extension host, with the real API: VS Code calls `run`.
 *   E2E_RESULT  file for the results, JSON
 *   E2E_GREP    only tests whose title contains this
 */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { TestResult } from '../report.ts';

export async function run(): Promise<void> {
  const grep = process.env.E2E_GREP;
  // Longer than any single wait, so that a test that fails says what it waited for.
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, color: false });
  if (grep) mocha.fgrep(grep);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.ts');
  await import('./diagnostics.test.ts');
  await import('./completion.test.ts');
  await import('./formatting.test.ts');
  await import('./navigation.test.ts');
  await import('./commands.test.ts');
  await import('./restart.test.ts');

  const tests: TestResult[] = [];
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(done);
    runner.on('pass', test => tests.push({ title: test.fullTitle(), passed: true, ms: test.duration ?? 0 }));
    runner.on('fail', (test, error: Error) =>
      tests.push({ title: test.fullTitle(), passed: false, ms: 0, error: error.stack ?? String(error) }),
    );
  });
  const file = process.env.E2E_RESULT;
  if (file) writeFileSync(file, JSON.stringify(tests));
  if (failures > 0) throw new Error(`${failures} failed`);
}
