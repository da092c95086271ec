import { auditGap, auditsOf, cycleOf } from '../../analysis/audit-coverage.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { freeNameAfter } from '../../model/numbering.ts';
import { wrapped } from '../lists.ts';
import { type Fix, rule } from '../rule.ts';
import { firstOf } from '../wording.ts';

export default rule({
  code: 'audit/not-covered',
  severity: 'warning',
  clause: '9.2.1, 9.2.2',
  summary: 'The audits of a programme leave out clauses or applicable controls.',
  why: 'Within one cycle the internal audits cover all clauses, 4 to 10, and all applicable controls. What is never audited is not known to work.',
  remedy:
    'Add what is missing to `covers:` of an audit that is still to come, or plan another audit within the cycle. A clause takes in its subclauses.',
  example: {
    bad: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9\n}',
    good: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9, 10\n}',
  },
  on: ['Programme'],
  check(programme, context) {
    const audits = auditsOf(context, programme);
    // A programme without audits is told to have none planned, once there are none at all.
    if (!audits.length && !context.all('Audit').length) return;
    const { total, missing } = auditGap(context, programme);
    if (!missing.length) return;
    context.report({
      at: nameSpan(programme),
      message: `${label(programme)} leaves out ${missing.length} of ${total} clauses and controls: ${firstOf(missing, 3)}; plan an audit that covers them.`,
      data: missing,
    });
  },
  fix({ declaration, data }, context): readonly Fix[] {
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
      fixes.push({ title: `Add them to what ${label(next)} covers`, edits: [edit], decides: true });
    }
    const [name] = declaration.names;
    const planned = cycleOf(declaration).to;
    const audit = freeNameAfter({ stem: 'IA-', digits: '0' }, taken => context.named(taken, 'Audit').length > 0);
    if (name && planned) {
      const text = `audit ${audit} "What is not yet audited" {\n  programme: ${name.value}\n  planned: ${planned}\n  covers: ${wrapped(missing, '    ')}\n}`;
      fixes.push({
        title: `Plan an audit of what is left on ${planned}`,
        decides: true,
        edits: [{ after: audits.at(-1) ?? declaration, place: 'declaration', text }],
      });
    }
    return fixes;
  },
});
