/** What the blocks of several artefacts have in common: cells of names, texts, evidence and dates. */
import { day, later, say, word } from '../../wording/wording.ts';
import type { Subject } from '../artefact.ts';
import type { Block, Cell, Inline, ProseCell } from '../blocks.ts';
import { paragraph } from '../blocks.ts';
import type { ActionData, ApprovalData, EvidenceData, NamedData } from '../data/_shared.ts';
import { particularsText } from './_particulars.ts';

/** What a declaration is called for people. */
export const nameCell = (of: NamedData | null): string | undefined => (of ? (of.title ?? of.id) : undefined);

export const namesCell = (all: readonly NamedData[]): string[] => all.map(one => one.title ?? one.id);

/** `A.8.13 Information backup`. */
export const fullNamesCell = (all: readonly NamedData[]): string[] => all.map(fullNameText);

export const fullNameText = ({ id, title }: NamedData): string => (title === null ? id : `${id} ${title}`);

export const idsCell = (all: readonly NamedData[]): string[] => all.map(({ id }) => id);

/** A text of the model, read as prose. */
export const proseCell = (prose: Subject['prose'], text: string | null): ProseCell | undefined =>
  text === null ? undefined : { type: 'prose', blocks: prose(text) };

/** `2026-03-01 by Chief executive officer until 2027-03-01`. */
export const approvalText = (approval: ApprovalData | null): string | undefined =>
  approval
    ? [
        approval.on && day(approval.on),
        approval.by.length ? say('by {0}', approval.by.map(nameCell).join(', ')) : null,
        approval.until && say('until {0}', day(approval.until)),
        approval.because && say('because {0}', approval.because),
      ]
        .filter(part => part)
        .join(' ') || undefined
    : undefined;

/** Evidence by its title, a link where it has an address, with the day it speaks of. */
export const evidenceInlines = ({ id, title, link, collected }: EvidenceData): Inline[] => {
  const words = title ?? id;
  const isAddress = link !== null && /^https?:\/\/\S+$/i.test(link);
  return [
    isAddress ? { type: 'link', to: { url: link }, content: [words] } : words,
    ...(collected ? [` (${day(collected)})`] : []),
  ];
};

/** A list of evidence, a line for each. */
export function evidenceCell(all: readonly EvidenceData[]): Cell {
  if (!all.some(({ link }) => link)) return all.map(one => evidenceInlines(one).join(''));
  return { type: 'prose', blocks: all.map(one => paragraph(...evidenceInlines(one))) };
}

/** What is to be done, by whom, until when, and how far it is. */
export const actionText = (action: ActionData): string =>
  [
    action.id === null ? action.title : `${action.id} ${action.title}`,
    nameCell(action.owner),
    action.completed ? say('completed {0}', day(action.completed)) : action.due && say('due {0}', day(action.due)),
    action.completed ? undefined : action.overdue ? say('overdue') : word(action.status),
    action.controls.length ? say('for {0}', idsCell(action.controls).join(' ')) : undefined,
    particularsText(action),
  ]
    .filter(part => part)
    .join(', ');

export const actionsCell = (actions: readonly ActionData[]): string[] => actions.map(actionText);

export const yesNo = (value: boolean | null): string | undefined =>
  value === null ? undefined : value ? say('yes') : say('no');

/** A part with a heading and a text of the model, or what it says where there is none. */
export const textPart = (
  prose: Subject['prose'],
  title: string,
  text: string | null,
  otherwise: string = later('Not stated.'),
): Block[] => [{ type: 'heading', text: say(title) }, ...(text === null ? [paragraph(say(otherwise))] : prose(text))];

/** The statement of the scope, as the part of a document that tells what it is about. (4.3) */
export function scopePart({ view, prose }: Subject): Block[] {
  const statement = view.all('Scope')[0]?.statement?.value;
  return textPart(prose, 'Scope', statement?.trim() ? statement : null, 'No scope is stated.');
}

/** `4 to 10`; other clauses are the same in all languages. */
export function clauseText(clause: string): string {
  const [, from, to] = /^(\S+) to (\S+)$/.exec(clause) ?? [];
  return from && to ? say('{0} to {1}', from, to) : clause;
}
