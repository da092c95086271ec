/** `isms coverage`: which controls correspond to the entries of a framework, built in or one's own, and how far they are. */
import { resolve } from 'node:path';
import { coverableFrameworks, coverageStates } from '../../analysis/framework-coverage.ts';
import { frameworkNamed } from '../../analysis/frameworks.ts';
import {
  type Coverage,
  type CoveredEntryData,
  coverageData,
  type FrameworkCoverageData,
  standingOf,
  statesOf,
} from '../../documents/data/coverage.ts';
import { nearest } from '../../language/nearest.ts';
import type { IsmsView } from '../../model/view.ts';
import { isThere } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { making } from '../faults.ts';
import { UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
An entry is covered by the controls that a mapping relates it to; a mapping is read from either side, and one of your own counts like a built-in
one. Mappings are informative: that a control corresponds to an entry does not prove that the entry is fulfilled.

States: implemented (all of its controls are), partial, planned, excluded, undecided, clauses-only (clauses of ISO/IEC 27001
correspond to it, which an ISMS has to fulfil anyway), unmapped (nothing corresponds to it).

Examples:
  isms coverage my-isms                  all frameworks, with totals
  isms coverage NistCsf my-isms          each entry of one
  isms coverage NistCsf --format json    the same for programs`;

const coverage: Verb = (command, io) => {
  command
    .argument('[framework]', 'the name of a catalogue; all if left out')
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (first: string | undefined, path: string, { asOf, format }: { asOf?: string; format: string }) => {
      // With one argument, what is there as a file or folder is meant as one.
      const isPath = first !== undefined && path === '.' && isThere(resolve(io.cwd, first));
      const name = isPath ? undefined : first;
      const { unit } = await loadOne(isPath ? first : path, { asOf }, io);
      const view = unit.view();
      if (name !== undefined) refuseUnknown(view, name);
      const report = await making('The coverage', io, () => coverageData(view, name));
      if (format === 'json') io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      else io.stdout.write(name === undefined ? overview(report) : report.frameworks.map(pageOf).join('\n'));
    });
};

function refuseUnknown(view: IsmsView, name: string): void {
  const known = coverableFrameworks(view).map(framework => framework.name);
  if (known.includes(name)) return;
  if (frameworkNamed(view, name)) {
    throw new UsageError(
      `${printable(name)} holds requirements of the ISMS itself, which controls do not cover; “isms readiness” says how far they are.`,
    );
  }
  const [near] = nearest(name, known, 1);
  throw new UsageError(
    `There is no catalogue ${printable(name)}. ${near ? `Did you mean ${near}?` : `There are ${known.join(', ')}.`}`,
  );
}

const countsOf = ({ totals }: FrameworkCoverageData): string =>
  [`${totals.entries} entries`, ...statesOf(totals).map(({ state, count }) => `${count} ${state}`)].join(', ');

const nameLine = ({ id, title, keptIn }: FrameworkCoverageData): string =>
  printable([id, title, keptIn === null ? null : `(kept in ${keptIn})`].filter(part => part !== null).join('  '));

const overview = ({ frameworks }: Coverage): string =>
  frameworks.map(framework => `${nameLine(framework)}\n  ${countsOf(framework)}\n`).join('');

function pageOf(framework: FrameworkCoverageData): string {
  const { entries, mappings } = framework;
  const width = Math.max(0, ...entries.map(({ id }) => printable(id).length));
  const lines: string[] = [];
  let theme: string | null = null;
  for (const entry of entries) {
    if (entry.theme !== theme) lines.push('', printable(entry.theme ?? 'Without theme'));
    theme = entry.theme;
    lines.push(...linesOf(entry, width));
  }
  const through = mappings.map(({ id }) => id).join(', ');
  return [
    nameLine(framework),
    countsOf(framework),
    through ? `Through ${printable(through)}; mappings are informative.` : 'No mapping relates it to anything.',
    ...lines,
    '',
  ].join('\n');
}

/** How wide the longest state is. */
const stateWidth = Math.max(...coverageStates.map(state => state.length));

function linesOf({ id, title, state, controls, clauses }: CoveredEntryData, width: number): string[] {
  const head = `  ${printable(id).padEnd(width)}  ${state.padEnd(stateWidth)}  ${printable(title ?? '')}`.trimEnd();
  const related = [
    ...controls.map(control => `${printable(control.id)} ${standingOf(control)}`),
    ...(clauses.length ? [`clauses ${clauses.map(printable).join(', ')}`] : []),
  ];
  return related.length ? [head, `  ${' '.repeat(width)}  ${related.join('; ')}`] : [head];
}

export default coverage;
