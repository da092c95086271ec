/** What the audits of a programme leave out, and how it is planned. */
import { auditGap, auditsOf, cycleOf } from '../../analysis/audit-coverage.ts';
import { type Declarations, label, nameSpan } from '../../model/declaration.ts';
import { freeNameAfter } from '../../model/numbering.ts';
import { firstOfSaying, say, saying } from '../../wording/wording.ts';
import { wrapped } from '../lists.ts';
import type { Fix, FixContext, FixTarget, RuleContext } from '../rule.ts';
import { labelled } from '../wording.ts';

type Programme = Declarations['Programme'];

/** Tells the clauses or the controls that no audit of the programme covers. */
export function reportGap(programme: Programme, context: RuleContext, what: 'clauses' | 'controls'): void {
  const audits = auditsOf(context, programme);
  // A programme without audits is told to have none planned, once there are none at all.
  if (!audits.length && !context.all('Audit').length) return;
  const { total, missing } = auditGap(context, programme)[what];
  if (!missing.length) return;
  context.report({
    at: nameSpan(programme),
    message: saying(
      what === 'clauses'
        ? 'The audits of {0} leave out {1} of {2} clauses: {3}; plan an audit that covers them.'
        : total === 1
          ? 'The audits of {0} leave out {1} of {2} control: {3}; plan an audit that covers them.'
          : 'The audits of {0} leave out {1} of {2} controls: {3}; plan an audit that covers them.',
      labelled(programme),
      missing.length,
      total,
      firstOfSaying(missing, 3),
    ),
    data: missing,
  });
}

/** Adds what is missing to an audit to come, or plans one for it. */
export function planToCover({ declaration, data }: FixTarget<Programme>, context: FixContext): readonly Fix[] {
  const missing = Array.isArray(data) ? data.filter(id => typeof id === 'string') : [];
  if (!missing.length) return [];
  const audits = auditsOf(context, declaration);
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
  const [name] = declaration.names;
  const planned = cycleOf(declaration).to;
  const audit = freeNameAfter({ stem: 'IA-', digits: '0' }, taken => context.named(taken, 'Audit').length > 0);
  if (name && planned) {
    const text = `audit ${audit} "What is not yet audited" {\n  programme: ${name.value}\n  planned: ${planned}\n  covers: ${wrapped(missing, '    ')}\n}`;
    fixes.push({
      title: say('Plan an audit of what is left on {0}', planned),
      decides: true,
      edits: [{ after: audits.at(-1) ?? declaration, place: 'declaration', text }],
    });
  }
  return fixes;
}
