/** Runs the command line in this process, on folders of its own. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Io, Terminal } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/generated/registry.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly today?: string;
  readonly build?: string;
  readonly startServer?: () => void;
  /** Ends what runs until it is interrupted. */
  readonly interrupted?: Promise<void>;
  readonly stdin?: string | Uint8Array;
  /** What somebody at the terminal answers, line by line; then the input ends. Without it nobody is there to be asked. */
  readonly answers?: readonly string[];
  /** Takes standard output in place of the result. */
  readonly write?: Io['stdout']['write'];
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the tests of the file. Beside it is nothing that could be taken for a part of it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isms-cli-')));
  folders.push(folder);
  mkdirSync(join(folder, '.git'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs `isms ARGV`. */
export async function isms(argv: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const { isTerminal = false, columns } = surroundings;
  const code = await main(argv, {
    cwd: surroundings.cwd ?? process.cwd(),
    env: surroundings.env ?? {},
    stdout: {
      isTerminal,
      columns,
      write: surroundings.write ?? (content => void out.push(Buffer.from(content as Uint8Array))),
    },
    stderr: { isTerminal, columns, write: content => void err.push(Buffer.from(content as Uint8Array)) },
    stdin: async () => Buffer.from((surroundings.stdin ?? '') as Uint8Array),
    terminal: surroundings.answers && scripted(surroundings.answers),
    today: () => surroundings.today ?? '2026-06-01',
    build: surroundings.build ?? 'test',
    interrupted: async () => surroundings.interrupted,
    startServer: surroundings.startServer ?? (() => {}),
  });
  const bytes = Buffer.concat(out);
  return { code, stdout: bytes.toString(), stderr: Buffer.concat(err).toString(), bytes };
}

/** A terminal at which these lines are typed. */
function scripted(answers: readonly string[]): Terminal {
  const output = new PassThrough();
  output.resume();
  return { input: Readable.from(answers.map(answer => `${answer}\n`)), output };
}

/** A configuration that turns off every rule but these, so that a test depends on no other. */
export const only = (...codes: readonly string[]): string =>
  JSON.stringify({
    asOf: '2026-06-01',
    rules: Object.fromEntries(rules.filter(({ code }) => !codes.includes(code)).map(({ code }) => [code, 'off'])),
  });
