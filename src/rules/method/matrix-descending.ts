import { fallsThroughout, impactScales, levelOf, type RiskMethod, readMethod } from '../../analysis/method.ts';
import { nameSpan } from '../../model/declaration.ts';
import { type SayingValue, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/matrix-descending',
  severity: 'warning',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'In the matrix a risk gets lower when its likelihood or impact gets higher.',
  why: 'Results have to be consistent: more of either never makes a risk smaller. Mostly two cells, or the order of the levels, were exchanged.',
  remedy:
    'Compare the cell with its neighbours: levels stay the same or rise from left to right and from a rarer row to a likelier one.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low high }\n  matrix {\n    rare: low, high\n    likely: high, low\n  }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low high }\n  matrix {\n    rare: low, low\n    likely: low, high\n  }\n}',
  },
  on: ['Method'],
  damagedToo: true,
  check(declaration, context) {
    if (isSecond(context, declaration)) return;
    const method = readMethod(declaration);
    const rows = declaration.matrix.flatMap(matrix => matrix.rows);
    const ranked = method.likelihood.flatMap(({ label }) => {
      const row = rows.find(({ likelihood }) => likelihood?.value === label);
      return row ? [{ label, cells: row.cells }] : [];
    });
    const rank = (label: string | undefined): number => levelOf(method, label)?.rank ?? Number.NaN;
    const cells = ranked.map(row => row.cells);
    const [levels] = declaration.levels;
    if (levels && fallsThroughout(method)) {
      context.report({
        at: levels.bands[0]?.label ?? nameSpan(declaration),
        message: saying(
          'The matrix falls with every step, as if the highest level stood first; list the levels from the lowest to the highest.',
        ),
      });
      return;
    }
    for (const { low, high } of descents(cells.map(row => row.map(cell => rank(cell.value))))) {
      const [lower, higher] = [low, high].map(([row, column]) => ({
        row: ranked[row]?.label ?? '',
        column: columnName(method, column),
        cell: cells[row]?.[column],
      }));
      if (!lower?.cell || !higher?.cell) continue;
      context.report({
        at: lower.cell,
        message: saying(
          lower.row === higher.row
            ? '{0} × {1} has a lower level ({2}) than {3} × {4} ({5}); a higher impact must not lower it: correct a cell.'
            : '{0} × {1} has a lower level ({2}) than {3} × {4} ({5}); a higher likelihood must not lower it: correct a cell.',
          lower.row,
          lower.column,
          lower.cell.value,
          higher.row,
          higher.column,
          higher.cell.value,
        ),
      });
    }
  },
});

type Place = readonly [row: number, column: number];

interface Descent {
  readonly low: Place;
  readonly high: Place;
}

/**
 * Where a level falls along a row or down a column. One wrong cell makes several such places: the cell that has most part in them is
 * told once, so that what remains are other faults.
 */
function descents(ranks: readonly (readonly number[])[]): Descent[] {
  let left: Descent[] = ranks.flatMap((row, r) =>
    row.flatMap((rank, c): Descent[] => [
      ...(rank < (row[c - 1] ?? Number.NaN) ? [{ low: [r, c] as const, high: [r, c - 1] as const }] : []),
      ...(rank < (ranks[r - 1]?.[c] ?? Number.NaN) ? [{ low: [r, c] as const, high: [r - 1, c] as const }] : []),
    ]),
  );
  const told: Descent[] = [];
  while (left.length) {
    const parts = new Map<string, number>();
    for (const place of left.flatMap(({ low, high }) => [low, high])) {
      parts.set(place.join(), (parts.get(place.join()) ?? 0) + 1);
    }
    const most = Math.max(...parts.values());
    const isMeant = ({ low, high }: Descent): boolean => [low, high].some(place => parts.get(place.join()) === most);
    const [first] = left.filter(isMeant);
    if (!first) break;
    const cause = parts.get(first.low.join()) === most ? first.low : first.high;
    told.push(first);
    left = left.filter(({ low, high }) => low.join() !== cause.join() && high.join() !== cause.join());
  }
  return told.sort((a, b) => a.low[0] - b.low[0] || a.low[1] - b.low[1]);
}

/** The step of the impact scale over a column; where each property has its own scale, the word that all of them have there. */
function columnName(method: RiskMethod, column: number): SayingValue {
  const words = new Set(impactScales(method).map(({ steps }) => steps[column]?.label));
  const [word] = words;
  return words.size === 1 && word ? word : saying('step {0} of the impact', column + 1);
}
