import { dateOf } from '../../analysis/deadline.ts';
import type { IsoDate } from '../../model/dates.ts';
import type { Approval, Declaration, Ref } from '../../model/declaration.ts';
import { later, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

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
    const act = actOf(declaration);
    if (!act?.on) return;
    const { on, who, message } = act;
    for (const ref of who) {
      const person = resolve(ref)?.declaration;
      const left = person?.$type === 'Person' ? dateOf(person.left) : undefined;
      if (!person || !left || left >= on) continue;
      report({
        at: ref,
        message: saying(message, ref.name, left, labelled(declaration), on),
        related: [{ declaration: person, message: saying('{0} left on {1}', ref.name, left) }],
      });
    }
  },
});

interface Act {
  readonly on: IsoDate | undefined;
  readonly who: readonly Ref[];
  /** With places for the person, the day of leaving, the declaration and the day of the act. */
  readonly message: string;
}

const approvalOf = (approval: Approval | undefined, message: string): Act | undefined =>
  approval && { on: dateOf(approval.on), who: approval.by, message };

/** What somebody did, and on which day. */
function actOf(declaration: Declaration): Act | undefined {
  switch (declaration.$type) {
    case 'Audit':
      return {
        on: dateOf(declaration.performed),
        who: declaration.auditors,
        message: later('{0} left on {1}, but performed {2} on {3}; correct the date or the name.'),
      };
    case 'Review':
      return {
        on: dateOf(declaration.held),
        who: declaration.attendees,
        message: later('{0} left on {1}, but took part in {2} on {3}; correct the date or the name.'),
      };
    case 'Risk':
      return approvalOf(
        declaration.accepted,
        later('{0} left on {1}, but accepted {2} on {3}; correct the date or the name.'),
      );
    case 'Isms':
    case 'Method':
    case 'Programme':
    case 'PolicyDocument':
    case 'Exception':
    case 'Change':
      return approvalOf(
        declaration.approved,
        later('{0} left on {1}, but approved {2} on {3}; correct the date or the name.'),
      );
    default:
      return undefined;
  }
}
