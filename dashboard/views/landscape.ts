/** The risk landscape: who owns what, where it stands and where it goes. */
import type { LevelData, RiskMark, StageName } from '../../src/pictures/data.ts';
import { landscapeDrawing } from '../../src/pictures/landscape-drawing.ts';
import { checkbox, h, search, select } from '../dom.ts';
import { ownerField, stageField } from '../fields.ts';
import { isRiskShown, stageOf, stages } from '../filters.ts';
import { interactive } from '../marks.ts';
import { chosenOf } from '../state.ts';
import { counted, type Words } from '../strings.ts';
import { table } from '../table.ts';
import { type Context, optionsOf, type View } from '../view.ts';
import { pastBar, pastButton } from './past-bar.ts';

/** The level of a risk, with its score where one counts. */
export function levelText(risk: RiskMark, stage: StageName, { none }: Words): string {
  const position = risk.positions[stage];
  if (!position?.level) return none;
  return position.score === null ? position.level : `${position.level} (${position.score})`;
}

export function landscapeView(context: Context): View {
  const { pictures, state, words, change, choose, past } = context;
  const { moment, gone } = past;
  const { landscape } = pictures;
  const { risks, levels } = landscape;
  const stage = stageOf(state);
  const shown = risks.filter(risk => isRiskShown(risk, state));
  const chosen = chosenOf(state);
  const selected = chosen?.kind === 'risk' ? chosen.id : null;
  const shape = landscapeDrawing(landscape, {
    stage,
    risks: shown,
    selected,
    movements: state.movements === 'yes',
    gone,
    words: {
      title: `${words.landscape}, ${words[stage]}${moment ? `, ${moment.day}` : ''}`,
      likelihood: words.likelihood,
      impact: words.impact,
      accepted: words.acceptance,
      gone: words.goneToday,
      ...(moment && { note: `${moment.day} · ${moment.id}` }),
    },
  });
  const pick = ({ risk, cell }: DOMStringMap): void => {
    if (risk !== undefined) choose('risk', risk);
    else if (cell) change({ level: levelAt(landscape.matrix?.cells, cell) });
  };
  const list = [...shown].sort((a, b) => weight(b, stage, levels) - weight(a, stage, levels));
  return {
    filters: [...filtersOf(context), ...pastButton(context)],
    body: [
      pastBar(context),
      h('p', { class: 'count', role: 'status' }, counted(words.shown, shown.length, risks.length)),
      shape
        ? context.drawn('risk-landscape', shape, interactive(shape, 'risk', selected, pick))
        : h('p', { class: 'note' }, words.noMatrix),
      shape && keyOf(words, gone.size > 0),
      table(
        words.risks,
        [words.risk, words.title, words.owner, words.inherent, words.today, words.remaining, words.treatment],
        list.map(risk => ({
          key: risk.id,
          cells: [
            risk.id,
            gone.has(risk.id) ? `${risk.title ?? ''} (${words.goneToday})` : (risk.title ?? ''),
            risk.owner ? (risk.owner.title ?? risk.owner.id) : words.nobody,
            ...stages.map(name => levelCell(risk, name, words)),
            risk.treatment.join(', '),
          ],
          isChosen: risk.id === selected,
          choose: () => choose('risk', risk.id),
        })),
        words,
      ),
    ],
  };
}

/** What is above the criterion says so by a sign too. */
function levelCell(risk: RiskMark, stage: StageName, words: Words): Node {
  const isAbove = risk.positions[stage]?.aboveAppetite === true;
  return h(
    'span',
    { class: isAbove ? 'above' : undefined, title: isAbove ? words.above : undefined },
    `${isAbove ? '▲ ' : ''}${levelText(risk, stage, words)}`,
  );
}

function filtersOf(context: Context): HTMLElement[] {
  const { pictures, state, words, change } = context;
  const { risks, levels } = pictures.landscape;
  const plain = (values: readonly string[]) => values.map(value => [value, value] as const);
  const tags = plain(risks.flatMap(risk => risk.tags));
  return [
    stageField(context),
    ownerField(context, risks),
    select(
      words.treatment,
      state.treatment,
      optionsOf(plain(risks.flatMap(risk => risk.treatment)), words.all),
      treatment => change({ treatment }),
      'treatment',
    ),
    select(
      words.level,
      state.level,
      [['', words.all], ...levels.map(({ word }) => [word, word] as const)],
      level => change({ level }),
      'level',
    ),
    ...(tags.length ? [select(words.tag, state.tag, optionsOf(tags, words.all), tag => change({ tag }), 'tag')] : []),
    search(words.search, state.search, value => change({ search: value }), 'search'),
    checkbox(words.movements, state.movements, movements => change({ movements }), 'movements'),
  ];
}

const keyOf = ({ acceptanceKey, movementKey, goneToday }: Words, hasGone: boolean): HTMLElement =>
  h(
    'p',
    { class: 'key' },
    h('span', { class: 'key-line', 'aria-hidden': 'true' }),
    acceptanceKey,
    h('span', { class: 'key-arrow', 'aria-hidden': 'true' }, '●→'),
    movementKey,
    hasGone && h('span', { class: 'key-gone', 'aria-hidden': 'true' }),
    hasGone && goneToday,
  );

function weight({ positions }: RiskMark, stage: StageName, levels: readonly LevelData[]): number {
  const position = positions[stage];
  return levels.findIndex(({ word }) => word === position?.level) * 1000 + (position?.score ?? 0);
}

function levelAt(cells: readonly (readonly (string | null)[])[] | undefined, cell: string): string {
  const [row = 0, column = 0] = cell.split(' ').map(Number);
  return cells?.[row]?.[column] ?? '';
}
