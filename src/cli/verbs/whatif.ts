/** `isms whatif`: what would follow if controls were gone, suppliers failed or evidence ended. Nothing is written. */
import type { Command } from 'commander';
import type { Evaluation } from '../../analysis/method.ts';
import { fullName } from '../../analysis/named.ts';
import { type Loss, type Supposition, supposable, type WhatIf, whatIf } from '../../analysis/what-if.ts';
import { nearest } from '../../language/nearest.ts';
import { counted } from '../../model/counted.ts';
import type { IsmsView } from '../../model/view.ts';
import { printable } from '../../syntax/text/printable.ts';
import { making } from '../faults.ts';
import { exitCodes, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
A risk that counts on what is gone stands as it was assessed without its treatment: nothing is estimated. Evidence raises no risk; it makes
lines of the Statement of Applicability untrue that have no other.

Exit codes: 0 nothing would be above the acceptance criteria or untrue, 1 something would, 2 usage.

Examples:
  isms whatif my-isms --without A.8.13            a control is switched off
  isms whatif --supplier-fails Hosting            a supplier fails, with what it performs
  isms whatif --evidence-ends RestoreTest --format json`;

interface Options {
  readonly without: readonly string[];
  readonly supplierFails: readonly string[];
  readonly evidenceEnds: readonly string[];
  readonly asOf?: string;
  readonly format: string;
}

const whatif: Verb = (command, io, exit) => {
  repeated(command, '--without <control>', 'a control that would be gone; may be given several times');
  repeated(command, '--supplier-fails <supplier>', 'a supplier that would fail; may be given several times');
  repeated(command, '--evidence-ends <evidence>', 'evidence that would no longer be valid; may be given several times');
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (path: string, { asOf, format, ...options }: Options) => {
      const supposed: Supposition = {
        withoutControls: options.without,
        failingSuppliers: options.supplierFails,
        endedEvidence: options.evidenceEnds,
      };
      if (!Object.values(supposed).some(names => names.length))
        throw new UsageError('Say what would be gone with --without, --supplier-fails or --evidence-ends.');
      const { unit } = await loadOne(path, { asOf }, io);
      const view = unit.view();
      refuseUnknown(view, supposed);
      const follows = await making('What would follow', io, () => whatIf(view, supposed));
      io.stdout.write(
        format === 'json' ? `${JSON.stringify(dataOf(view, follows), null, 2)}\n` : textOf(view, follows),
      );
      if (follows.lines.length || follows.risks.some(({ risesAbove }) => risesAbove !== false))
        exit(exitCodes.findings);
    });
};

function repeated(command: Command, flags: string, description: string): void {
  command.option(flags, description, (value: string, before: readonly string[]) => [...before, value], []);
}

function refuseUnknown(view: IsmsView, supposition: Supposition): void {
  for (const { word, supposed, declared } of supposable(view, supposition)) {
    for (const name of supposed) {
      if (declared.includes(name)) continue;
      const [near] = nearest(name, declared, 1);
      throw new UsageError(
        `No ${word} ${printable(name)} is declared in this ISMS${view.usesOthers ? ' or shared by one that it uses' : ''}.${near ? ` Did you mean ${printable(near)}?` : ''} “isms list” shows what is.`,
      );
    }
  }
}

const levelData = (evaluation: Evaluation | undefined) =>
  evaluation ? { score: evaluation.score, level: evaluation.level?.label ?? null } : null;

const dataOf = (view: IsmsView, { risks, lines, assets }: WhatIf) => ({
  asOf: view.asOf,
  risks: risks.map(({ risk, before, after, risesAbove, because }) => ({
    ...risk,
    before: levelData(before),
    after: levelData(after),
    risesAbove: risesAbove ?? null,
    because: because.map(lossData),
  })),
  lines: lines.map(({ control, because }) => ({ ...control, because: because.map(lossData) })),
  assets,
});

const lossText = ({ kind, id, keptIn }: Loss): string =>
  `${kind} ${id}${keptIn === undefined ? '' : `, kept in ${keptIn}`}`;

const lossData = ({ kind, id, keptIn }: Loss) => ({ kind, id, keptIn: keptIn ?? null });

const levelText = (evaluation: Evaluation | undefined): string =>
  evaluation ? `${evaluation.score}${evaluation.level ? ` ${evaluation.level.label}` : ''}` : 'not known';

function textOf(view: IsmsView, { risks, lines, assets }: WhatIf): string {
  const shown: string[] = [];
  const list = (title: string, items: readonly string[]): void => {
    if (items.length) shown.push(title, ...items.map(item => `  ${printable(item)}`), '');
  };
  const reasons = (because: readonly Loss[]): string => because.map(lossText).join('; ');
  list(
    'Risks that would stand higher',
    risks.map(({ risk, before, after, risesAbove, because }) => {
      const above =
        risesAbove === undefined
          ? '; no level without treatment is stated'
          : risesAbove
            ? '; above the acceptance criteria'
            : '';
      return `${fullName(risk)}: ${levelText(before)} → ${levelText(after)}${above} (${reasons(because)})`;
    }),
  );
  list(
    'Lines of the Statement of Applicability that would be untrue',
    lines.map(({ control, because }) => `${fullName(control)} (${reasons(because)})`),
  );
  list('Assets that would fail', assets.map(fullName));
  const above = risks.filter(({ risesAbove }) => risesAbove).length;
  shown.push(
    `${counted(above, 'risk')} above the acceptance criteria and ${counted(lines.length, 'untrue line')}, as of ${view.asOf}.`,
  );
  return `${shown.join('\n')}\n`;
}

export default whatif;
