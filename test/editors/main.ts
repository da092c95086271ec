/** Runs the tests of each editor that is installed, one editor after the other, and closes with the count. See run.mjs. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempted, Report, usualAttempts } from '../e2e/report.ts';
import { runCodeMirror } from './codemirror/run.ts';
import { lackOfEglot, runEmacs } from './emacs.ts';
import { runNeovim } from './neovim.ts';
import { onPath } from './on-path.ts';

/** What the tests of an editor are given. */
export interface Setting {
  /** The project. */
  root: string;
  /** The editor's program. */
  program: string;
  /** A folder of its own, removed at the end. */
  work: string;
  /** A fresh copy of the example, in `work`. */
  folder: string;
  /** Where screenshots go. */
  shots: string;
  report: Report;
}

interface Editor {
  /** Names of its program. */
  programs: string[];
  /** What the program lacks to be tried, as the end of a sentence. */
  lacks?: (program: string) => string | undefined;
  run: (setting: Setting) => Promise<void>;
}

const editors: Readonly<Record<string, Editor>> = {
  neovim: { programs: ['nvim'], run: runNeovim },
  emacs: { programs: ['emacs'], lacks: lackOfEglot, run: runEmacs },
  codemirror: {
    programs: [
      ...(process.env.CHROMIUM ? [process.env.CHROMIUM] : []),
      ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    ],
    run: runCodeMirror,
  },
};

export async function main(root: string, args: readonly string[]): Promise<number> {
  const only = args[args.indexOf('--only') + 1];
  const chosen = Object.entries(editors).filter(([name]) => !args.includes('--only') || name === only);
  if (chosen.length === 0) throw new Error(`--only ${only}: use ${Object.keys(editors).join(', ')}`);
  const report = new Report();
  const shots = join(root, 'e2e-output/editors');
  mkdirSync(shots, { recursive: true });
  let left = 0;
  for (const [name, { programs, lacks, run }] of chosen) {
    const program = onPath(...programs);
    const missing = program ? lacks?.(program) : `${name === 'codemirror' ? 'chromium' : programs[0]} is not installed`;
    if (!program || missing) {
      if (process.env.ISMS_REQUIRE_TOOLS === '1') report.add({ title: name, passed: false, ms: 0, error: missing });
      else console.log(`not run: the tests in ${name} (${missing})`);
      left++;
      continue;
    }
    const attempt = async (own: Report): Promise<void> => {
      // By its real path, as editors name the files they opened.
      const work = realpathSync(mkdtempSync(join(tmpdir(), `isms-${name}-`)));
      try {
        const folder = join(work, 'acme-cloud');
        cpSync(join(root, 'examples/acme-cloud'), folder, { recursive: true });
        await run({ root, program, work, folder, shots, report: own });
      } catch (error) {
        // An editor that could not even begin counts as one failure, and the others still run.
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        own.add({ title: name, passed: false, ms: 0, error: said });
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    };
    report.take(await attempted(name, usualAttempts, attempt));
  }
  console.log(report.closing());
  return report.failed.length === 0 && (report.passed > 0 || left > 0) ? 0 : 1;
}
