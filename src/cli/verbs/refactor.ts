/** `isms refactor`: changes a whole ISMS in one go: hands over, renames words, numbers anew, moves. */
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { nodeTypes } from '../../language/schema.ts';
import { leadsOut, pathOfUri, uriOfPath, type WriteError } from '../../node/files.ts';
import { isChangedMeanwhile, replaceTexts, type TextChange } from '../../node/replace-texts.ts';
import { handOver } from '../../refactor/hand-over.ts';
import { moveDeclaration } from '../../refactor/move.ts';
import { isRefusal, type Outcome, type Refactoring, textsAfter } from '../../refactor/refactoring.ts';
import { renameWord } from '../../refactor/rename-word.ts';
import { renumber } from '../../refactor/renumber.ts';
import { printable } from '../../syntax/text/printable.ts';
import type { Location } from '../../workspace/occurrences.ts';
import type { IsmsUnit, Workspace } from '../../workspace/workspace.ts';
import { displayPath, shownPath } from '../display-path.ts';
import { fileReason } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
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
}

const help = `
hand-over FROM TO      TO becomes the owner of all that FROM owns and whose duty is open. What has ended, approvals and roles stay.
rename-word OLD NEW    a step of a scale, a tag, or a value of a field gets another word, where it is declared and everywhere it is used
renumber KIND          what is of a kind gets consecutive ids in the order in which it stands, and all references follow
move KIND NAME FILE    a declaration goes to the end of another file of the ISMS; comments right above it and its paths follow

ISMSs that use this one (uses:) follow: those in its git repository, or, without one, in the folders beside it.
All files are written or none. Nothing is done where a file that it concerns has a syntax error.

Exit codes: 0 done, or nothing to do; 2 usage, or it cannot be done.

Examples:
  isms refactor hand-over Anna Ben --dry-run      what would change
  isms refactor rename-word severe grave --of impact
  isms refactor renumber risk --prefix R- --width 3
  isms refactor move risk R-7 risks/cloud.isms`;

const whats = ['hand-over', 'rename-word', 'renumber', 'move'] as const;

type What = (typeof whats)[number];

const whole = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number such as 3.');
  return Number(text);
};

const refactor: Verb = (command, io) => {
  command
    .addArgument(command.createArgument('<what>', 'what to do').choices(whats))
    .argument('<name>', 'a person or role, a word, or a kind')
    .argument('[new-name]', 'the successor, the new word, or what is moved')
    .argument('[file]', 'with move: the file to which it goes')
    .option('--in <path>', 'the folder of the ISMS', '.')
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
    .action(
      async (what: What, name: string, to: string | undefined, file: string | undefined, options: RefactorOptions) => {
        const { workspace, unit } = await loadOne(options.in, { ...options, withUsers: true }, io);
        if (what !== 'move' && file !== undefined) throw new UsageError('A FILE is for move only.');
        const outcome =
          what === 'move'
            ? moved(workspace, unit, name, to, file, options, io)
            : outcomeOf(workspace, unit, what, name, to, options);
        if (isRefusal(outcome)) {
          const where = outcome.at ? `${placeText(outcome.at, io)}: ` : '';
          throw new UsageError(`${where}${printable(outcome.refusal)}`);
        }
        const changes = changesOf(workspace, outcome);
        if (!options.dryRun) await write(workspace, changes, io);
        io.stdout.write(
          options.format === 'json' ? jsonText(outcome, options, io) : reportText(outcome, changes, options, io),
        );
      },
    );
};

function moved(
  workspace: Workspace,
  unit: IsmsUnit,
  kind: string,
  name: string | undefined,
  file: string | undefined,
  { of, prefix, width, start }: RefactorOptions,
  io: Io,
): Outcome {
  if ((of ?? prefix ?? width ?? start) !== undefined)
    throw new UsageError('--of, --prefix, --width and --start are not for move.');
  if (name === undefined || file === undefined)
    throw new UsageError('Say what goes where, as in: isms refactor move risk R-7 risks.isms');
  return moveDeclaration(workspace, unit, kind, name, uriOfPath(resolve(io.cwd, file)));
}

function outcomeOf(
  workspace: Workspace,
  unit: IsmsUnit,
  what: Exclude<What, 'move'>,
  name: string,
  to: string | undefined,
  { of, prefix, width, start }: RefactorOptions,
): Outcome {
  const users = workspace.usersOf(unit);
  const isNumbering = what === 'renumber';
  if (!isNumbering && (prefix ?? width ?? start) !== undefined)
    throw new UsageError('--prefix, --width and --start are for renumber only.');
  if (what !== 'rename-word' && of !== undefined) throw new UsageError('--of is for rename-word only.');
  if (isNumbering) {
    if (to !== undefined) throw new UsageError('renumber takes one KIND. Give the form of the names with --prefix.');
    const type = Object.values(nodeTypes).find(({ keyword, named }) => keyword === name && named !== 'never');
    if (!type) throw new UsageError(`${printable(name)} is no kind that has names. Give one such as risk.`);
    return renumber(unit, type.name, { prefix, width, start }, users);
  }
  if (to === undefined)
    throw new UsageError(
      what === 'hand-over'
        ? `Say who takes over, as in: isms refactor hand-over ${printable(name)} SUCCESSOR`
        : `Say the new word, as in: isms refactor rename-word ${printable(name)} NEW`,
    );
  return what === 'hand-over' ? handOver(unit, name, to, users) : renameWord(unit, name, to, of, users);
}

const changesOf = (workspace: Workspace, outcome: Refactoring): TextChange[] =>
  [...textsAfter(workspace, outcome)].map(([uri, after]) => ({
    path: pathOfUri(uri),
    before: workspace.text(uri) ?? '',
    after,
  }));

async function write(workspace: Workspace, changes: readonly TextChange[], io: Io): Promise<void> {
  const rootOf = (path: string): string => pathOfUri(workspace.unitOf(uriOfPath(path))?.root ?? '');
  const out = changes.find(({ path }) => leadsOut(rootOf(path), path));
  if (out) {
    throw new UsageError(
      `Nothing was changed: ${shownPath(io.cwd, out.path)} is a link that leads out of the folder of its ISMS. Replace it by the file.`,
    );
  }
  try {
    await replaceTexts(changes);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ISMS_NOT_WRITTEN') throw error;
    const { path, cause, left } = error as WriteError;
    const why = isChangedMeanwhile(cause) ? 'it changed since it was read; run the command again' : fileReason(cause);
    const others = left.map(other => shownPath(io.cwd, other)).join(', ');
    const state = others ? `Changed and not taken back: ${others}.` : 'All files are as they were.';
    throw new UsageError(`${shownPath(io.cwd, path)} was not written: ${why}. ${state}`);
  }
}

const placeText = ({ uri, range: { start } }: Location, io: Io): string =>
  `${shownPath(io.cwd, pathOfUri(uri))}:${start.line + 1}:${start.character + 1}`;

function reportText(outcome: Refactoring, changes: readonly TextChange[], { dryRun }: RefactorOptions, io: Io): string {
  const { title, kept, notes } = outcome;
  if (!changes.length) return `${printable(title)}: there is nothing to change\n`;
  const files = changes.flatMap(({ path, before, after }) => [
    `${dryRun ? 'Would change' : 'Changed'} ${shownPath(io.cwd, path)}`,
    ...(dryRun ? changedLines(before, after) : []),
  ]);
  const stays = kept.map(place => `Stays: ${placeText(place, io)}: ${printable(place.why)}`);
  return `${[printable(title), ...files, ...stays, ...notes.map(printable)].join('\n')}\n`;
}

/** The lines that differ, each with its number. Where lines were broken anew, the numbers of old and new lines differ. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map(text => text.split(/\r\n|\r|\n/)) as [string[], string[]];
  if (old.length === now.length) {
    return old.flatMap((line, i) =>
      line === now[i] ? [] : [`  ${i + 1} - ${printable(line)}`, `  ${i + 1} + ${printable(now[i] ?? '')}`],
    );
  }
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - start && old.at(-1 - same) === now.at(-1 - same)) same++;
  const shown = (lines: readonly string[], sign: string): string[] =>
    lines.slice(start, lines.length - same).map((line, i) => `  ${start + i + 1} ${sign} ${printable(line)}`);
  return [...shown(old, '-'), ...shown(now, '+')];
}

/** Lines and columns count from 1, columns in UTF-16 code units. */
function jsonText({ title, edits, kept, notes }: Refactoring, { dryRun = false }: RefactorOptions, io: Io): string {
  const place = ({ uri, range: { start, end } }: Location) => ({
    path: displayPath(io.cwd, pathOfUri(uri)),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  const data = {
    title,
    written: !dryRun,
    edits: edits.map(edit => ({ ...place(edit), newText: edit.newText })),
    kept: kept.map(one => ({ ...place(one), why: one.why })),
    notes,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

export default refactor;
