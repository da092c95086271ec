import { levelOf, readMethod } from '../../analysis/method.ts';
import { rule } from '../rule.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/matrix-descending',
  severity: 'warning',
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
    for (const [index, { label, cells }] of ranked.entries()) {
      for (const [column, cell] of cells.entries()) {
        const left = cells[column - 1];
        const rarer = ranked[index - 1];
        const above = rarer?.cells[column];
        const cellOf = (row: string, at: number): string =>
          `${row} and ${method.impact[at]?.label ?? `impact ${at + 1}`}`;
        const lower =
          left && rank(cell.value) < rank(left.value)
            ? `${cellOf(label, column - 1)} ${left.value}`
            : rarer && above && rank(cell.value) < rank(above.value)
              ? `${cellOf(rarer.label, column)} ${above.value}`
              : undefined;
        if (!lower) continue;
        context.report({
          at: cell,
          message: `${cellOf(label, column)} make ${cell.value}, but ${lower}; more cannot make a risk smaller, so correct one of the two.`,
        });
      }
    }
  },
});
