import { annexA } from '../../catalogues/annex-a.ts';
import { clauses } from '../../catalogues/clauses.ts';
import { nearest } from '../../language/nearest.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { faultyIds } from './_annex-id.ts';

const ids = annexA.map(control => control.id);
const clauseIds = clauses.map(clause => clause.id);

/** The controls of a theme, if an id is one: `A.5`. */
const controlsOf = (id: string): readonly string[] =>
  /^a\.\d$/i.test(id) ? ids.filter(control => control.startsWith(`${id.toUpperCase()}.`)) : [];

export default rule({
  code: 'control/unknown-id',
  severity: 'error',
  clause: '6.1.3 c',
  summary: 'An id looks like one of Annex A, but neither the 2022 nor the 2013 edition has it as a control.',
  why: 'A number that does not exist is usually a typing error, and the control that was meant stays undecided. An own control under such a number would be taken for one of Annex A.',
  remedy: 'Correct the number. Give a control of your own a name of another shape, such as `ACME-1`.',
  example: {
    bad: 'control A.8.35 "Backup of backups" {\n  applicable: yes\n}',
    good: 'control ACME-1 "Backup of backups" {\n  applicable: yes\n}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    for (const { id, at, isEntry, fault } of faultyIds(declaration, context)) {
      if (fault.fault !== 'unknown') continue;
      // What refers to an entry under a wrong id is right as soon as the entry is.
      if (!isEntry && context.named(id, 'Control').length) continue;
      const theme = controlsOf(id);
      if (theme.length) {
        context.report({
          at,
          message: saying(
            '{0} is a theme of Annex A and no control; name its controls, from {1} to {2}.',
            id,
            theme[0] ?? '',
            theme.at(-1) ?? '',
          ),
          data: { id, isCoverable: false },
        });
        continue;
      }
      const isCoverable = 'type' in at && at.type === 'Coverable';
      context.report({
        at,
        message: saying(
          isEntry
            ? '{0} is not a control of Annex A; correct it, or give your own control a name such as ACME-1.'
            : isCoverable
              ? '{0} is neither a clause nor a control of Annex A; correct it.'
              : '{0} is not a control of Annex A; correct it.',
          id,
        ),
        data: { id, isCoverable },
      });
    }
  },
  fix: ({ declaration, at, data }) => {
    const { id, isCoverable } = data as { id: string; isCoverable: boolean };
    if (controlsOf(id).length) return [];
    const isBare = /^\d/.test(id);
    const near =
      isBare && isCoverable ? nearest(id, clauseIds, 99) : nearest(isBare ? `A.${id}` : id.toUpperCase(), ids, 99);
    // A wrong number is likelier than a wrong theme.
    const theme = id.slice(0, id.lastIndexOf('.') + 1);
    const sorted = [...near.filter(other => other.includes(theme)), ...near.filter(other => !other.includes(theme))];
    return sorted.slice(0, 3).map(meant => ({
      title: say('Replace by {0}', meant),
      edits: [{ declaration, start: at.start, end: at.end, text: meant }],
    }));
  },
});
