import { describe, expect, test } from 'vitest';
import { scripts } from '../../package.json';
import { faultOf } from './command-faults.ts';
import { commandsOf, type NamedCommand } from './commands.ts';
import { programFor } from './isms-fault.ts';
import { folderOfCommands, pages, readPage } from './pages.ts';

const words = (command: string): string[] => command.split(' ');
const typed = (command: string): NamedCommand => ({ words: words(command), line: 1, isMention: false });
const mentioned = (command: string): NamedCommand => ({ ...typed(command), isMention: true });

describe('the commands that the documentation names can be run', () => {
  const named = pages().map(page => [page, commandsOf(readPage(page))] as const);

  test.each(named.filter(([, commands]) => commands.length > 0))('%s', async (page, commands) => {
    const faults = [];
    for (const command of commands) {
      const fault = await faultOf(command, command.words[0] === 'node' ? folderOfCommands(page) : '');
      if (fault) faults.push(`${page}:${command.line}: ${command.words.join(' ')}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test.each([
    ['README.md', 'npm start'],
    ['README.md', 'node dist/cli/isms.cjs new my-isms'],
    ['README.md', 'isms check . --format sarif'],
    ['CONTRIBUTING.md', 'npm run fuzz -- 30m'],
    ['docs/cli.md', 'isms export readiness my-isms --set stage=1 --format md -o -'],
    ['docs/cli.md', 'isms check . --format sarif'],
    ['docs/readiness.md', 'isms readiness my-isms --stage 1'],
    ['docs/reliability.md', 'npx vitest run -c test/vitest.config.ts recovery'],
    ['docs/benchmarks.md', 'node corpus/measure-findings.mjs'],
  ])('in %s `%s` is found', (page, command) => {
    expect(commandsOf(readPage(page)).map(found => found.words.join(' '))).toContain(command);
  });
});

describe('what counts as a command', () => {
  const found = (markdown: string): string[] =>
    commandsOf(markdown).map(({ words, line, isMention }) => `${line}${isMention ? '?' : ''}: ${words.join(' ')}`);

  test.each([
    ['a block', '```sh\nnpm test   # all of it\n\nls\nisms stats .\n```', ['2: npm test', '5: isms stats .']],
    [
      'a pipe',
      '```sh\nisms check . | head -3 || node x.mjs > out.txt && npm start\n```',
      ['2: isms check .', '2: node x.mjs', '2: npm start'],
    ],
    ['quoted words', '```sh\nisms check "my isms" \'a # b\'\n```', ['2: isms check my isms a # b']],
    ['output', '```\n$ isms stats .\nisms found nothing\n```', ['2: isms stats .']],
    ['a step of CI', '```yaml\n- run: isms check . > out.sarif || true\n  name: isms\n```', ['2: isms check .']],
    ['an ISMS', '```isms\nisms Acme "Acme" {}\n```', []],
    [
      'a sentence',
      'Run\n`npm run x`, or look at `npm.js` and `isms check, small`.',
      ['2?: npm run x', '2?: isms check'],
    ],
    ['a table', '| a |\n| --- |\n| `isms check [PATH…]` |', ['3?: isms check [PATH…]']],
  ])('%s', (_, markdown, commands) => {
    expect(found(markdown)).toEqual(commands);
  });
});

describe('a false command is told', () => {
  test.each([
    ['npm run no-such-script', 'package.json has no script no-such-script'],
    ['npm run', 'package.json has no script '],
    ['npm strat', 'npm strat is none of the commands of npm that the project uses'],
    ['npm run bench --quick', 'npm keeps --quick for itself; put -- before it'],
    ['npm run bench -- --no-such-option', 'test/bench/bench.mjs knows no --no-such-option'],
    ['npx no-such-program', 'no package brings no-such-program'],
    ['npx vitest -c test/vitest.config.ts', 'vitest -c does not come to an end; use vitest run'],
    ['npx vitest run -c test/no-such-config.ts', 'there is no file test/no-such-config.ts'],
    ['npx vitest run test/cli', 'vitest is given no configuration; put -c test/vitest.config.ts'],
    ['npx vitest run -c test/vitest.config.ts test/cli no-such-test', 'no test file has no-such-test in its path'],
    ['node src/build/no-such-file.mjs', 'there is no file src/build/no-such-file.mjs'],
    ['node --enable-source-maps', 'node is given no file'],
    ['node test/e2e/run.mjs --no-such-option', 'test/e2e/run.mjs knows no --no-such-option'],
    ['node dist/cli/isms.cjs no-such-verb', "error: unknown command 'no-such-verb'"],
    ['bash .ci/no-such-file', 'there is no file .ci/no-such-file'],
    ['isms no-such-verb', "error: unknown command 'no-such-verb'"],
    ['isms check . --no-such-option', "error: unknown option '--no-such-option'"],
    ['isms stats . --fail-on error', "error: unknown option '--fail-on'"],
    [
      'isms check . --format pdf',
      "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are text, json, sarif, junit, github, gitlab.",
    ],
    [
      'isms check . --as-of 2026-02-30',
      "error: option '--as-of <date>' argument '2026-02-30' is invalid. It has to be a date such as 2026-06-15.",
    ],
    [
      'isms export risks . --format csv',
      "error: command-argument value 'risks' is invalid for argument 'document'. Allowed choices are asset-inventory, audit-programme, audit-report, calendar, competence, control-sheets, corrective-actions, coverage, document-register, incidents-and-changes, management-review, objectives, readiness, requirements, risk-acceptances, risk-assessment-report, risk-register, risk-treatment-plan, scope-statement, soa, supplier-register, all, site.",
    ],
    ['isms new', "error: missing required argument 'folder'"],
    ['isms stats one two', "error: too many arguments for 'stats'. Expected 1 argument but got 2."],
    ['isms check examples/no-such-example', 'there is no folder examples/no-such-example'],
    ['isms explain risk/no-such-rule', 'there is no rule risk/no-such-rule'],
  ])('%s', async (command, fault) => {
    expect(await faultOf(typed(command))).toBe(fault);
  });

  test.each([
    ['isms no-such-verb', "error: unknown command 'no-such-verb'"],
    ['isms export soa --no-such-option', "error: unknown option '--no-such-option'"],
    ['npm run no-such-script', 'package.json has no script no-such-script'],
  ])('%s, in a sentence', async (command, fault) => {
    expect(await faultOf(mentioned(command))).toBe(fault);
  });

  test.each(['isms export soa', 'isms check --cache', 'isms new', 'isms'])(
    '%s, in a sentence, is not',
    async command => {
      expect(await faultOf(mentioned(command))).toBeUndefined();
    },
  );

  test.each([
    ...Object.keys(scripts).map(name => `npm run ${name}`),
    'isms export DOCUMENT [PATH] --format FORMAT',
    'isms check [PATH…] --fix',
    'node -e 0',
    'npx vitest run -c test/vitest.config.ts FILTER',
  ])('%s is not', async command => {
    expect(await faultOf(typed(command))).toBeUndefined();
  });
});

describe('docs/cli.md and the command line agree', () => {
  const page = readPage('docs/cli.md');
  const commandFor = async (verb: string) =>
    (await programFor([verb])).commands.find(command => command.name() === verb);

  test('the table lists all verbs, in order, as they can be typed', async () => {
    const usages = [...page.matchAll(/^\| `(isms [^`]*)` \|/gm)].map(([, usage = '']) => usage);
    const { commands } = await programFor([]);
    expect(usages.map(usage => words(usage)[1])).toEqual(commands.map(command => command.name()));
    for (const usage of usages) {
      expect(await faultOf(typed(usage)), usage).toBeUndefined();
      // Brackets say what may be left out.
      const [, verb = '', ...given] = words(usage);
      const taken = (await commandFor(verb))?.registeredArguments;
      const written = given.slice(0, taken?.length).map(word => word.startsWith('['));
      expect(written, usage).toEqual(taken?.map(argument => !argument.required));
    }
  });

  const sections = page.split(/^## /m).slice(1);
  test.each(sections.map(section => [section.split('\n')[0] ?? '', section] as const))(
    'the options that the section of %s names',
    async (verb, section) => {
      const known = (await commandFor(verb))?.options.flatMap(({ short, long }) => [short, long]);
      const named = [...section.matchAll(/`(--?[a-z][a-z-]*)/g)].map(([, option]) => option);
      expect(known).toEqual(expect.arrayContaining(named));
    },
  );
});
