/** What an approver needs to see of a risk or control, on one screen. */
import type { ControlItem, ControlTile, MeetingItem, NamedData, RiskItem, RiskMark } from '../../src/pictures/data.ts';
import { riskMovementDrawing } from '../../src/pictures/risk-movement-drawing.ts';
import { stateSigns, tileState } from '../../src/pictures/soa-drawing.ts';
import { type Fact, factList, validity } from '../details.ts';
import { h, svgElement } from '../dom.ts';
import { stages } from '../filters.ts';
import type { Words } from '../strings.ts';
import { type Context, fullName } from '../view.ts';
import { levelText } from '../views/landscape.ts';
import { gapWords, stateWords } from '../views/soa.ts';
import type { Entry } from './agenda.ts';

/** Its title, why it is on the agenda, and its facts in groups. */
export function itemParts(context: Context, entry: Entry): HTMLElement[] {
  const { words, place } = context;
  const { kind, mark } = entry;
  const where = place(mark.place);
  return [
    h('p', { class: 'kind' }, `${words[kind]} ${mark.id}`, where && ' · ', where),
    h('h2', { id: 'meeting-title', tabindex: '-1' }, mark.title ?? mark.id),
    urgencyList(context, entry),
    h(
      'div',
      { class: 'cards' },
      ...(entry.kind === 'risk' ? riskCards(context, entry.mark, entry.item) : controlCards(context, entry)),
      findingsCard(context, entry.item),
    ),
  ];
}

/** A sign for whoever looks at the list: what is wrong, what is late, or that nothing is. */
export function signOf({ item: { urgency } }: Entry): string {
  if (!urgency.length) return '✓';
  return urgency.includes('above') ? '▲' : urgency.some(one => /overdue|ended|expired/.test(one)) ? '⚠' : '◦';
}

/** Why it stands where it does, in words. */
export function urgencyWords(words: Words, { item }: Entry): string[] {
  const gaps = gapWords(words);
  const { urgent } = words;
  return item.urgency.map(one => (one in gaps ? gaps[one as keyof typeof gaps] : urgent[one as keyof typeof urgent]));
}

function urgencyList({ words }: Context, entry: Entry): HTMLElement {
  const told = urgencyWords(words, entry);
  const grave = new Set(['above', 'acceptance-ended', 'undecided', 'evidence-expired']);
  return h(
    'ul',
    { class: 'urgency' },
    told.length
      ? told.map((text, index) => {
          const isGrave = grave.has(entry.item.urgency[index] ?? '');
          return h('li', { class: isGrave ? 'grave' : undefined }, `${isGrave ? '▲' : '◦'} ${text}`);
        })
      : h('li', { class: 'fine' }, `✓ ${words.nothing} ${words.open}`),
  );
}

const card = (title: string, className: string, ...content: readonly (HTMLElement | null)[]): HTMLElement =>
  h('section', { class: `card ${className}` }, h('h3', {}, title), content);

/** What people call it: they know controls and risks by their numbers, all else by its title. */
const calledIn = ({ id, title }: NamedData): string => title ?? id;

const namesOf = (names: readonly NamedData[]): string => names.map(calledIn).join(', ');

/** A text as it is read: lines that its author broke for the width of the source go on; blank lines and lists stay. */
const flowing = (text: string | null): string =>
  (text ?? '').replace(/(\S)[ \t]*\n(?!\s*(?:\n|[-*+]|\d+[.)]))/g, '$1 ');

function riskCards(context: Context, risk: RiskMark, item: RiskItem): HTMLElement[] {
  const { words } = context;
  return [
    card(
      words.whatMayHappen,
      'wide',
      factList([
        [words.what, [flowing(item.scenario), flowing(item.description)]],
        [words.owner, risk.owner ? calledIn(risk.owner) : words.nobody],
        [words.assets, namesOf(risk.assets)],
        [words.threats, namesOf(risk.threats)],
        [words.vulnerabilities, namesOf(item.vulnerabilities)],
        [words.incidents, namesOf(item.incidents)],
      ]),
    ),
    levelsCard(context, risk),
    card(
      words.acceptanceAndReview,
      '',
      factList([
        [words.criteria, criteriaWords(risk, words)],
        [words.accepted, acceptanceWords(words, item)],
        [words.assessed, item.assessed ?? words.noDate],
        [words.nextAssessment, lateDay(context, item.nextAssessment)],
        [words.decisions, decisionLines(context, item)],
      ]),
    ),
    card(
      words.treatment,
      '',
      factList([
        [words.treatment, risk.treatment.length ? risk.treatment.join(', ') : words.none],
        [words.counterparties, namesOf(item.counterparties)],
        [words.controls, risk.controls.map(control => controlLine(context, control))],
        [words.actions, actionLines(context, item)],
      ]),
    ),
  ];
}

/** Where it stands at each stage, in words and in the matrix. */
function levelsCard({ pictures, words }: Context, risk: RiskMark): HTMLElement {
  const { matrix, levels } = pictures.landscape;
  const drawn =
    matrix &&
    riskMovementDrawing(matrix, risk.positions, {
      levels: levels.map(({ word }) => word),
      say: (stage, place) => `${words[stage]}: ${place}`,
    });
  return card(
    words.levels,
    'levels',
    h(
      'ol',
      { class: 'stages' },
      stages.map(stage => {
        const isAbove = risk.positions[stage]?.aboveAppetite === true;
        return h(
          'li',
          { class: stage },
          h('span', { class: `stop ${stage}`, 'aria-hidden': 'true' }),
          h('span', { class: 'stage-name' }, words[stage]),
          h(
            'strong',
            { class: isAbove ? 'above' : undefined },
            `${isAbove ? '▲ ' : ''}${levelText(risk, stage, words)}`,
          ),
        );
      }),
    ),
    drawn ? h('div', { class: 'matrix' }, svgElement(drawn) as unknown as HTMLElement) : null,
    matrix && drawn ? h('p', { class: 'note' }, `↑ ${words.likelihood}  → ${words.impact}`) : null,
  );
}

function criteriaWords({ positions: { today } }: RiskMark, words: Words): string {
  if (!today || today.aboveAppetite === null) return words.cannotTell;
  return today.aboveAppetite ? `▲ ${words.above}` : `✓ ${words.withinCriteria}`;
}

function acceptanceWords(words: Words, { accepted, acceptance, acceptedByOwner }: RiskItem): string[] {
  const told = accepted
    ? [
        accepted.on,
        accepted.by.length ? `${words.by} ${namesOf(accepted.by)}` : null,
        accepted.until && `${words.until} ${accepted.until}`,
        accepted.because && `${words.because} ${flowing(accepted.because)}`,
      ]
        .filter(Boolean)
        .join(' ')
    : '';
  return [
    told,
    acceptance === 'none' ? `◦ ${words.notAccepted}` : '',
    acceptance === 'ended' ? `▲ ${words.acceptanceOver}` : '',
    acceptance === 'with-plan' ? `✓ ${words.acceptedWithPlan}` : '',
    acceptance === 'valid' && acceptedByOwner === false ? `◦ ${words.notByOwner}` : '',
  ];
}

/** A day, with a word where it has passed. */
const lateDay = ({ pictures, words }: Context, day: string | null): string =>
  day === null ? '' : day < pictures.asOf ? `▲ ${day}, ${words.overdue}` : day;

/** A control with how far it is, where the Statement of Applicability has it. */
function controlLine({ pictures, words }: Context, control: NamedData): string {
  const tile = pictures.soa.controls.find(({ id }) => id === control.id);
  if (!tile) return fullName(control);
  const state = tileState(tile);
  return `${stateSigns[state]} ${fullName(control)}: ${stateWords(words)[state]}`;
}

function actionLines({ words }: Context, { actions }: MeetingItem): string[] {
  const known: Readonly<Record<string, string>> = words.actionStates;
  return actions.map(({ title, owner, due, status, overdue }) =>
    [
      `${overdue ? '▲ ' : status === 'done' ? '✓ ' : '◦ '}${title}`,
      known[status] ?? status,
      owner ? calledIn(owner) : words.noOwner,
      due && (overdue ? `${words.overdueSince} ${due}` : `${words.until} ${due}`),
    ]
      .filter(Boolean)
      .join(' · '),
  );
}

const decisionLines = (context: Context, { decisions }: MeetingItem): Node[] =>
  decisions.map(({ review, on, title, owner, due, place }) =>
    h(
      'span',
      {},
      [title, calledIn(review), on, owner && calledIn(owner), due && `${context.words.until} ${due}`]
        .filter(Boolean)
        .join(' · '),
      ' ',
      context.place(place),
    ),
  );

function controlCards(context: Context, { mark, item }: { mark: ControlTile; item: ControlItem }): HTMLElement[] {
  const { words, pictures } = context;
  const state = tileState(mark);
  const risks = new Map(pictures.landscape.risks.map(risk => [risk.id, risk]));
  const reasons: Fact[1] = [
    ...mark.exclusions,
    ...mark.reasons.flatMap(({ code, names }) =>
      code === 'RRA' ? [] : names.map(name => `${code}: ${calledIn(name)}`),
    ),
  ];
  return [
    card(
      words.decisionAndReasons,
      'wide',
      factList([
        [words.decision, `${stateSigns[state]} ${stateWords(words)[state]}`],
        [words.suppliers, item.supplier && calledIn(item.supplier)],
        [words.justification, flowing(mark.justification)],
        [words.reasons, reasons],
        [words.owner, mark.owner ? calledIn(mark.owner) : words.nobody],
      ]),
    ),
    card(
      words.implementation,
      '',
      factList([
        [words.implementation, [flowing(item.implementation), flowing(item.description)]],
        [words.policies, namesOf(item.policies)],
        [words.actions, actionLines(context, item)],
        [words.decisions, decisionLines(context, item)],
      ]),
    ),
    card(
      words.proof,
      '',
      factList([
        [
          words.evidence,
          mark.evidence.length
            ? mark.evidence.map(one => `${calledIn(one)}: ${one.collected ?? words.noDate}, ${validity(words, one)}`)
            : words.none,
        ],
        [words.nonconformities, namesOf(item.nonconformities)],
      ]),
    ),
    card(
      words.risks,
      '',
      factList([
        [
          words.today,
          mark.risks.length
            ? mark.risks.map(name => {
                const risk = risks.get(name.id);
                const isAbove = risk?.positions.today?.aboveAppetite === true;
                return `${isAbove ? '▲ ' : ''}${fullName(name)}${risk ? `: ${levelText(risk, 'today', words)}` : ''}`;
              })
            : words.none,
        ],
      ]),
    ),
  ];
}

function findingsCard(context: Context, { findings }: MeetingItem): HTMLElement {
  const { words } = context;
  return card(
    words.findings,
    'wide',
    findings.length
      ? h(
          'ul',
          { class: 'findings' },
          findings.map(({ severity, message, place }) =>
            h(
              'li',
              { class: severity },
              h('strong', {}, `${words.severities[severity]}: `),
              message,
              ' ',
              context.place(place),
            ),
          ),
        )
      : h('p', { class: 'note' }, words.noFindings),
  );
}
