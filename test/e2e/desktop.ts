import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import type { Setting } from './main.ts';
import type { TestResult } from './report.ts';

type DesktopSetting = Pick<Setting, 'root' | 'suite' | 'vsix' | 'work' | 'folder' | 'report' | 'grep'> & {
  version: string;
};

/** The same suite in a desktop VS Code, which is downloaded; under Linux without a display run it with `xvfb-run -a`. */
export async function runInDesktop({
  root,
  suite,
  vsix,
  work,
  folder,
  report,
  grep,
  version,
}: DesktopSetting): Promise<void> {
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test') });
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const dirs = [`--user-data-dir=${join(work, 'data')}`, `--extensions-dir=${join(work, 'extensions')}`];
  const own = args.filter(arg => !/^--(user-data|extensions)-dir/.test(arg));
  const installed = spawnSync(cli as string, [...own, ...dirs, '--install-extension', vsix], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0)
    throw new Error(`The installation of ${vsix} failed:\n${installed.stdout}${installed.stderr}`);
  const result = join(work, 'result.json');
  const ended = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: join(root, 'test/e2e/stub-extension'),
    extensionTestsPath: suite,
    extensionTestsEnv: { E2E_RESULT: result, E2E_GREP: grep ?? '' },
    launchArgs: [folder, ...dirs, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
  }).then(
    () => undefined,
    (error: Error) => error,
  );
  const tests: TestResult[] = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : [];
  for (const test of tests) report.add(test);
  if (ended && !tests.some(test => !test.passed)) throw ended;
}
