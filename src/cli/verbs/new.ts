/** `isms new` and `isms init`: begin an ISMS from a template, fitted by a few questions. */
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { enclosingIsms } from '../../node/enclosing-isms.ts';
import { isThere, type WriteError, writeNewFiles } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { type Template, templates } from '../../templates/index.ts';
import {
  type Answer,
  type Answers,
  answerOf,
  answersFrom,
  isUnclearAnswer,
  type Question,
  questions,
  UnclearAnswer,
} from '../../templates/questions.ts';
import { type Dialogue, dialogueAt } from '../dialogue.ts';
import { shownPath } from '../display-path.ts';
import { cannotWrite, fileReason, refuseLinkOut } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import type { Verb } from '../verb.ts';

const help = `
Templates:
${templates.map(({ id, description }) => `  ${id.padEnd(10)}${description}`).join('\n')}

On a terminal a few questions are asked, each of which may be skipped. Options that answer them come in their place, and without
a terminal nothing is asked. What follows from the answers is written; what you have to decide is left open.

Nothing is overwritten: all files are written, or none.

Examples:
  isms new my-isms
  isms init --sector saas                   in the current folder
  isms new my-isms --organization "Acme B.V." --people 40 --hosting cloud --work both --development own --personal-data yes
  isms new --template minimal sample`;

type Options = { readonly template: string } & Readonly<Record<string, unknown>>;

/**
 * The verb that begins an ISMS.
 * @param here whether the folder may be left out, and is the current one then
 */
const beginningVerb =
  (here: boolean): Verb =>
  (command, io) => {
    if (here) command.argument('[folder]', 'the folder of the new ISMS; made if it is not there', '.');
    else command.argument('<folder>', 'the folder of the new ISMS; made if it is not there');
    command.addOption(
      new Option('--template <template>', 'what it begins with')
        .choices(templates.map(({ id }) => id))
        .default(templates[0]?.id),
    );
    for (const question of questions) command.addOption(optionFor(question));
    command.addHelpText('after', help).action(async (given: string, options: Options) => {
      if (!given) throw new UsageError('The name of the folder is empty. Give the folder of the new ISMS.');
      const folder = resolve(io.cwd, given);
      const template = templates.find(({ id }) => id === options.template);
      const files = template?.files(await answersTo(template, options, io)) ?? [];
      const targets = files.map(({ path, text }) => ({ path: join(folder, ...path.split('/')), text }));
      const existing = targets.filter(({ path }) => isThere(path)).map(({ path }) => shownPath(io.cwd, path));
      if (existing.length) {
        throw new UsageError(
          `Nothing was written, as it would overwrite ${existing.join(', ')}. Choose another folder than ${printable(given)}.`,
        );
      }
      if ((await enclosingIsms(folder)).root === folder) {
        throw new UsageError(
          `${printable(given)} holds an ISMS already, so nothing was written. “isms next ${printable(given)}” says what to do in it; for another ISMS choose another folder.`,
        );
      }
      for (const { path } of targets) refuseLinkOut(folder, path, shownPath(io.cwd, path));
      try {
        await writeNewFiles(targets);
      } catch (error) {
        // Half an ISMS would be taken for a whole one, so what was written is gone again.
        throw (error as { readonly code?: unknown }).code === 'ISMS_NOT_WRITTEN'
          ? notBegun(error as WriteError, io)
          : error;
      }
      for (const { path } of targets) io.stdout.write(`Wrote ${shownPath(io.cwd, path)}\n`);
      io.stdout.write(
        `Next: isms next ${printable(given)} says what to do now; isms readiness ${printable(given)} lists all that is still missing\n`,
      );
    });
  };

const optionFor = (question: Question): Option => {
  const { option, text, choices, several } = question;
  const words = choices.map(({ word }) => word);
  const value = words.length ? (several ? 'words' : 'word') : option === 'people' ? 'number' : 'name';
  const hint = words.length ? ` (${words.join(', ')}${several ? '; several with commas' : ''})` : '';
  return new Option(`--${option} <${value}>`, `${text}${hint}`).argParser(given => {
    try {
      const answer = answerOf(question, given);
      if (answer === undefined) throw new UnclearAnswer('It is empty; leave the option out instead.');
      return answer;
    } catch (error) {
      throw isUnclearAnswer(error) ? new InvalidArgumentError(error.message) : error;
    }
  });
};

/** What was answered by options, else what is answered now, where somebody is there to be asked. */
async function answersTo({ id, asks }: Template, options: Options, io: Io): Promise<Answers> {
  const given = questions.flatMap(question =>
    options[question.key] === undefined ? [] : [[question, options[question.key] as Answer] as const],
  );
  if (given.length && !asks) {
    throw new UsageError(
      `The template ${id} is always the same, so --${given[0]?.[0].option} has no effect. Leave it out, or choose --template ${templates.find(template => template.asks)?.id}.`,
    );
  }
  if (given.length || !asks || !io.terminal) return answersFrom(given);
  const dialogue = dialogueAt(io.terminal);
  try {
    return answersFrom(await askAll(dialogue, io));
  } finally {
    dialogue.close();
  }
}

async function askAll(dialogue: Dialogue, io: Io): Promise<(readonly [Question, Answer])[]> {
  io.stdout.write(
    `${questions.length} questions, so that the start fits you. Enter skips one; what is to be decided stays open.\n`,
  );
  const answers: (readonly [Question, Answer])[] = [];
  for (const [index, question] of questions.entries()) {
    io.stdout.write(`\n${index + 1}/${questions.length} ${question.text}\n${choicesOf(question)}`);
    answers.push([question, await askOne(question, dialogue, io)]);
  }
  io.stdout.write('\n');
  return answers;
}

async function askOne(question: Question, dialogue: Dialogue, io: Io): Promise<Answer> {
  for (;;) {
    const line = await dialogue.ask('> ');
    if (line === undefined) throw new UsageError('The questions were not answered to the end, so nothing was written.');
    try {
      return answerOf(question, line);
    } catch (error) {
      if (!isUnclearAnswer(error)) throw error;
      io.stdout.write(`${error.message}\n`);
    }
  }
}

const choicesOf = ({ choices, several }: Question): string =>
  choices
    .map(({ word, meaning }, index) => `  ${index + 1} ${word === meaning ? word : `${word}: ${meaning}`}\n`)
    .join('') + (several ? '  Several with commas, such as 1, 3.\n' : '');

function notBegun({ path, cause, left }: WriteError, io: Io): UsageError {
  const name = shownPath(io.cwd, path);
  if (!left.length) return cannotWrite(name, cause);
  const others = left.map(other => shownPath(io.cwd, other)).join(', ');
  return new UsageError(
    `${name} was not written: ${fileReason(cause)}. Written and not taken back: ${others}. Delete them.`,
  );
}

/** `isms new`: begins an ISMS in a new folder. */
export const begin = beginningVerb(false);

/** `isms init`: the same, in the current folder where none is named. */
export const init = beginningVerb(true);
