/** Runs all parts of the tests in a real VS Code, one after the other, and closes with the count. See run.mjs. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { runInDesktop } from './desktop.ts';
import { runInHost } from './in-host.ts';
import { attempted, Report, usualAttempts } from './report.ts';
import { runBrowserHost } from './window/browser-host.ts';
import { runDashboard } from './window/dashboard.ts';
import { runDocuments } from './window/documents.ts';
import { runFixes } from './window/fixes.ts';
import { runGerman } from './window/german.ts';
import { runNewcomer } from './window/newcomer.ts';
import { runOddFolder } from './window/odd-folder.ts';
import { runPictures } from './window/pictures.ts';
import { runRefactorings } from './window/refactorings.ts';
import { runRestricted } from './window/restricted.ts';
import { runViews } from './window/views.ts';
import { runWindow } from './window/window.ts';
import {
  installWorkbench,
  isWorkbenchVersion,
  ProgramsMissing,
  type Workbench,
  type WorkbenchVersion,
} from './workbench/install.ts';
import { launchBrowser } from './workbench/page.ts';

/** What every part is given. */
export interface Setting {
  root: string;
  /** The bundled suite for the extension host. */
  suite: string;
  /** The package under test. */
  vsix: string;
  workbench: Workbench;
  browser: Browser;
  /** A folder of the part's own, removed at the end. */
  work: string;
  /** A fresh copy of the example, in `work`. */
  folder: string;
  /** Where screenshots go. */
  shots: string;
  report: Report;
  grep: string | undefined;
}

const parts = {
  'in-host': runInHost,
  window: runWindow,
  browser: runBrowserHost,
  restricted: runRestricted,
  odd: runOddFolder,
  pictures: runPictures,
  views: runViews,
  documents: runDocuments,
  refactorings: runRefactorings,
  dashboard: runDashboard,
  fixes: runFixes,
  german: runGerman,
  newcomer: runNewcomer,
};

export async function main({ root, suite, args }: { root: string; suite: string; args: string[] }): Promise<number> {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? undefined : args[at + 1];
  };
  const report = new Report();
  const example = resolve(root, option('example') ?? 'examples/acme-cloud');
  const shots = join(root, 'e2e-output');
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(shots, { recursive: true });
  const vsix = resolve(root, option('vsix') ?? (await makePackage(root)));
  const grep = option('grep');

  const wanted = process.env.ISMS_VSCODE ?? '1.100';
  if (wanted.split('@')[0] === 'desktop') {
    await inTemporaryFolder(example, (work, folder) =>
      runInDesktop({ root, suite, vsix, work, folder, report, grep, version: wanted.split('@')[1] ?? 'stable' }),
    );
  } else {
    if (!isWorkbenchVersion(wanted)) throw new Error(`ISMS_VSCODE=${wanted}: use 1.100, 1.139 or desktop`);
    const workbench = workbenchOrReason(root, wanted);
    if (workbench instanceof ProgramsMissing) {
      console.log(
        `${workbench.message}\nnot run: the tests in the editor (${workbench.programs.join(' and ')} not installed)`,
      );
      console.log(report.closing());
      return 0;
    }
    const browser = await launchBrowser(workbench);
    try {
      const only = option('only');
      const attempts = Number(option('attempts') ?? usualAttempts);
      for (const [name, part] of Object.entries(parts)) {
        if (only !== undefined && only !== name) continue;
        const attempt = (own: Report): Promise<void> =>
          inTemporaryFolder(example, async (work, folder) => {
            try {
              await part({ root, suite, vsix, workbench, browser, work, folder, shots, report: own, grep });
            } finally {
              const logs = join(work, 'profile/data/logs');
              if (own.failed.length && existsSync(logs)) cpSync(logs, join(shots, `logs-${name}`), { recursive: true });
            }
          }).catch(error =>
            // A part that could not even begin counts as one failure, and the others still run.
            own.add({ title: name, passed: false, ms: 0, error: error.stack ?? String(error) }),
          );
        report.take(await attempted(name, attempts, attempt));
      }
    } finally {
      await browser.close();
    }
  }
  console.log(report.closing());
  return report.failed.length === 0 && report.passed > 0 ? 0 : 1;
}

/** Where the programs are demanded, as `.ci/run` does, one that is missing is a failure. */
function workbenchOrReason(root: string, version: WorkbenchVersion): Workbench | ProgramsMissing {
  try {
    return installWorkbench(root, version);
  } catch (error) {
    if (error instanceof ProgramsMissing && process.env.ISMS_REQUIRE_TOOLS !== '1') return error;
    throw error;
  }
}

async function makePackage(root: string): Promise<string> {
  const script = pathToFileURL(join(root, 'src/build/package.mjs')).href;
  const { packageExtension }: { packageExtension(): Promise<{ path: string }> } = await import(script);
  return (await packageExtension()).path;
}

/** Runs with a copy of the example in a temporary folder. */
async function inTemporaryFolder(example: string, run: (work: string, folder: string) => Promise<void>): Promise<void> {
  if (!existsSync(example)) throw new Error(`there is no example in ${example}`);
  const work = mkdtempSync(join(tmpdir(), 'isms-e2e-'));
  try {
    const folder = join(work, basename(example));
    cpSync(example, folder, { recursive: true });
    await run(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
