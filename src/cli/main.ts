/** The `isms` command: chooses the verb and tells errors in words. Only the verb that is asked for is loaded. */
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { printable, printableLines } from '../syntax/text/printable.ts';
import { type ExitCode, exitCodes, type Io, isUsageError } from './io.ts';
import type { Verb } from './verb.ts';

interface VerbEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: Verb }>;
}

const verbs: readonly VerbEntry[] = [
  { name: 'check', summary: 'check ISMSs and report what is missing or wrong', load: () => import('./verbs/check.ts') },
  {
    name: 'export',
    summary: 'write a document, such as the Statement of Applicability',
    load: () => import('./verbs/export.ts'),
  },
  {
    name: 'verify',
    summary: 'say whether an audit pack is as it was written, and as the source is today',
    load: () => import('./verbs/verify.ts'),
  },
  {
    name: 'readiness',
    summary: 'say what is there, missing and late for a certification',
    load: () => import('./verbs/readiness.ts'),
  },
  {
    name: 'coverage',
    summary: 'say which controls cover another framework, such as NIST CSF, and how far they are',
    load: () => import('./verbs/coverage.ts'),
  },
  {
    name: 'diff',
    summary: 'say what changed between two states of an ISMS, such as git revisions',
    load: () => import('./verbs/diff.ts'),
  },
  { name: 'stats', summary: 'count what an ISMS holds and how far it is', load: () => import('./verbs/stats.ts') },
  {
    name: 'whatif',
    summary: 'say what would follow if controls, suppliers or evidence were gone',
    load: () => import('./verbs/whatif.ts'),
  },
  {
    name: 'serve',
    summary: 'show the pictures as a page that follows the files',
    load: () => import('./verbs/serve.ts'),
  },
  { name: 'next', summary: 'say what to do now, in the order of the work', load: () => import('./verbs/next.ts') },
  {
    name: 'list',
    summary: 'list risks, controls, threats and all else, with what refers to them',
    load: () => import('./verbs/list.ts'),
  },
  {
    name: 'explain',
    summary: 'say what a finding means and what to do; or what a control, threat or key is',
    load: () => import('./verbs/explain.ts'),
  },
  {
    name: 'approve',
    summary: 'record what management approved in isms.lock.json',
    load: () => import('./verbs/approve.ts'),
  },
  { name: 'fmt', summary: 'bring .isms files into their usual form', load: () => import('./verbs/fmt.ts') },
  {
    name: 'refactor',
    summary: 'hand over, rename words, number anew, move, split and merge, in all files at once',
    load: () => import('./verbs/refactor.ts'),
  },
  {
    name: 'import',
    summary: 'make an ISMS of registers in spreadsheets and pages',
    load: () => import('./verbs/import.ts'),
  },
  // A file of its own in the bundle, whose `default` is all of it.
  {
    name: 'new',
    summary: 'begin an ISMS from a few questions or a template',
    load: async () => ({ default: (await import('./verbs/new.ts')).begin }),
  },
  {
    name: 'init',
    summary: 'the same in the current folder, beside the files that are there',
    load: async () => ({ default: (await import('./verbs/new.ts')).init }),
  },
  { name: 'lsp', summary: 'run the language server for an editor', load: () => import('./verbs/lsp.ts') },
];

const examples = `
Examples:
  isms new my-isms                          begin an ISMS
  isms import register.xlsx -o my-isms      make one of your spreadsheets
  isms check my-isms                        what is missing or wrong
  isms check --format sarif . > isms.sarif  findings for a pull request
  isms explain soa/missing-justification    what a finding means
  isms export soa my-isms --format xlsx     the Statement of Applicability
  isms readiness my-isms                    what a certification audit will miss
  isms next my-isms                         what to do now
  isms coverage NistCsf my-isms             what the controls cover of another framework
  isms diff main --in my-isms               what changed since a git revision
  isms fmt --check my-isms                  whether all files have the usual form

Exit codes: 0 nothing found, 1 findings, 2 usage, unreadable input or an incomplete check.`;

/** Runs a command line (without the program's name). Returns the exit code; never throws for what a user can put right. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const exit = (value: ExitCode): void => {
    code = value;
  };
  try {
    await (await commandLine(argv, io, exit)).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.unusable;
    if (!isUsageError(error)) throw error;
    io.stderr.write(`isms: ${printableLines(error.message)}\n`);
    return exitCodes.unusable;
  }
}

/**
 * The program for a command line (without the program's name): it knows all verbs, and of the verb that is asked for its arguments and options.
 * @param exit takes the exit code of what the verb has done
 */
export async function commandLine(argv: readonly string[], io: Io, exit: (code: ExitCode) => void): Promise<Command> {
  const program = new Command('isms')
    .description('Checks and exports ISO/IEC 27001 ISMSs written in .isms files.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: (text, write) => write(printableLines(withoutControls(text, argv)).replace(/^error: /, 'isms: ')),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
  const wanted = argv.filter(argument => !argument.startsWith('-')).slice(0, 2);
  for (const { name, summary, load } of verbs) {
    const command = program.command(name).summary(summary).description(sentence(summary));
    command.showHelpAfterError(`Run “isms ${name} --help” for how to use it.`);
    if (wanted[0] === name || (wanted[0] === 'help' && wanted[1] === name)) (await load()).default(command, io, exit);
  }
  return program;
}

/** A message that quotes arguments, each of them on one line. */
const withoutControls = (text: string, argv: readonly string[]): string =>
  argv
    .flatMap(argument => [argument, argument.slice(argument.indexOf('=') + 1)])
    .filter(argument => printable(argument) !== argument)
    .reduce((message, argument) => message.replaceAll(argument, printable(argument)), text);

const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;
