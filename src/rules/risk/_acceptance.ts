import type { Risk } from '../../model/declaration.ts';
import { openDate } from '../../model/placeholder.ts';
import { say } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import type { Fix, FixContext } from '../rule.ts';

/** Records that the owner accepts the risk. When that was only the author knows: the date is left to be filled in. Nothing without a known owner. */
export function acceptanceByOwner(risk: Risk, context: FixContext): Fix[] {
  const { owner, accepted } = risk;
  if (!owner || !context.resolve(owner)) return [];
  if (accepted) {
    const { on, by } = accepted;
    if (!on || by.length) return [];
    return [
      {
        title: say('Record {0}, the owner, as the one who accepted', owner.name),
        edits: [{ declaration: risk, start: on.end, end: on.end, text: ` by ${owner.name}` }],
        decides: true,
      },
    ];
  }
  const text = `accepted: ${openDate} by ${owner.name}`;
  const after = ['owner', 'likelihood', 'impact', 'assessed', 'review', 'treatment', 'controls', 'counterparty'];
  return [
    {
      title: say('Accepted by {0}, the owner, with the date to be filled in', owner.name),
      edits: [insertProperty(risk, context.textOf(risk), text, ...after, 'actions', 'current', 'residual')],
      decides: true,
    },
  ];
}
