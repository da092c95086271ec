import { nodeTypes } from '../../language/schema.ts';
import { freeNameAfter, numbered } from '../../model/numbering.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { aKind } from './_described.ts';

/** Entries for what a catalogue names and the blocks of which an ISMS has one have rules of their own. */
const hasOwnRule = (type: string): boolean => Boolean(nodeTypes[type]?.catalogued || nodeTypes[type]?.single);

export default rule({
  code: 'name/duplicate',
  severity: 'error',
  summary: 'Two declarations of the same kind have the same name.',
  why: 'A reference to the name can only mean one of them; the other is never found. In registers the two rows cannot be told apart.',
  remedy: 'Give one of the two another name, or delete it if it is a copy.',
  example: {
    bad: 'risk R-1 "Loss of the database" {}\nrisk R-1 "Theft of a laptop" {}',
    good: 'risk R-1 "Loss of the database" {}\nrisk R-2 "Theft of a laptop" {}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, { report, named }) {
    for (const { name, type, start, end } of declaration.$definitions) {
      if (hasOwnRule(type)) continue;
      const [first] = named(name, type);
      if (!first || (first.declaration === declaration && first.definition.start === start)) continue;
      report({
        at: { start, end },
        message: saying('{0} is the name of {1} already; give this one another name or delete it.', name, aKind(type)),
        related: [{ declaration: first.declaration, name, message: saying('The first {0}', name) }],
        data: { name, type },
      });
    }
  },
  fix({ declaration, at, data }, context) {
    const { name, type } = data as { name: string; type: string };
    const before = context
      .named(name, type)
      .findIndex(found => found.declaration === declaration && found.definition.start === at.start);
    // A name that another kind has would be ambiguous where either may stand.
    const free = freeName(name, before, taken => context.declaredAs(taken).length > 0);
    return [{ title: say('Rename to {0}', free), edits: [{ declaration, start: at.start, end: at.end, text: free }] }];
  },
});

/** A free name in the numbering of a name: `R-008` after `R-007`, `Backup2` for `Backup`. The nth duplicate gets the nth. */
function freeName(name: string, nth: number, isTaken: (name: string) => boolean): string {
  const { stem, digits } = numbered(name);
  return freeNameAfter({ stem, digits: digits || '1' }, isTaken, Math.max(0, nth - 1));
}
