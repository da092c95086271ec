/** Whether a command that the documentation names can be run. Nothing is run: the programs' own parsers are asked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCLI } from 'vitest/node';
import { bin, scripts } from '../../package.json';
import { isPlaceholder, type NamedCommand } from './commands.ts';
import { ismsFault } from './isms-fault.ts';
import { root } from './pages.ts';

/**
 * What is false about a command, in words; undefined if it can be run.
 * @param folder in which it is run, relative to the root of the project
 */
export async function faultOf({ words, isMention }: NamedCommand, folder = ''): Promise<string | undefined> {
  const [program = '', ...args] = words;
  if (program === 'isms') return ismsFault(args, isMention);
  // The built program, which need not be there.
  if (program === 'node' && args[0] === bin.isms) return ismsFault(args.slice(1), isMention);
  if (program === 'npm') return npmFault(args);
  if (program === 'npx') return npxFault(args);
  return scriptFault(program, args, folder);
}

function npmFault([verb = '', ...args]: readonly string[]): string | undefined {
  if (verb === 'ci' || verb === 'install') return undefined;
  const isShort = verb === 'start' || verb === 'test';
  if (!isShort && verb !== 'run') return `npm ${verb} is none of the commands of npm that the project uses`;
  const [name = '', ...rest] = isShort ? [verb, ...args] : args;
  const script = new Map(Object.entries(scripts)).get(name);
  if (script === undefined) return `package.json has no script ${name}`;
  if (rest.length > 0 && rest[0] !== '--') return `npm keeps ${rest[0]} for itself; put -- before it`;
  const [program = '', ...own] = script.split(' ');
  return program === 'node' ? scriptFault(program, [...own, ...rest.slice(1)], '') : undefined;
}

/** A file that is run by `node` or `bash`. The options that it is given have to be mentioned in it. */
function scriptFault(program: string, args: readonly string[], folder: string): string | undefined {
  if (args[0] === '-e') return undefined;
  const at = args.findIndex(arg => !arg.startsWith('-'));
  const file = args[at];
  if (file === undefined) return `${program} is given no file`;
  const path = join(root, folder, file);
  if (!existsSync(path)) return `there is no file ${file}`;
  const text = readFileSync(path, 'utf8');
  const unknown = args.slice(at + 1).find(arg => arg.startsWith('--') && !text.includes(arg));
  return unknown === undefined ? undefined : `${file} knows no ${unknown}`;
}

function npxFault([program = '', ...args]: readonly string[]): string | undefined {
  if (!existsSync(join(root, 'node_modules/.bin', program))) return `no package brings ${program}`;
  return program === 'vitest' ? vitestFault(args) : undefined;
}

function vitestFault(args: readonly string[]): string | undefined {
  if (args[0] !== 'run') return `vitest ${args[0] ?? ''} does not come to an end; use vitest run`;
  const { filter, options } = parseCLI(['vitest', ...args]);
  if (!options.config) return 'vitest is given no configuration; put -c test/vitest.config.ts';
  if (!existsSync(join(root, options.config))) return `there is no file ${options.config}`;
  const missing = filter.find(text => !isPlaceholder(text) && !testFiles().some(file => file.includes(text)));
  return missing === undefined ? undefined : `no test file has ${missing} in its path`;
}

/** What test/vitest.config.ts includes, relative to the root. */
function testFiles(folder = 'test'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === 'test/e2e' || entry.name === 'node_modules' ? [] : testFiles(path);
    return path.endsWith('.test.ts') ? [path] : [];
  });
}
