/** What the audits of a programme leave out, or those of an ISMS without one, and how it is planned. */
import { auditGap, auditsOf, cycleOf } from '../../analysis/audit-coverage.ts';
import { addMonths } from '../../model/dates.ts';
import { type Declarations, type Isms, label, nameSpan } from '../../model/declaration.ts';
import { freeNameAfter } from '../../model/numbering.ts';
import { firstOfSaying, say, saying } from '../../wording/wording.ts';
import { wrapped } from '../lists.ts';
import type { Fix, FixContext, FixTarget, RuleContext } from '../rule.ts';
import { labelled } from '../wording.ts';

type Frame = Declarations['Programme'] | Isms;

/** So far ahead an audit is planned where no cycle says until when. */
const monthsAhead = 3;

const programmeOf = (frame: Frame): Declarations['Programme'] | undefined =>
  frame.$type === 'Programme' ? frame : undefined;

/** Tells the clauses or the controls that no audit of the programme covers, or none at all where there is no programme. */
export function reportGap(frame: Frame, context: RuleContext, what: 'clauses' | 'controls'): void {
  const programme = programmeOf(frame);
  if (!programme && context.count('Programme')) return;
  const audits = auditsOf(context, programme);
  // That there are no audits at all is told by another rule.
  if (!audits.length && (!programme || !context.all('Audit').length)) return;
  const { total, missing } = auditGap(context, programme)[what];
  if (!missing.length) return;
  context.report({
    at: nameSpan(frame),
    message: saying(
      what === 'clauses'
        ? 'The audits of {0} leave out {1} of {2} clauses: {3}; plan an audit that covers them.'
        : total === 1
          ? 'The audits of {0} leave out {1} of {2} control: {3}; plan an audit that covers them.'
          : 'The audits of {0} leave out {1} of {2} controls: {3}; plan an audit that covers them.',
      labelled(frame),
      missing.length,
      total,
      firstOfSaying(missing, 3),
    ),
    data: missing,
  });
}

/** Adds what is missing to an audit to come, or plans one for it. */
export function planToCover({ declaration, data }: FixTarget<Frame>, context: FixContext): readonly Fix[] {
  const missing = Array.isArray(data) ? data.filter(id => typeof id === 'string') : [];
  if (!missing.length) return [];
  const programme = programmeOf(declaration);
  const audits = auditsOf(context, programme);
  const next = audits.filter(({ performed, covers }) => !performed && covers.length).at(-1);
  const last = next?.covers.at(-1);
  const fixes: Fix[] = [];
  if (next && last) {
    const edit = {
      declaration: next,
      start: last.end,
      end: last.end,
      text: context.textOf(next).includes('\n') ? `,\n    ${wrapped(missing, '    ')}` : `, ${missing.join(', ')}`,
    };
    fixes.push({ title: say('Add them to what {0} covers', label(next)), edits: [edit], decides: true });
  }
  const name = programme?.names[0];
  const planned = programme ? cycleOf(programme).to : addMonths(context.asOf, monthsAhead);
  const audit = freeNameAfter({ stem: 'IA-', digits: '0' }, taken => context.named(taken, 'Audit').length > 0);
  if (planned && (name || !programme)) {
    const frame = name ? `  programme: ${name.value}\n` : '';
    const text = `audit ${audit} "What is not yet audited" {\n${frame}  planned: ${planned}\n  covers: ${wrapped(missing, '    ')}\n}`;
    fixes.push({
      title: say('Plan an audit of what is left on {0}', planned),
      decides: true,
      edits: [{ after: audits.at(-1) ?? declaration, place: 'declaration', text }],
    });
  }
  return fixes;
}
