import { missingParts, readMethod } from '../../analysis/method.ts';
import { nameSpan } from '../../model/declaration.ts';
import { listSaying, saidValue, say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

const stubs = {
  likelihood: 'likelihood {\n  1: rare\n  2: unlikely\n  3: possible\n  4: likely\n  5: certain\n}',
  impact: 'impact {\n  1: minor\n  2: moderate\n  3: serious\n  4: major\n  5: severe\n}',
  levels: 'levels {\n  low: 1..4\n  medium: 5..9\n  high: 10..16\n  critical: 17..25\n}',
} as const;

export default rule({
  code: 'method/incomplete',
  severity: 'error',
  clause: '6.1.2 a, d, e',
  summary: 'The method lacks a scale or the levels.',
  why: 'A level follows from a likelihood, an impact, and the levels that their combinations fall into. Without one of the three no risk can be evaluated.',
  remedy:
    'Add the blocks that are missing: `likelihood { 1: rare … }`, `impact { 1: minor … }`, `levels { low: 1..4 … }`.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}',
  },
  on: ['Method'],
  check(method, context) {
    if (isSecond(context, method)) return;
    const missing = missingParts(readMethod(method));
    if (!missing.length) return;
    context.report({
      at: nameSpan(method),
      message: saying(
        missing.length > 1
          ? '{0} has no {1}; without them no risk has a level. Add what is missing.'
          : '{0} has no {1}; without it no risk has a level. Add what is missing.',
        shortLabel(method),
        listSaying(
          missing.map(part => `\`${part}\``),
          'or',
        ),
      ),
      data: missing,
    });
  },
  fix({ declaration, data }, context) {
    const parts = data as readonly (keyof typeof stubs)[];
    // A block that is there but empty is filled by hand, and with other levels than ours a stub would not fit.
    const known = { likelihood: declaration.likelihood, impact: declaration.impact, levels: declaration.levels };
    const fitting = parts.filter(part => !known[part].length && (part !== 'levels' || fitsOurLevels(parts, known)));
    if (!fitting.length) return [];
    const source = context.textOf(declaration);
    return [
      {
        title: say('Add {0} with common words', saidValue(listSaying(fitting.map(part => `\`${part}\``)))),
        edits: fitting.map(part => insertProperty(declaration, source, stubs[part])),
        decides: true,
      },
    ];
  },
});

/** Whether the product of the two scales goes up to 25, as that of our stubs does. */
function fitsOurLevels(
  missing: readonly string[],
  known: {
    readonly likelihood: readonly { steps: readonly unknown[] }[];
    readonly impact: readonly { steps: readonly unknown[] }[];
  },
): boolean {
  return (['likelihood', 'impact'] as const).every(
    part => missing.includes(part) || known[part].every(({ steps }) => steps.length === 5),
  );
}
