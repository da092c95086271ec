import { possibleScores, readMethod } from '../../analysis/method.ts';
import type { Method, Span } from '../../model/declaration.ts';
import { firstOfSaying, type Saying, say, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
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
        message: saying(
          '{0} begins at {1}, not after {2} ({3}); list the levels from the lowest to the highest.',
          band.label,
          band.from,
          before.label,
          before.from,
        ),
      });
      return;
    }
    for (const [index, band] of bands.entries()) {
      const before = furthest(bands.slice(0, index));
      if (!before || band.from > before.to) continue;
      const next = before.to + 1;
      context.report({
        at: band.fromSpan,
        message: saying(
          before.to > band.from
            ? '{0} and {1} share the score {2} and others; begin {1} at {3}.'
            : '{0} and {1} share the score {2}; begin {1} at {3}.',
          before.label,
          band.label,
          band.from,
          next,
        ),
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
        message: saying(
          '{0} does not say which scores it takes in; write `{0}: 1..4`, for instance, or add a `matrix`.',
          label.value,
        ),
      });
    } else if (to && to.value < from.value) {
      isSound = false;
      report({
        at: { start: from.start, end: to.end },
        message: saying(
          '{0} ends at {1}, before it begins at {2}; write the lower score first.',
          label.value,
          to.value,
          from.value,
        ),
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
  const tell = (missing: readonly number[], message: Saying, correction: Correction): void => {
    if (missing.length) report({ at: correction.at, message, data: correction });
  };
  const below = scores.filter(score => score < first.from);
  const lowest = below[0] ?? first.from;
  tell(
    below,
    saying(
      below.length > 1
        ? 'Scores {0} fall below {1}; begin {1} at {2}.'
        : 'Score {0} falls below {1}; begin {1} at {2}.',
      firstOfSaying(below, 4),
      first.label,
      lowest,
    ),
    startAt(first, lowest),
  );
  for (const [index, band] of bands.entries()) {
    const before = furthest(bands.slice(0, index));
    if (!before) continue;
    const next = before.to + 1;
    const between = scores.filter(score => score >= next && score < band.from);
    tell(
      between,
      saying(
        between.length > 1
          ? 'Scores {0} fall between {1} and {2}; begin {2} at {3}.'
          : 'Score {0} falls between {1} and {2}; begin {2} at {3}.',
        firstOfSaying(between, 4),
        before.label,
        band.label,
        next,
      ),
      startAt(band, next),
    );
  }
  const above = scores.filter(score => score > last.to);
  const highest = above.at(-1) ?? last.to;
  tell(
    above,
    saying(
      above.length > 1 ? 'Scores {0} fall above {1}; end {1} at {2}.' : 'Score {0} falls above {1}; end {1} at {2}.',
      firstOfSaying(above, 4),
      last.label,
      highest,
    ),
    endAt(last, highest),
  );
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
