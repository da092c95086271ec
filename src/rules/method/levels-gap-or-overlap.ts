import { possibleScores, readMethod } from '../../analysis/method.ts';
import type { Method, Span } from '../../model/declaration.ts';
import { say } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { firstOf } from '../wording.ts';
import { isSecond } from './_method.ts';

interface Band extends Span {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Where the two numbers stand. */
  readonly fromSpan: Span;
  readonly toSpan: Span;
}

interface Correction {
  readonly at: Span;
  readonly text: string;
}

export default rule({
  code: 'method/levels-gap-or-overlap',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The levels do not take in each possible score exactly once, from the lowest to the highest.',
  why: 'A score that falls in no level cannot be compared with the appetite, and one that falls in two can be read either way.',
  remedy:
    'Let each level begin one above the end of the level before, the lowest first, up to the highest score that the scales yield.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..2 high: 4..9 }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..3 high: 4..9 }\n}',
  },
  on: ['Method'],
  check(method, context) {
    // With a matrix the scores of the levels are not used.
    if (isSecond(context, method) || method.matrix.some(({ rows }) => rows.length)) return;
    const bands = bandsOf(method, context);
    if (!bands?.length) return;
    // Of levels in disorder the first one out of place is enough; whatever else may be wrong shows once they are in order.
    for (const [index, band] of bands.entries()) {
      const before = bands[index - 1];
      if (!before || band.from > before.from) continue;
      context.report({
        at: band,
        message: `${band.label} begins at ${band.from}, not after ${before.label} (${before.from}); list the levels from the lowest to the highest.`,
      });
      return;
    }
    for (const [index, band] of bands.entries()) {
      const before = furthest(bands.slice(0, index));
      if (!before || band.from > before.to) continue;
      const next = before.to + 1;
      context.report({
        at: band.fromSpan,
        message: `${before.label} and ${band.label} share the score ${band.from}${before.to > band.from ? ' and others' : ''}; begin ${band.label} at ${next}.`,
        data: next <= band.to ? ({ at: band.fromSpan, text: String(next) } satisfies Correction) : undefined,
      });
    }
    reportGaps(possibleScores(readMethod(method)), bands, context);
  },
  fix: ({ declaration, data }) => {
    if (!data) return [];
    const { at, text } = data as Correction;
    return [
      {
        title: say('Change to {0}', text),
        edits: [{ declaration, start: at.start, end: at.end, text }],
        decides: true,
      },
    ];
  },
});

/** The level that goes up furthest, mostly the last one. */
const furthest = (bands: readonly Band[]): Band | undefined =>
  bands.reduce<Band | undefined>((most, band) => (most && most.to >= band.to ? most : band), undefined);

/** The levels with their scores; undefined if one has none, or none that make sense, which is reported. */
function bandsOf(method: Method, { report }: RuleContext): Band[] | undefined {
  const bands: Band[] = [];
  let isSound = true;
  for (const { label, from, to } of method.levels.flatMap(levels => levels.bands)) {
    if (!label) continue;
    if (!from) {
      isSound = false;
      report({
        at: label,
        message: `${label.value} does not say which scores it takes in; write \`${label.value}: 1..4\`, for instance, or add a \`matrix\`.`,
      });
    } else if (to && to.value < from.value) {
      isSound = false;
      report({
        at: { start: from.start, end: to.end },
        message: `${label.value} ends at ${to.value}, before it begins at ${from.value}; write the lower score first.`,
      });
    } else {
      const { start, end } = label;
      bands.push({
        start,
        end,
        label: label.value,
        from: from.value,
        to: (to ?? from).value,
        fromSpan: from,
        toSpan: to ?? from,
      });
    }
  }
  return isSound ? bands : undefined;
}

function reportGaps(scores: readonly number[], bands: readonly Band[], { report }: RuleContext): void {
  const [first] = bands;
  const last = furthest(bands);
  if (!first || !last) return;
  const tell = (missing: readonly number[], where: string, advice: string, correction: Correction): void => {
    if (!missing.length) return;
    const what = `${missing.length > 1 ? 'Scores' : 'Score'} ${firstOf(missing.map(String), 4)}`;
    report({
      at: correction.at,
      message: `${what} ${missing.length > 1 ? 'fall' : 'falls'} ${where}; ${advice}.`,
      data: correction,
    });
  };
  const below = scores.filter(score => score < first.from);
  const lowest = below[0] ?? first.from;
  tell(below, `below ${first.label}`, `begin ${first.label} at ${lowest}`, startAt(first, lowest));
  for (const [index, band] of bands.entries()) {
    const before = furthest(bands.slice(0, index));
    if (!before) continue;
    const next = before.to + 1;
    const between = scores.filter(score => score >= next && score < band.from);
    const where = `between ${before.label} and ${band.label}`;
    tell(between, where, `begin ${band.label} at ${next}`, startAt(band, next));
  }
  const above = scores.filter(score => score > last.to);
  const highest = above.at(-1) ?? last.to;
  tell(above, `above ${last.label}`, `end ${last.label} at ${highest}`, endAt(last, highest));
}

/** Lets a level begin at a score; one of a single score becomes a range. */
const startAt = ({ fromSpan, toSpan, to }: Band, score: number): Correction => ({
  at: fromSpan,
  text: fromSpan === toSpan ? `${score}..${to}` : String(score),
});

const endAt = ({ fromSpan, toSpan, from }: Band, score: number): Correction => ({
  at: toSpan,
  text: fromSpan === toSpan ? `${from}..${score}` : String(score),
});
