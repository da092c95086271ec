/** The Statement of Applicability at a glance, and as a table. */
import type { ControlTile } from '../../src/pictures/data.ts';
import { gapRank } from '../../src/pictures/gaps.ts';
import { soaDrawing, stateSigns, type TileState, tileState } from '../../src/pictures/soa-drawing.ts';
import { checkbox, h, search, select } from '../dom.ts';
import { isControlShown } from '../filters.ts';
import { interactive } from '../marks.ts';
import { chosenOf } from '../state.ts';
import { counted, type Words } from '../strings.ts';
import { table } from '../table.ts';
import type { Context, View } from '../view.ts';

const states = Object.keys(stateSigns) as TileState[];

/** What a gap is called. */
export const gapWords = (words: Words): Record<ControlTile['gaps'][number], string> => ({
  undecided: words.gapUndecided,
  'no-justification': words.gapNoJustification,
  'not-implemented': words.gapNotImplemented,
  'evidence-expired': words.gapEvidenceExpired,
  'no-evidence': words.gapNoEvidence,
});

export function soaView(context: Context): View {
  const { pictures, state, words, choose, width } = context;
  const { controls, counts } = pictures.soa;
  const shown = controls.filter(control => isControlShown(control, state));
  const chosen = chosenOf(state);
  const selected = chosen?.kind === 'control' ? chosen.id : null;
  const { organizational, people, physical, technological, own } = words;
  const shape = soaDrawing({
    controls: shown,
    selected,
    columns: Math.max(4, Math.min(13, Math.floor(width / 80))),
    words: {
      title: words.soa,
      themes: { organizational, people, physical, technological, own },
      states: stateWords(words),
      gap: words.open,
    },
  });
  const { total } = counts;
  const facts = [
    `${total.decided}/${total.total} ${words.decided}`,
    `${total.applicable} ${words.applicable}`,
    `${total.excluded} ${words.excluded}`,
    `${total.implemented} ${words.implemented}`,
    `${total.partial} ${words.partial}`,
    `${total.planned} ${words.planned}`,
  ];
  return {
    filters: filtersOf(context),
    body: [
      h(
        'p',
        { class: 'count', role: 'status' },
        `${counted(words.shown, shown.length, controls.length)} · ${facts.join(' · ')}`,
      ),
      ...(state.as === 'table'
        ? [controlTable(context, shown, selected)]
        : [
            context.drawn(
              'statement-of-applicability',
              shape,
              interactive(
                shape,
                'control',
                selected,
                ({ control }) => control !== undefined && choose('control', control),
              ),
            ),
            keyOf(words),
          ]),
    ],
  };
}

/** What a state is called. */
export const stateWords = (words: Words): Record<TileState, string> => {
  const { undecided, excluded, inherited, implemented, partial, planned, unstated } = words;
  return { undecided, excluded, inherited, implemented, partial, planned, unstated };
};

function controlTable(
  { state, words, choose }: Context,
  shown: readonly ControlTile[],
  selected: string | null,
): HTMLElement {
  const compare: Record<string, (a: ControlTile, b: ControlTile) => number> = {
    gaps: (a, b) => gapRank(a) - gapRank(b),
    number: () => 0,
    title: (a, b) => (a.title < b.title ? -1 : 1),
    state: (a, b) => states.indexOf(tileState(a)) - states.indexOf(tileState(b)),
  };
  const gaps = gapWords(words);
  return table(
    words.soa,
    [words.control, words.title, words.state, words.owner, words.evidence, words.open],
    [...shown].sort(compare[state.sort] ?? (() => 0)).map(control => ({
      key: control.id,
      cells: [
        control.id,
        control.title,
        `${stateSigns[tileState(control)]} ${stateWords(words)[tileState(control)]}`,
        control.owner?.title ?? control.owner?.id ?? '',
        control.evidence.map(({ id }) => id).join(', '),
        control.gaps.map(gap => gaps[gap]).join(', '),
      ],
      isChosen: control.id === selected,
      choose: () => choose('control', control.id),
    })),
    words,
  );
}

function filtersOf({ state, words, change }: Context): HTMLElement[] {
  return [
    select(
      words.views,
      state.as,
      [
        ['grid', words.grid],
        ['table', words.table],
      ],
      as => change({ as }),
      'as',
    ),
    search(words.search, state.search, value => change({ search: value }), 'search'),
    select(
      words.state,
      state.state,
      [['', words.all], ...states.map(name => [name, stateWords(words)[name]] as const)],
      value => change({ state: value }),
      'state',
    ),
    ...(state.as === 'table'
      ? [
          select(
            words.sort,
            state.sort,
            [
              ['gaps', words.gapsFirst],
              ['number', words.byNumber],
              ['title', words.byTitle],
              ['state', words.byState],
            ],
            sort => change({ sort }),
            'sort',
          ),
        ]
      : []),
    checkbox(words.onlyGaps, state.gaps, gaps => change({ gaps }), 'gaps'),
  ];
}

const keyOf = (words: Words): HTMLElement =>
  h(
    'ul',
    { class: 'key' },
    states.map(name => h('li', {}, `${stateSigns[name]} ${stateWords(words)[name]}`)),
    h('li', {}, `◥ ${words.open}`),
  );
