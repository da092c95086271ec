import { impactScales, levelOf, type RiskMethod, readMethod } from '../../analysis/method.ts';
import { nearestMeant } from '../../language/nearest.ts';
import { keySpan, type Method, nameSpan } from '../../model/declaration.ts';
import { countedSaying, firstOfSaying, listSaying, say, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { isSecond } from './_method.ts';

interface Suggestions {
  readonly words: readonly string[];
}

export default rule({
  code: 'method/matrix-incomplete',
  severity: 'error',
  clause: '6.1.2 b',
  summary: 'The matrix does not name a level for each likelihood and impact.',
  why: 'A risk whose likelihood and impact meet in an empty cell has no level, so that it can be neither ranked nor compared with the appetite.',
  remedy:
    'Write one row for each word of the likelihood scale, with one level for each step of the impact scale, in its order.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low high }\n  matrix {\n    rare: low, low\n    likely: low\n  }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low high }\n  matrix {\n    rare: low, low\n    likely: low, high\n  }\n}',
  },
  on: ['Method'],
  check(declaration, context) {
    if (isSecond(context, declaration) || !declaration.matrix.some(({ rows }) => rows.length)) return;
    const method = readMethod(declaration);
    if (method.likelihood.length) checkRows(declaration, method, context);
    checkCells(declaration, method, context);
  },
  fix({ declaration, at, data }) {
    const { words } = (data ?? { words: [] }) as Suggestions;
    return words.map(word => ({
      title: say('Change to {0}', word),
      edits: [{ declaration, start: at.start, end: at.end, text: word }],
      decides: true,
    }));
  },
});

const rowsOf = ({ matrix }: Method) => matrix.flatMap(({ rows }) => rows);

function checkRows(declaration: Method, method: RiskMethod, { report }: RuleContext): void {
  const words = method.likelihood.map(({ label }) => label);
  const rows = new Set(rowsOf(declaration).map(({ likelihood }) => likelihood?.value));
  const missing = words.filter(word => !rows.has(word));
  const unknown = [...rows].filter(word => word !== undefined && !words.includes(word));
  // A misspelt row is one that is missing too: it is told once.
  const meant = unknown.flatMap(word => nearestMeant(word ?? '', missing, 1));
  const left = missing.filter(word => !meant.includes(word));
  if (left.length > unknown.length - meant.length) {
    report({
      at: keySpan(declaration, 'matrix') ?? nameSpan(declaration),
      message: saying('The matrix has no row for {0}; add one with a level for each impact.', firstOfSaying(left, 4)),
    });
  }
  const seen = new Set<string>();
  for (const { likelihood } of rowsOf(declaration)) {
    if (!likelihood) continue;
    if (!words.includes(likelihood.value)) {
      const near = nearestMeant(likelihood.value, missing, 3);
      report({
        at: likelihood,
        message: saying(
          '{0} is not on the likelihood scale; write {1}.',
          likelihood.value,
          listSaying(near.length ? near : words.slice(0, 6), 'or'),
        ),
        data: {
          words: near.length ? near : missing,
        } satisfies Suggestions,
      });
    } else if (seen.has(likelihood.value)) {
      report({
        at: likelihood,
        message: saying('The matrix has a row for {0} already; keep one of the two.', likelihood.value),
      });
    }
    seen.add(likelihood.value);
  }
}

function checkCells(declaration: Method, method: RiskMethod, { report }: RuleContext): void {
  const wanted = Math.max(0, ...impactScales(method).map(({ steps }) => steps.length));
  const levels = method.levels.map(({ label }) => label);
  for (const { likelihood, cells } of rowsOf(declaration)) {
    if (!likelihood) continue;
    if (wanted && cells.length !== wanted) {
      report({
        at: likelihood,
        message: saying(
          'The row {0} has {1} for {2} of the impact scale; write one for each, in the order of the scale.',
          likelihood.value,
          countedSaying(cells.length, '{0} level', '{0} levels'),
          countedSaying(wanted, '{0} step', '{0} steps'),
        ),
      });
    }
    if (!levels.length) continue;
    for (const cell of cells) {
      if (levelOf(method, cell.value)) continue;
      const near = nearestMeant(cell.value, levels, 3);
      report({
        at: cell,
        message: saying(
          '{0} is none of the levels; write {1}, or add it to `levels`.',
          cell.value,
          listSaying(near.length ? near : levels.slice(0, 6), 'or'),
        ),
        data: { words: near.length ? near : levels.slice(0, 6) } satisfies Suggestions,
      });
    }
  }
}
