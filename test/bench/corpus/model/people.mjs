/** Roles and who holds them. */

import { flag, refs, text } from '../values.mjs';
import { words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function people({ chance, when, count, roleIds, insiders }) {
  return [
    ...roleIds.map((id, i) =>
      declaration(
        'role',
        id,
        i === 0 ? 'Chief executive officer' : `${id.replace(/\d+$/, '')} of the company`,
        i === 0
          ? [['top-management', flag]]
          : id === 'ExternalAuditor'
            ? [['external', flag]]
            : [['notes', text(`Responsible for tasks ${when()}`)]],
      ),
    ),
    ...list(count.person, i => {
      const first = chance.pick(words.first);
      const last = chance.pick(words.last);
      // Every role is held; who audits does nothing else.
      const own = roleIds[i] ?? chance.pick(insiders);
      const others = own === 'ExternalAuditor' || i < roleIds.length ? [] : [chance.pick(insiders)];
      return declaration('person', `${first}${last}${digits(i, 4)}`, `${first} ${last}`, [
        ['roles', refs([...new Set([own, ...others])])],
        ['email', text(`${first}.${last}.${i}@acme.example`.toLowerCase())],
      ]);
    }),
  ];
}
