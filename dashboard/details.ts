/** What is behind the mark that is chosen, with the place that it comes from. */
import type { ControlTile, EvidenceMark, NamedData, RiskMark } from '../src/pictures/data.ts';
import { stateSigns, tileState } from '../src/pictures/soa-drawing.ts';
import { button, h } from './dom.ts';
import { stages } from './filters.ts';
import type { About } from './messages.ts';
import { dueKey } from './source.ts';
import { chosenOf } from './state.ts';
import { counted, type Words } from './strings.ts';
import { type Context, fullName } from './view.ts';
import { levelText } from './views/landscape.ts';
import { gapWords } from './views/soa.ts';
import { kindWords } from './views/trace.ts';
import { keyOf, suppose } from './views/what-if.ts';

export type Fact = readonly [label: string, value: Node | string | null | readonly (Node | string)[]];

export function details(context: Context): HTMLElement {
  const { words } = context;
  const content = contentOf(context);
  return h('aside', { 'aria-labelledby': 'details', class: content ? 'details chosen' : 'details', tabindex: '0' }, [
    h('h2', { id: 'details' }, words.details),
    ...(content ?? [h('p', { class: 'note' }, words.nothingChosen)]),
  ]);
}

function contentOf(context: Context): HTMLElement[] | undefined {
  const { pictures, state } = context;
  const chosen = chosenOf(state);
  if (!chosen) return undefined;
  const { kind, id } = chosen;
  if (kind === 'risk') {
    const risk = pictures.landscape.risks.find(one => one.id === id);
    if (risk)
      return [
        ...head(context, kind, risk, risk.place),
        ...(context.past.gone.has(id) ? [h('p', { class: 'note' }, context.words.goneNoLine)] : []),
        ...writeButtons(context, id, { accept: context.words.accept }),
        factList(riskFacts(context, risk)),
      ];
  }
  if (kind === 'control') {
    const control = pictures.soa.controls.find(one => one.id === id);
    const { decide, justify, prove } = context.words;
    if (control) {
      return [
        ...head(context, kind, control, control.place),
        ...writeButtons(context, id, { decide, ...(control.place && { justify, prove }) }),
        factList(controlFacts(context, control)),
      ];
    }
  }
  if (kind === 'due') {
    const due = pictures.calendar.find(one => dueKey(one) === id);
    if (due) {
      const owner = due.owner?.title ?? due.owner?.id ?? context.words.nobody;
      const facts: Fact[] = [
        [context.words.due, due.due],
        [context.words.what, due.what],
        [context.words.owner, owner],
      ];
      return [h('h3', {}, fullName(due)), ...sourceOf(context, due.place), factList(facts)];
    }
  }
  if (kind === 'moment') return momentDetails(context, id);
  const node = pictures.trace.nodes.find(one => one.kind === kind && one.id === id);
  if (!node) return undefined;
  return [...head(context, kind, node, node.place), factList(evidenceFacts(context, id))];
}

function head(context: Context, kind: string, name: NamedData | ControlTile, place: RiskMark['place']): HTMLElement[] {
  const { words, state, change } = context;
  const kinds: Record<string, string> = kindWords(words);
  const isTraced = context.pictures.trace.nodes.some(node => node.kind === kind && node.id === name.id);
  return [
    h('p', { class: 'kind' }, `${kinds[kind] ?? kind} ${name.id}`),
    ...(name.title ? [h('h3', {}, name.title)] : []),
    ...sourceOf(context, place),
    ...whatIfButton(context, `${kind} ${name.id}`),
    ...(isTraced && state.view !== 'trace'
      ? [
          h(
            'p',
            {},
            button(words.showTrace, () => change({ view: 'trace', focus: `${kind} ${name.id}` }), { name: 'to-trace' }),
          ),
        ]
      : []),
  ];
}

/** Leads to what would follow if it were gone, where something would. */
function whatIfButton(context: Context, key: string): HTMLElement[] {
  const { pictures, state, words } = context;
  if (state.gone === key || !pictures.suppositions.some(one => keyOf(one) === key)) return [];
  return [
    h(
      'p',
      {},
      button(words.whatIf, () => suppose(context, key), { name: 'what-if-gone' }),
    ),
  ];
}

/** Where there is a text beside the page: what may be written about what is chosen. */
function writeButtons({ write }: Context, id: string, abouts: Partial<Record<About, string>>): HTMLElement[] {
  if (!write) return [];
  const buttons = Object.entries(abouts).map(([about, label]) =>
    button(label, () => write(about as About, id), { name: about }),
  );
  return [h('p', { class: 'writing' }, buttons)];
}

function sourceOf(context: Context, place: RiskMark['place']): HTMLElement[] {
  const shown = context.place(place);
  return shown ? [h('p', { class: 'source' }, `${context.words.source}: `, shown)] : [];
}

/** What is empty is left out. */
export const factList = (facts: readonly Fact[]): HTMLElement =>
  h(
    'dl',
    {},
    facts.flatMap(([label, value]) => {
      const all = Array.isArray(value) ? value : [value];
      const given = all.filter(one => one !== null && one !== '');
      return given.length ? [h('dt', {}, label), ...given.map(one => h('dd', {}, one as Node | string))] : [];
    }),
  );

/** A name that leads to what it names. */
const nameLink = ({ choose }: Context, kind: string, name: NamedData): HTMLElement =>
  h('button', { type: 'button', class: 'link', click: () => choose(kind, name.id) }, fullName(name));

/** A commit of the history, with its numbers, and the way to its risk landscape. */
function momentDetails({ past, words, change }: Context, id: string): HTMLElement[] | undefined {
  const moments = past.news?.kind === 'history' ? past.news.history.moments : [];
  const moment = moments.find(one => one.id === id);
  if (!moment) return undefined;
  const { soa, levels, day, subject } = moment;
  return [
    h('p', { class: 'kind' }, `${day} `, h('code', {}, id)),
    h('h3', {}, subject),
    h(
      'p',
      {},
      button(words.showAt, () => change({ view: 'landscape', past: 'yes', at: id, chosen: '', search: '' }), {
        name: 'show-at',
      }),
    ),
    factList([
      ...stages.map(
        (stage): Fact => [
          `${words.risksByLevel}, ${stage === 'today' ? words.atThatTime : words[stage]}`,
          levels.flatMap(count => (count[stage] ? [`${count.word ?? words.withoutLevel}: ${count[stage]}`] : [])),
        ],
      ),
      [words.decided, `${soa.decided}/${soa.total}`],
      [words.applicable, String(soa.applicable)],
      [words.implemented, String(soa.implemented)],
      [words.partial, String(soa.partial)],
      [words.planned, String(soa.planned)],
      [words.excluded, String(soa.excluded)],
    ]),
  ];
}

function riskFacts(context: Context, risk: RiskMark): Fact[] {
  const { words } = context;
  const level = (stage: 'inherent' | 'today' | 'remaining'): string => {
    const isAbove = risk.positions[stage]?.aboveAppetite;
    return `${levelText(risk, stage, words)}${isAbove ? ` ▲ ${words.above}` : ''}`;
  };
  const { acceptedOn, acceptedUntil } = risk;
  return [
    [words.inherent, level('inherent')],
    [words.today, level('today')],
    [words.remaining, level('remaining')],
    [words.owner, risk.owner ? fullName(risk.owner) : words.nobody],
    [words.treatment, risk.treatment.join(', ')],
    [words.accepted, acceptedOn && `${acceptedOn}${acceptedUntil ? ` ${words.until} ${acceptedUntil}` : ''}`],
    [words.assets, risk.assets.map(name => nameLink(context, 'asset', name))],
    [words.threats, risk.threats.map(name => nameLink(context, 'threat', name))],
    [words.controls, risk.controls.map(name => nameLink(context, 'control', name))],
    [words.tags, risk.tags.join(', ')],
  ];
}

function controlFacts(context: Context, control: ControlTile): Fact[] {
  const { words } = context;
  const state = tileState(control);
  const gaps = gapWords(words);
  return [
    [words.open, control.gaps.map(gap => `◥ ${gaps[gap]}`)],
    [words.state, `${stateSigns[state]} ${words[state]}`],
    [words.justification, control.justification],
    [
      words.reasons,
      [
        ...control.exclusions,
        ...control.reasons.flatMap(({ code, names }) =>
          code === 'RRA' ? [] : names.map(name => nameLinkWith(context, code, name)),
        ),
      ],
    ],
    [words.risks, control.risks.map(name => nameLink(context, 'risk', name))],
    [words.owner, control.owner && fullName(control.owner)],
    [words.proof, control.evidence.map(one => evidenceLine(context, one))],
  ];
}

const nameLinkWith = (context: Context, code: string, name: NamedData): Node =>
  h('span', {}, `${code}: `, nameLink(context, 'requirement', name));

/** Evidence with the day it speaks of and how long it still counts. */
function evidenceLine(context: Context, evidence: EvidenceMark): Node {
  const { words } = context;
  const collected = evidence.collected ? `${words.collected} ${evidence.collected}` : words.noDate;
  return h(
    'span',
    {},
    nameLink(context, 'evidence', evidence),
    h('br'),
    `${collected}, ${validity(words, evidence)} `,
    context.place(evidence.place),
  );
}

export function validity(words: Words, { daysLeft, validUntil }: EvidenceMark): string {
  if (daysLeft === null) return words.noPeriod;
  return daysLeft < 0
    ? `⚠ ${counted(words.daysOver, -daysLeft)}`
    : `${words.until} ${validUntil} (${counted(words.daysLeft, daysLeft)})`;
}

/** Of evidence: how long it counts, and what it shows. */
function evidenceFacts(context: Context, id: string): Fact[] {
  const shown = context.pictures.soa.controls.filter(({ evidence }) => evidence.some(one => one.id === id));
  const evidence = shown[0]?.evidence.find(one => one.id === id);
  return evidence
    ? [
        [context.words.proof, validity(context.words, evidence)],
        [context.words.controls, shown.map(control => nameLink(context, 'control', control))],
      ]
    : [];
}
