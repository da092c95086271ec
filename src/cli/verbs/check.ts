/** `isms check`: reports what is missing or wrong. */
import { Option } from 'commander';
import { counted } from '../../model/counted.ts';
import { pathOfUri } from '../../node/files.ts';
import type { Preset } from '../../rules/presets.ts';
import type { Severity } from '../../rules/rule.ts';
import { printable } from '../../syntax/text/printable.ts';
import { configFileName } from '../../workspace/configuration/config.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import type { Findings } from '../../workspace/findings.ts';
import type { FixSuggestion } from '../../workspace/fixes.ts';
import { wantsColor } from '../colour.ts';
import { incomplete } from '../faults.ts';
import { find } from '../find.ts';
import { exitCodes, UsageError } from '../io.ts';
import { asOfOption, formatOption, settingOption } from '../options.ts';
import { isSettingElsewhere, readInput, type Source } from '../read.ts';
import { fingerprints } from '../report/fingerprints.ts';
import { type ReporterName, reporterNames, reporters, withFixes } from '../report/index.ts';
import type { Verb } from '../verb.ts';

interface CheckOptions {
  readonly asOf?: string;
  readonly preset?: Preset;
  readonly format: ReporterName;
  readonly failOn: Threshold;
  readonly fix?: boolean;
  readonly cache?: string;
  readonly baseline?: string;
  readonly summary?: boolean;
  readonly groupBy?: 'rule' | 'file' | 'owner';
  readonly color?: boolean;
}

type Threshold = 'error' | 'warning' | 'info';

/** From the gravest on; what stands at or before the threshold fails. */
const thresholds: readonly Severity[] = ['error', 'warning', 'info'];

const help = `
Files are named in the text report as seen from here; in JSON relative to PATH (with several PATHs: as seen from
here); in all others as seen from here, which for servers should be the top of the repository.
A PATH inside an ISMS is checked with all of it, but only findings under PATH are reported.

Examples:
  isms check                            this folder
  isms check clients/acme clients/bolt  two ISMSs
  isms check --as-of 2027-01-01         what will be overdue by then
  isms check --fail-on error            let warnings pass
  isms check --preset stage1            what the review of documents will ask for
  isms check --summary --group-by owner who has how much to do
  isms check --fix                      apply the fixes that need no decision
  isms check --cache .isms-cache        be quick where nothing has changed
  isms check --baseline isms.sarif      only what is new since “isms check --format sarif > isms.sarif”`;

const check: Verb = (command, io, exit) => {
  command
    .argument('[path...]', 'folders or .isms files', ['.'])
    .addOption(asOfOption())
    .addOption(settingOption('preset'))
    .addOption(formatOption(reporterNames, 'text'))
    .addOption(
      new Option('--fail-on <severity>', 'the lightest severity that makes the exit code 1')
        .choices(thresholds)
        .default('warning'),
    )
    .option('--fix', 'apply the fixes that need no decision, then check again')
    .option('--cache <folder>', 'keep findings in this folder, and take them from there where nothing has changed')
    .option('--baseline <file>', 'report only what this earlier report in SARIF does not have')
    .option('--summary', 'show only how many findings there are, by rule or as --group-by says')
    .addOption(
      new Option('--group-by <what>', 'show the findings of a rule, file or owner together, and count them so').choices(
        ['rule', 'file', 'owner'],
      ),
    )
    .option('--color', 'use colours (else only on a terminal, and not where NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', help)
    .action(async (paths: string[], options: CheckOptions) => {
      const baseline =
        options.baseline === undefined
          ? undefined
          : await (await import('../baseline.ts')).readBaseline(options.baseline, io);
      const input = await readInput(paths, { anyLock: !options.fix }, io);
      const { findings, textOf, keep, isPartial, fixes } = await find(input, options, io);
      // What a configuration excludes was not judged.
      const judged = input.sources.filter(({ uri }) => findings.dates.has(uri));
      const faulty = faultyFiles(findings).filter(({ uri }) => !isSettingElsewhere(input, uri));
      const files = [...judged, ...faulty].sort((a, b) => (a.path < b.path ? -1 : 1));
      if (!files.length)
        throw new UsageError(
          `All files under ${printable(paths.join(', '))} are left out by “exclude” in ${configFileName}.`,
        );
      const all = files.flatMap(({ uri }) => findings.diagnostics.get(uri) ?? []);
      const notRead = new Set([...input.unreadFiles.keys(), ...input.unreadFolders.map(({ uri }) => uri)]);
      const unread = all.filter(({ uri }) => notRead.has(uri));
      const compared =
        baseline &&
        (await import('../baseline.ts')).compareWith(
          baseline,
          all,
          fingerprints({ diagnostics: all, io }),
          unread,
          paths,
          io,
        );
      const diagnostics = compared ? all.filter(one => !compared.unchanged.has(one)) : all;
      const dates = new Set(judged.flatMap(({ uri }) => findings.dates.get(uri) ?? []));
      const fails = thresholds.slice(0, thresholds.indexOf(options.failOn) + 1);
      const report = (await reporters[options.format]())({
        diagnostics,
        unread,
        checked: files.map(({ uri }) => uri),
        failing: fails,
        dates: [...dates].sort(),
        hidden: files.reduce((sum, { uri }) => sum + (findings.hidden.get(uri) ?? 0), 0),
        summary: options.summary,
        groupBy: options.groupBy,
        compared,
        fixOf: withFixes.has(options.format) ? fixFinder(await fixes()) : undefined,
        textOf,
        paths,
        io,
        color: options.color ?? wantsColor(io),
      });
      io.stdout.write(report);
      const elsewhere = [...findings.diagnostics.values()].flat().filter(({ uri }) => isSettingElsewhere(input, uri));
      if (elsewhere.length && !options.fix) (await import('../load.ts')).tellElsewhere(elsewhere, input, io);
      if (diagnostics.some(({ severity }) => fails.includes(severity))) exit(exitCodes.findings);
      if (findings.failed.length) {
        io.stderr.write(`isms: ${incomplete(findings.failed)}\n`);
        exit(exitCodes.unusable);
      }
      if (isPartial) exit(exitCodes.unusable);
      if (unread.length) {
        const count = counted(unread.length, 'file or folder', 'files or folders');
        io.stderr.write(`isms: ${count} could not be read, so what is reported is incomplete.\n`);
      }
      await keep?.();
    });
};

/** The fix of a finding, by what the finding is and where. */
function fixFinder(fixes: readonly FixSuggestion[]): (diagnostic: Diagnostic) => FixSuggestion | undefined {
  const keyOf = ({ code, uri, range, message }: Diagnostic): string => JSON.stringify([code, uri, range, message]);
  const byFinding = new Map(fixes.map(fix => [keyOf(fix.diagnostic), fix]));
  return diagnostic => byFinding.get(keyOf(diagnostic));
}

/** The configuration files that are faulty, and what could not be read, wherever they lie: all findings depend on them. */
const faultyFiles = ({ dates, diagnostics }: Findings): Source[] =>
  [...diagnostics.keys()].filter(uri => !dates.has(uri)).map(uri => ({ path: pathOfUri(uri), uri }));

export default check;
