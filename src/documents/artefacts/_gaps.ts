/** What a document leaves open, so that nobody takes it for a whole one: said on its cover, and to whoever writes it. */

import type { RiskLine } from '../../analysis/risk-register.ts';
import type { SoaLine } from '../../analysis/soa.ts';
import { saysNothing } from '../../model/placeholder.ts';
import { countedSaying, type Saying } from '../../wording/wording.ts';

/** A gap with its count, `1 control is undecided` or `3 controls are undecided`; nothing for none. */
export const gap = (count: number, one: string, several: string): Saying[] =>
  count ? [countedSaying(count, one, several)] : [];

/** The open places of a Statement of Applicability. (6.1.3 d) */
export function soaGaps(lines: readonly SoaLine[]): Saying[] {
  const decided = lines.filter(({ decision }) => decision !== undefined);
  const unjustified = decided.filter(
    ({ reasons, exclusions, justification }) =>
      !reasons.length && !exclusions.length && (justification === undefined || saysNothing(justification)),
  );
  const unknown = decided.filter(({ decision, status }) => decision === 'yes' && status === undefined);
  return [
    ...gap(lines.length - decided.length, '{0} control is undecided', '{0} controls are undecided'),
    ...gap(unjustified.length, '{0} control is without a reason', '{0} controls are without a reason'),
    ...gap(unknown.length, '{0} control is without a status', '{0} controls are without a status'),
  ];
}

/** The open places of what is said of risks: which of them nobody has assessed, answers for, or has decided about. (6.1.2, 6.1.3) */
export const riskGaps = (risks: readonly RiskLine[]): Saying[] => [
  ...gap(
    risks.filter(({ inherent, current }) => !inherent?.level && !current?.level).length,
    '{0} risk is without a level',
    '{0} risks are without a level',
  ),
  ...gap(risks.filter(({ owner }) => !owner).length, '{0} risk is without an owner', '{0} risks are without an owner'),
  ...gap(
    risks.filter(({ treatment }) => !treatment.length).length,
    '{0} risk is without a treatment',
    '{0} risks are without a treatment',
  ),
];
