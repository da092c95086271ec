import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from './main.ts';
import type { TestResult } from './report.ts';
import { Window } from './workbench/page.ts';
import { installVsix, makeProfile, startServer, workbenchUrl } from './workbench/server.ts';

const limit = 1_200_000; // ms for the whole suite; it only ends one that hangs

/** The mocha suite inside the extension host of the workbench, against the installed package. */
export async function runInHost({
  root,
  suite,
  vsix,
  workbench,
  browser,
  work,
  folder,
  shots,
  report,
  grep,
}: Setting): Promise<void> {
  const profile = makeProfile(join(work, 'profile'));
  installVsix(workbench, profile, vsix);
  const result = join(work, 'result.json');
  const env = { E2E_RESULT: result, E2E_GREP: grep ?? '' };
  const server = await startServer(workbench, profile, { env, development: true });
  const window = await Window.open(browser, shots);
  try {
    // The workbench calls it, as its desktop does, when the suite has ended.
    const ended = new Promise<unknown>(done => void window.page.exposeFunction('codeAutomationExit', done));
    await window.page.exposeFunction('codeAutomationLog', () => {});
    const developmentPath = join(root, 'test/e2e/stub-extension');
    await window.goto(workbenchUrl(server, { folder, developmentPath, testsPath: suite }));
    const status = await Promise.race([
      ended,
      new Promise(done => setTimeout(() => done('time is up'), limit).unref()),
    ]);
    const tests: TestResult[] = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : [];
    for (const test of tests) report.add(test);
    const failed = tests.some(test => !test.passed);
    if (failed || status !== 0) await window.screenshot('in-host-failed');
    // Ended otherwise than by its tests: say what the window said.
    if (tests.length === 0 || (status !== 0 && !failed))
      throw new Error(
        `the extension host ended with: ${status}\n${window.console.slice(-20).join('\n')}\n${server.log()}`,
      );
  } finally {
    await window.page.context().close();
    await server.stop();
  }
}
