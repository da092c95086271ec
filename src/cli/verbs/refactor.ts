/** `isms refactor`: changes a whole ISMS in one go: hands over, renames words, numbers anew, moves, splits and merges. */
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { nodeTypes } from '../../language/schema.ts';
import { uriOfPath } from '../../node/files.ts';
import { handOver } from '../../refactor/hand-over.ts';
import { mergeFiles } from '../../refactor/merge.ts';
import { moveDeclarations } from '../../refactor/move.ts';
import { isRefusal, type Outcome } from '../../refactor/refactoring.ts';
import { renameWord } from '../../refactor/rename-word.ts';
import { renumber } from '../../refactor/renumber.ts';
import { splitFiles } from '../../refactor/split.ts';
import { printable } from '../../syntax/text/printable.ts';
import type { IsmsUnit, Workspace } from '../../workspace/workspace.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import { jsonText, placeText, reportText } from '../refactoring-report.ts';
import { changesOf, writeChanges } from '../refactoring-write.ts';
import type { Verb } from '../verb.ts';

interface RefactorOptions {
  readonly in: string;
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
  readonly asOf?: string;
  readonly of?: string;
  readonly prefix?: string;
  readonly width?: number;
  readonly start?: number;
  readonly to?: string;
}

const help = `
hand-over FROM TO         TO becomes the owner of all that FROM owns and whose duty is open. What has ended, approvals and roles stay.
rename-word OLD NEW       a step of a scale, a tag, or a value of a field gets another word, where it is declared and everywhere it is used
renumber KIND             what is of a kind gets consecutive ids in the order in which it stands, and all references follow
move NAME… --to FILE      declarations go to the end of a file of the ISMS, made if it is not there; comments right above them follow
split [FILE…]             what stands beside other kinds goes to the file of its kind in the same folder: risks.isms, people.isms, soa.isms
merge FILE… --to FILE     files go to the end of one file, with all their comments

ISMSs that use this one (uses:) follow: those in its git repository, or, without one, in the folders beside it.
Paths in what moves name the same files as before. A file of which nothing is left by split or merge is deleted. All files are written or
none. Nothing is done where a file that it concerns has a syntax error; split without FILE leaves such files as they are.

Exit codes: 0 done, or nothing to do; 2 usage, or it cannot be done.

Examples:
  isms refactor hand-over Anna Ben --dry-run      what would change
  isms refactor rename-word severe grave --of impact
  isms refactor renumber risk --prefix R- --width 3
  isms refactor move R-7 R-8 --to risks/cloud.isms
  isms refactor split
  isms refactor merge roles.isms persons.isms --to people.isms`;

const whats = ['hand-over', 'rename-word', 'renumber', 'move', 'split', 'merge'] as const;

type What = (typeof whats)[number];

const whole = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number such as 3.');
  return Number(text);
};

const refactor: Verb = (command, io) => {
  command
    .addArgument(command.createArgument('<what>', 'what to do').choices(whats))
    .argument('[names...]', 'persons or roles, words, a kind, declarations or files, as below')
    .option('--in <path>', 'the folder of the ISMS', '.')
    .option('--to <file>', 'with move and merge: the file to which it goes')
    .option('--of <words>', 'with rename-word: which words are meant: a scale, a key such as tags, or a field')
    .option('--prefix <text>', 'with renumber: what stands before the number; else as it is')
    .addOption(
      new Option('--width <digits>', 'with renumber: how many digits at least; else as it is').argParser(whole),
    )
    .addOption(new Option('--start <number>', 'with renumber: the first number').argParser(whole))
    .option('--dry-run', 'change nothing, and show what would change')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (what: What, names: string[], options: RefactorOptions) => {
      refuseStrayOptions(what, options);
      const { workspace, unit } = await loadOne(options.in, { ...options, withUsers: true }, io);
      const outcome = refactorings[what]({ workspace, unit, names, options, io });
      if (isRefusal(outcome)) {
        const where = outcome.at ? `${placeText(outcome.at, io)}: ` : '';
        throw new UsageError(`${where}${printable(outcome.refusal)}`);
      }
      const changes = changesOf(workspace, outcome);
      const left = options.dryRun ? [] : writeChanges(workspace, unit, changes, io);
      const told = { ...outcome, notes: [...outcome.notes, ...left] };
      io.stdout.write(options.format === 'json' ? jsonText(told, options, io) : reportText(told, changes, options, io));
    });
};

/** What each option belongs to. */
const optionsOf: readonly (readonly [option: 'of' | 'prefix' | 'width' | 'start' | 'to', whats: readonly What[]])[] = [
  ['of', ['rename-word']],
  ['prefix', ['renumber']],
  ['width', ['renumber']],
  ['start', ['renumber']],
  ['to', ['move', 'merge']],
];

function refuseStrayOptions(what: What, options: RefactorOptions): void {
  for (const [option, own] of optionsOf) {
    if (options[option] !== undefined && !own.includes(what))
      throw new UsageError(`--${option} is for ${own.join(' and ')} only.`);
  }
}

interface Given {
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
  readonly names: readonly string[];
  readonly options: RefactorOptions;
  readonly io: Io;
}

const refactorings: Readonly<Record<What, (given: Given) => Outcome>> = {
  'hand-over': ({ workspace, unit, names }) => {
    const [from, to] = pairOf(names, 'Say who hands over to whom, as in: isms refactor hand-over Anna Ben');
    return handOver(unit, from, to, workspace.usersOf(unit));
  },
  'rename-word': ({ workspace, unit, names, options }) => {
    const [from, to] = pairOf(names, 'Give the old and the new word, as in: isms refactor rename-word severe grave');
    return renameWord(unit, from, to, options.of, workspace.usersOf(unit));
  },
  renumber: ({ workspace, unit, names: [name, ...more], options: { prefix, width, start } }) => {
    if (name === undefined || more.length)
      throw new UsageError('renumber takes one KIND such as risk. Give the form of the names with --prefix.');
    const type = Object.values(nodeTypes).find(({ keyword, named }) => keyword === name && named !== 'never');
    if (!type) throw new UsageError(`${printable(name)} is no kind that has names. Give one such as risk.`);
    return renumber(unit, type.name, { prefix, width, start }, workspace.usersOf(unit));
  },
  move: ({ workspace, unit, names, options: { to }, io }) => {
    if (!names.length || !to)
      throw new UsageError('Say what goes where, as in: isms refactor move R-7 --to risks.isms');
    return moveDeclarations(workspace, unit, names, uriIn(io, to));
  },
  split: ({ workspace, unit, names, io }) =>
    splitFiles(workspace, unit, names.length ? names.map(name => uriIn(io, name)) : undefined),
  merge: ({ workspace, unit, names, options: { to }, io }) => {
    if (!names.length || !to)
      throw new UsageError('Say which files go where, as in: isms refactor merge roles.isms --to people.isms');
    return mergeFiles(
      workspace,
      unit,
      names.map(name => uriIn(io, name)),
      uriIn(io, to),
    );
  },
};

function pairOf([from, to, ...more]: readonly string[], otherwise: string): [from: string, to: string] {
  if (from === undefined || to === undefined || more.length) throw new UsageError(otherwise);
  return [from, to];
}

const uriIn = (io: Io, path: string): string => uriOfPath(resolve(io.cwd, path));

export default refactor;
