/** What a document leaves open, so that nobody takes it for a whole one: said on its cover, and to whoever writes it. */
import type { RiskLine } from '../../analysis/risk-register.ts';
import type { SoaLine } from '../../analysis/soa.ts';
import { isUnwritten } from '../../model/placeholder.ts';

/** `1 control is undecided`, `3 controls are undecided`; nothing for none. `what` is behind the verb. */
export function gap(count: number, thing: string, what: string): string[] {
  if (!count) return [];
  return [count === 1 ? `1 ${thing} is ${what}` : `${count} ${thing}s are ${what}`];
}

/** The open places of a Statement of Applicability. (6.1.3 d) */
export function soaGaps(lines: readonly SoaLine[]): string[] {
  const decided = lines.filter(({ decision }) => decision !== undefined);
  const unjustified = decided.filter(
    ({ reasons, exclusions, justification }) =>
      !reasons.length && !exclusions.length && (justification === undefined || isUnwritten(justification)),
  );
  const unknown = decided.filter(({ decision, status }) => decision === 'yes' && status === undefined);
  return [
    ...gap(lines.length - decided.length, 'control', 'undecided'),
    ...gap(unjustified.length, 'control', 'without a reason'),
    ...gap(unknown.length, 'control', 'without a status'),
  ];
}

/** The open places of what is said of risks: which of them nobody has assessed, answers for, or has decided about. (6.1.2, 6.1.3) */
export const riskGaps = (risks: readonly RiskLine[]): string[] => [
  ...gap(
    risks.filter(({ inherent, current }) => !inherent?.level && !current?.level).length,
    'risk',
    'without a level',
  ),
  ...gap(risks.filter(({ owner }) => !owner).length, 'risk', 'without an owner'),
  ...gap(risks.filter(({ treatment }) => !treatment.length).length, 'risk', 'without a treatment'),
];
