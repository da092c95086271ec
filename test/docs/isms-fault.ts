/** Whether the command line takes what the documentation gives it: its own parser is asked, and does nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import type { Io } from '../../src/cli/io.ts';
import { commandLine } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { isPlaceholder } from './commands.ts';
import { root } from './pages.ts';

/** What a sentence may leave out, beside options that are needed. */
const leftOut = new Set(['commander.missingArgument', 'commander.optionMissingArgument']);

const silent: Io = {
  cwd: root,
  env: {},
  stdout: { isTerminal: false, write: () => undefined },
  stderr: { isTerminal: false, write: () => undefined },
  today: () => '2026-06-01',
  interrupted: async () => {},
  startServer: () => {},
  stdin: async () => new Uint8Array(),
};

/** The program of the command line with all that the verb of the arguments takes, and without what it does. */
export async function programFor(args: readonly string[]): Promise<Command> {
  const program = await commandLine(args, silent, () => {});
  for (const command of program.commands) command.action(() => {});
  return program;
}

/**
 * What is false about the arguments of `isms`; undefined if it takes them.
 * @param isMention whether arguments may be left out
 */
export async function ismsFault(args: readonly string[], isMention: boolean): Promise<string | undefined> {
  const [verb = ''] = args;
  if (verb === '' && isMention) return undefined;
  const program = await programFor(args);
  const command = program.commands.find(each => each.name() === verb);
  if (isMention) for (const option of command?.options ?? []) option.makeOptionMandatory(false);
  try {
    await program.parseAsync(command ? withChoices(command, args) : [...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const isFine = error.exitCode === 0 || (isMention && leftOut.has(error.code));
    if (!isFine) return error.message;
  }
  const missing = args.find(arg => arg.startsWith('examples/') && !existsSync(join(root, arg)));
  if (missing !== undefined) return `there is no folder ${missing}`;
  const code = verb === 'explain' ? args[1] : undefined;
  const isKnown = !code?.includes('/') || rules.some(rule => rule.code === code);
  return isKnown ? undefined : `there is no rule ${code}`;
}

/** Where an option or the first argument takes one of several values, a placeholder stands for any of them. */
const withChoices = (command: Command, args: readonly string[]): string[] =>
  args.map((arg, i) => {
    if (!isPlaceholder(arg)) return arg;
    const option = command.options.find(({ short, long }) => [short, long].includes(args[i - 1]));
    const taken = option ?? (i === 1 ? command.registeredArguments[0] : undefined);
    return taken?.argChoices?.[0] ?? arg;
  });
