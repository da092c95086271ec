/**
 * What can be written into the text about something that a picture shows. Whoever looks at it picks or types what is written; each choice says
 * exactly that. What the fixes of its findings would write is among the choices.
 */
import { draftJustification } from '../analysis/justification.ts';
import { findControl } from '../catalogues/annex-a.ts';
import { isDate } from '../model/dates.ts';
import {
  type AnyNode,
  type Control,
  type Declaration,
  type Declarations,
  keySpan,
  label,
  type Risk,
  type Span,
} from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { insertFirstProperty, insertProperty } from '../rules/edits.ts';
import type { DeclarationEdit, Fix, FixContext, Insertion } from '../rules/rule.ts';
import { insertEntries } from '../rules/soa/_stubs.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { said, say } from '../wording/wording.ts';
import { compatibleEdits, editsToWrite, type FileEdit, fixesFor, writingContext } from '../workspace/fixes.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

/**
 * What may be written: of a control whether it applies and how far it is, why, and what shows it; of a risk that it is accepted, and when it was
 * assessed; of both what a management review has decided.
 */
export type About = 'decide' | 'justify' | 'prove' | 'accept' | 'assess' | 'record';

export interface WritingParams {
  readonly about: About;
  /** The name of the control or risk. */
  readonly id: string;
  /** The justification that somebody typed. */
  readonly text?: string;
  /** The acceptance that somebody stated. */
  readonly acceptance?: Acceptance;
  /** The day on which a risk was assessed, as somebody stated it: an ISO date. */
  readonly assessed?: string;
  /** The decision of a management review that somebody stated. */
  readonly decision?: StatedDecision;
}

/** Who accepts a risk, since when and until when: ISO dates. */
export interface Acceptance {
  readonly on: string;
  /** A role or person of the ISMS. */
  readonly by: string;
  readonly until?: string;
  /** Why, in a sentence. */
  readonly because?: string;
}

/** What a management review has decided, who carries it out and by when: an ISO date. (9.3.3) */
export interface StatedDecision {
  /** The name of the review. */
  readonly review: string;
  readonly text: string;
  /** A role or person of the ISMS. */
  readonly owner?: string;
  readonly due?: string;
}

/** Something that can be written. */
export interface WritingChoice {
  /** Exactly what is written. */
  readonly title: string;
  /** What it is about, or what it stands for. */
  readonly detail: string;
  readonly edits: readonly FileEdit[];
}

export interface Writing {
  readonly choices: readonly WritingChoice[];
  /** What stands there now or may be said, for whoever types a text. */
  readonly draft: string;
  /** Who may accept, or carry out a decision: the owner first. */
  readonly names: readonly NameChoice[];
  /** The management reviews that may have decided something: the last one first. */
  readonly reviews: readonly NameChoice[];
}

export interface NameChoice {
  readonly name: string;
  readonly title: string;
}

/** What can be written about a control or risk; no choices where it is not declared, or nothing is left to choose. */
export function writingOf(workspace: Workspace, unit: IsmsUnit, params: WritingParams): Writing {
  const context = writingContext(unit);
  const nothing: Writing = { choices: [], draft: '', names: [], reviews: [] };
  const { about, id } = params;
  if (about === 'accept' || about === 'assess') {
    const risk = named(context.all('Risk'), id);
    if (!risk) return nothing;
    return about === 'accept'
      ? accepting(unit, context, risk, params.acceptance)
      : assessing(unit, context, risk, params.assessed);
  }
  if (about === 'record') return recording(unit, context, id, params.decision);
  const control = named(context.all('Control'), id);
  if (about === 'justify') return control ? justifying(unit, context, control, params.text) : nothing;
  const own = control
    ? about === 'decide'
      ? decisions(context, control)
      : proofs(context, control)
    : about === 'decide'
      ? entries(context, id)
      : [];
  const written = own.flatMap(choice => tried(unit, choice));
  const fixes = control ? fixesAbout(workspace, unit, control, keysOf[about]) : [];
  const known = new Set(written.map(({ edits }) => JSON.stringify(edits)));
  return { ...nothing, choices: [...written, ...fixes.filter(({ edits }) => !known.has(JSON.stringify(edits)))] };
}

/** The properties that a choice is about: the fixes of others are offered elsewhere. */
const keysOf = { decide: ['applicable', 'because', 'status'], prove: ['evidence'] } as const;

interface Choice extends Pick<Fix, 'title' | 'edits'> {
  readonly detail: string;
}

const named = <T extends Declaration & AnyNode>(all: readonly T[], id: string): T | undefined =>
  all.find(({ names }) => names?.some(({ value }) => value === id));

function tried(unit: IsmsUnit, { title, detail, edits }: Choice): WritingChoice[] {
  const found = editsToWrite(unit, edits);
  return found ? [{ title, detail, edits: found }] : [];
}

/** Whether it applies, who performs it, and how far it is, as far as that does not stand there already. */
function decisions(context: FixContext, control: Control): Choice[] {
  const source = context.textOf(control);
  const detail =
    control.names.length > 1 ? say('For {0} together.', control.names.map(({ value }) => value).join(', ')) : '';
  const choice = (text: string, edit: DeclarationEdit, before: string | undefined, about = detail): Choice[] => {
    if (before === text) return [];
    const title =
      before === undefined ? say('Write `{0}`', text) : say('Write `{0}` in the place of `{1}`', text, before);
    return [{ title, detail: about, edits: [edit] }];
  };
  const { applicable, status } = control;
  const given = applicable && keySpan(control, 'applicable') ? spanOf(applicable) : undefined;
  const decided = given && `applicable: ${source.slice(given.start, given.end)}`;
  const decide = (value: string, about?: string): Choice[] =>
    choice(
      `applicable: ${value}`,
      given ? replace(control, given, value) : insertFirstProperty(control, source, `applicable: ${value}`),
      decided,
      about,
    );
  const stated = status && keySpan(control, 'status') ? status : undefined;
  const state = (value: string): Choice[] =>
    choice(
      `status: ${value}`,
      stated
        ? replace(control, stated, value)
        : insertProperty(control, source, `status: ${value}`, 'applicable', 'because', 'justification'),
      stated && `status: ${source.slice(stated.start, stated.end)}`,
    );
  const isApplied = applicable?.decision !== undefined && applicable.decision.value !== 'no';
  return [
    ...decide('yes'),
    ...decide('no'),
    ...(isApplied ? ['implemented', 'partial', 'planned'].flatMap(state) : []),
    ...context.known('Supplier').flatMap(supplier => decide(`inherited from ${label(supplier)}`, titleOf(supplier))),
  ];
}

/** New entries for a control that has none. */
function entries(context: IsmsView, id: string): Choice[] {
  const { isms } = context;
  const control = findControl(id);
  if (!control || !isms) return [];
  return ['applicable: yes', 'applicable: no'].map(property => ({
    title: say('Add an entry for {0} with `{1}`', id, property),
    detail: control.title,
    edits: insertEntries(context, [id], isms, property) satisfies Insertion[],
  }));
}

/** The evidence and documents that it does not name yet. */
function proofs(context: FixContext, control: Control): Choice[] {
  const source = context.textOf(control);
  const known = new Set(control.evidence.map(({ name }) => name));
  const last = keySpan(control, 'evidence') ? control.evidence.at(-1) : undefined;
  return [...context.known('Evidence'), ...context.known('PolicyDocument')].flatMap(one => {
    const name = one.names[0]?.value;
    if (name === undefined || known.has(name)) return [];
    const after = ['applicable', 'because', 'justification', 'status', 'implementation', 'owner'];
    const edit = last
      ? { declaration: control, start: last.end, end: last.end, text: `, ${name}` }
      : insertProperty(control, source, `evidence: ${name}`, ...after);
    return [{ title: say('Name {0} in `evidence:`', name), detail: titleOf(one), edits: [edit] }];
  });
}

function justifying(unit: IsmsUnit, context: FixContext, control: Control, text: string | undefined): Writing {
  const { justification } = control;
  const given = justification && keySpan(control, 'justification') ? justification : undefined;
  const draft = given?.value ?? draftJustification(context, control) ?? '';
  const value = text?.trim();
  if (!value) return { choices: [], draft, names: [], reviews: [] };
  const written = quote(value);
  const edit = given
    ? replace(control, given, written)
    : insertProperty(control, context.textOf(control), `justification: ${written}`, 'applicable', 'because');
  const choice = { title: say('Write `justification: {0}`', written), detail: label(control), edits: [edit] };
  return { choices: tried(unit, choice), draft, names: [], reviews: [] };
}

function accepting(unit: IsmsUnit, context: FixContext, risk: Risk, stated: Acceptance | undefined): Writing {
  const names = actors(context, risk.owner?.name);
  const { accepted } = risk;
  const given = accepted && keySpan(risk, 'accepted') ? spanOf(accepted) : undefined;
  const source = context.textOf(risk);
  const draft = given ? source.slice(given.start, given.end) : '';
  const isKnown = stated && names.some(({ name }) => name === stated.by);
  const isDated = stated && [stated.on, stated.until ?? stated.on].every(date => isDate(date));
  if (!isKnown || !isDated) return { choices: [], draft, names, reviews: [] };
  const because = oneLine(stated.because);
  const text = [
    `${stated.on} by ${stated.by}`,
    ...(stated.until === undefined ? [] : [`until ${stated.until}`]),
    ...(because === '' ? [] : [`because ${quote(because)}`]),
  ].join(' ');
  const edit = given ? replace(risk, given, text) : insertProperty(risk, source, `accepted: ${text}`);
  return {
    choices: tried(unit, { title: say('Write `accepted: {0}`', text), detail: label(risk), edits: [edit] }),
    draft,
    names,
    reviews: [],
  };
}

/** When it was assessed last: the levels stay as they are, since only their author can say them. (8.2) */
function assessing(unit: IsmsUnit, context: FixContext, risk: Risk, stated: string | undefined): Writing {
  const { assessed } = risk;
  const given = assessed && keySpan(risk, 'assessed') ? assessed : undefined;
  const draft = given?.value ?? '';
  if (stated === undefined || !isDate(stated)) return { choices: [], draft, names: [], reviews: [] };
  const source = context.textOf(risk);
  const edit = given
    ? replace(risk, given, stated)
    : insertProperty(risk, source, `assessed: ${stated}`, 'owner', 'likelihood', 'impact', 'score', 'level');
  const choice = { title: `Write \`assessed: ${stated}\``, detail: label(risk), edits: [edit] };
  return { choices: tried(unit, choice), draft, names: [], reviews: [] };
}

/**
 * A decision about a risk or control, at the end of a management review that is declared. The draft begins with the name, since a decision
 * that names it is shown beside it.
 */
function recording(unit: IsmsUnit, context: FixContext, id: string, stated: StatedDecision | undefined): Writing {
  const about = named(context.all('Risk'), id) ?? named(context.all('Control'), id);
  if (!about && !findControl(id)) return { choices: [], draft: '', names: [], reviews: [] };
  const names = actors(context, about?.owner?.name);
  const all = [...context.all('Review')].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  const reviews = all.flatMap(one => {
    const name = one.names[0]?.value;
    return name === undefined ? [] : [{ name, title: [titleOf(one), dayOf(one)].filter(Boolean).join(', ') }];
  });
  const offered: Writing = { choices: [], draft: `${id}: `, names, reviews };
  const text = oneLine(stated?.text);
  const review = stated && named(all, stated.review);
  if (!stated || !review || text === '') return offered;
  const { owner, due } = stated;
  const isKnown = owner === undefined || names.some(({ name }) => name === owner);
  if (!isKnown || (due !== undefined && !isDate(due))) return offered;
  const facts = [...(owner === undefined ? [] : [`owner: ${owner}`]), ...(due === undefined ? [] : [`due: ${due}`])];
  const written = `decision ${quote(text)}${facts.length ? ` { ${facts.join('  ')} }` : ''}`;
  const edit = insertProperty(review, context.textOf(review), written);
  return { ...offered, choices: tried(unit, { title: `Write \`${written}\``, detail: label(review), edits: [edit] }) };
}

/** When a review was held, else is planned; empty where neither is stated. */
const dayOf = ({ held, planned }: Declarations['Review']): string => held?.value ?? planned?.value ?? '';

/** The roles and persons of the ISMS, the owner first. */
function actors(context: FixContext, owner: string | undefined): NameChoice[] {
  const all = [...context.known('Role'), ...context.known('Person')].map(one => ({
    name: label(one),
    title: titleOf(one),
  }));
  const isOwner = ({ name }: NameChoice): boolean => name === owner;
  return [...all.filter(isOwner), ...all.filter(one => !isOwner(one))];
}

/** A sentence that somebody typed. */
const oneLine = (text: string | undefined): string => (text ?? '').trim().replace(/\s+/g, ' ');

/** What the fixes of a control's findings would write. */
function fixesAbout(workspace: Workspace, unit: IsmsUnit, control: Control, keys: readonly string[]): WritingChoice[] {
  const block = unit.isms.blockOf(control);
  if (!block) return [];
  const { uri } = block.file;
  return fixesFor(workspace, uri, block.range({ start: control.$start, end: control.$end })).flatMap(fix => {
    const isOfOne = fix.changes.size === 1 && fix.changes.has(block) && !fix.insertions.length;
    const isAbout = keys.some(key => fix.edits.some(({ newText }) => newText.includes(`${key}:`)));
    if (!isOfOne || !isAbout) return [];
    const edits = [...compatibleEdits([fix]).values()].flat();
    return [{ title: fix.title, detail: said(fix.diagnostic.message), edits }];
  });
}

const spanOf = ({ $start, $end }: AnyNode): Span => ({ start: $start, end: $end });

const replace = (declaration: Declaration, { start, end }: Span, text: string): DeclarationEdit => ({
  declaration,
  start,
  end,
  text,
});

const titleOf = (node: AnyNode): string => node.title?.value ?? '';
