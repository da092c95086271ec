import { dateOf } from '../../analysis/deadline.ts';
import type { IsoDate } from '../../model/dates.ts';
import { type Approval, type Declaration, label, type Ref } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'person/acted-after-leaving',
  severity: 'warning',
  moment: 'contradiction',
  clause: '7.5.3',
  summary: 'Somebody approved, accepted, audited or took part on a day after he or she had left.',
  why: 'Two records contradict each other: one of them is wrong, or the approval was written down by somebody else. Auditors compare approvals with the list of leavers.',
  remedy: 'Correct the date or the name; what nobody approved has to be approved by who is there now.',
  example: {
    bad: 'person JaneDoe "Jane Doe" {\n  left: 2026-01-31\n}\ndocument AccessPolicy "Access policy" {\n  approved: 2026-03-01 by JaneDoe\n}',
    good: 'person JaneDoe "Jane Doe" {\n  left: 2026-03-31\n}\ndocument AccessPolicy "Access policy" {\n  approved: 2026-03-01 by JaneDoe\n}',
    asOf: '2026-06-01',
  },
  on: ['Isms', 'Method', 'Programme', 'PolicyDocument', 'Risk', 'Exception', 'Change', 'Audit', 'Review'],
  damagedToo: true,
  check(declaration, { report, resolve }) {
    const { on, who, did } = actOf(declaration) ?? {};
    if (!on || !who) return;
    for (const ref of who) {
      const person = resolve(ref)?.declaration;
      const left = person?.$type === 'Person' ? dateOf(person.left) : undefined;
      if (!person || !left || left >= on) continue;
      report({
        at: ref,
        message: `${ref.name} left on ${left}, but ${did} ${label(declaration)} on ${on}; correct the date or the name.`,
        related: [{ declaration: person, message: `${ref.name} left on ${left}` }],
      });
    }
  },
});

interface Act {
  readonly on: IsoDate | undefined;
  readonly who: readonly Ref[];
  readonly did: string;
}

const approvalOf = (approval: Approval | undefined, did: string): Act | undefined =>
  approval && { on: dateOf(approval.on), who: approval.by, did };

/** What somebody did, and on which day. */
function actOf(declaration: Declaration): Act | undefined {
  switch (declaration.$type) {
    case 'Audit':
      return { on: dateOf(declaration.performed), who: declaration.auditors, did: 'performed' };
    case 'Review':
      return { on: dateOf(declaration.held), who: declaration.attendees, did: 'took part in' };
    case 'Risk':
      return approvalOf(declaration.accepted, 'accepted');
    case 'Isms':
    case 'Method':
    case 'Programme':
    case 'PolicyDocument':
    case 'Exception':
    case 'Change':
      return approvalOf(declaration.approved, 'approved');
    default:
      return undefined;
  }
}
