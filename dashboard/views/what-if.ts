/** What would follow if something were gone: beside the traceability, and as marks in it. */
import type { SuppositionData, TraceGraph } from '../../src/pictures/data.ts';
import type { Consequence } from '../../src/pictures/trace-drawing.ts';
import { h, select } from '../dom.ts';
import type { Words } from '../strings.ts';
import { table } from '../table.ts';
import { type Context, fullName } from '../view.ts';

/** What is supposed; undefined where nothing is, or nothing would follow from it. */
export function supposed({ pictures, state }: Context): SuppositionData | undefined {
  return pictures.suppositions.find(one => keyOf(one) === state.gone);
}

export const keyOf = ({ kind, id }: Pick<SuppositionData, 'kind' | 'id'>): string => `${kind} ${id}`;

/** What a thing that can be gone is called. */
const kindWord = (words: Words, kind: SuppositionData['kind']): string =>
  ({ control: words.control, supplier: words.supplier, evidence: words.evidence })[kind];

/** The field in which something is supposed to be gone: what only exists in the picture comes into its middle. */
export function supposeField(context: Context): HTMLElement {
  const { pictures, state, words, change } = context;
  const options = pictures.suppositions.map(
    one => [keyOf(one), `${kindWord(words, one.kind)} ${fullName(one)}`] as const,
  );
  return select(
    words.whatIfGone,
    supposed(context) ? state.gone : '',
    [['', words.nothing], ...options],
    gone => change({ gone, ...focusOn(pictures.trace, gone) }),
    'gone',
  );
}

/** The change of state that supposes something to be gone, and shows it. */
export const suppose = (context: Context, gone: string): void =>
  context.change({ view: 'trace', gone, ...focusOn(context.pictures.trace, gone) });

const focusOn = ({ nodes }: TraceGraph, gone: string): { focus?: string } =>
  nodes.some(({ kind, id }) => `${kind} ${id}` === gone) ? { focus: gone } : {};

/** What would become of each element of the graph, by its index. */
export function consequences({ nodes }: TraceGraph, { kind, id, risks, lines, assets }: SuppositionData) {
  const byKey = new Map<string, Consequence>([
    ...assets.map(asset => [`asset ${asset.id}`, 'fails'] as const),
    ...lines.map(line => [`control ${line}`, 'untrue'] as const),
    ...risks.map(risk => [`risk ${risk.id}`, risk.risesAbove ? 'rises' : 'higher'] as const),
    [`${kind} ${id}`, 'gone'],
  ]);
  return new Map(
    nodes.flatMap((node, index) => {
      const consequence = byKey.get(`${node.kind} ${node.id}`);
      return consequence ? [[index, consequence] as const] : [];
    }),
  );
}

export const consequenceWords = (words: Words): Record<Consequence, string> => ({
  gone: words.gone,
  rises: words.above,
  higher: words.higher,
  untrue: words.untrue,
  fails: words.fails,
});

/** What would follow, as tables; nothing where nothing is supposed. */
export function whatIfSection(context: Context): HTMLElement[] {
  const what = supposed(context);
  if (!what) return [];
  const { pictures, state, words, choose } = context;
  const titles = new Map(pictures.landscape.risks.map(({ id, title }) => [id, title ?? '']));
  const controls = new Map(pictures.soa.controls.map(({ id, title }) => [id, title]));
  const name = `${kindWord(words, what.kind)} ${fullName(what)}`;
  const isChosen = (kind: string, id: string): boolean => state.chosen === `${kind} ${id}`;
  return [
    h('h3', { id: 'what-if' }, `${words.ifGone}: ${name}`),
    h(
      'p',
      { class: 'count', role: 'status' },
      [
        `${words.risksRise}: ${what.risks.filter(({ risesAbove }) => risesAbove).length}`,
        `${words.linesThatAreUntrue}: ${what.lines.length}`,
      ].join(' · '),
    ),
    ...(what.risks.length
      ? [
          table(
            words.risksHigher,
            [words.risk, words.title, words.today, words.afterwards],
            what.risks.map(({ id, before, after, risesAbove }) => ({
              key: `higher-${id}`,
              cells: [
                id,
                titles.get(id) ?? '',
                before ?? words.none,
                h(
                  'span',
                  { class: risesAbove ? 'above' : undefined },
                  risesAbove ? `▲ ${after ?? words.none}, ${words.above}` : (after ?? words.notKnown),
                ),
              ],
              isChosen: isChosen('risk', id),
              choose: () => choose('risk', id),
            })),
            words,
          ),
        ]
      : []),
    ...(what.lines.length
      ? [
          table(
            words.linesThatAreUntrue,
            [words.control, words.title],
            what.lines.map(id => ({
              key: `untrue-${id}`,
              cells: [id, controls.get(id) ?? ''],
              isChosen: isChosen('control', id),
              choose: () => choose('control', id),
            })),
            words,
          ),
        ]
      : []),
    ...(what.assets.length ? [h('p', {}, `${words.assetsThatFail}: ${what.assets.map(fullName).join(', ')}`)] : []),
  ];
}
