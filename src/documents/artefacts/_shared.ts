/** What the blocks of several artefacts have in common: cells of names, texts, evidence and dates. */
import type { Subject } from '../artefact.ts';
import type { Block, Cell, Column, ColumnKind, Fact, Inline, ProseCell, Tone } from '../blocks.ts';
import { paragraph } from '../blocks.ts';
import type { ActionData, ApprovalData, EvidenceData, NamedData } from '../data/_shared.ts';
import { particularsText } from './_particulars.ts';

export const column = (
  id: string,
  title: string,
  kind: ColumnKind,
  tones?: Readonly<Record<string, Tone>>,
): Column => ({ id, title, kind, ...(tones && { tones }) });

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
        approval.on,
        approval.by.length ? `by ${approval.by.map(nameCell).join(', ')}` : null,
        approval.until && `until ${approval.until}`,
        approval.because && `because ${approval.because}`,
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
    ...(collected ? [` (${collected})`] : []),
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
    action.completed ? `completed ${action.completed}` : action.due && `due ${action.due}`,
    action.completed ? undefined : action.overdue ? 'overdue' : wordText(action.status),
    action.controls.length ? `for ${idsCell(action.controls).join(' ')}` : undefined,
    particularsText(action),
  ]
    .filter(part => part)
    .join(', ');

export const actionsCell = (actions: readonly ActionData[]): string[] => actions.map(actionText);

/** A word of the language as people write it: `in progress`. */
export const wordText = (word: string | null): string | undefined => word?.replaceAll('-', ' ');

export const yesNo = (value: boolean | null): string | undefined => (value === null ? undefined : value ? 'yes' : 'no');

export const fact = (id: string, label: string, value: string | number | null | undefined): Fact => ({
  id,
  label,
  value: value ?? 'not stated',
});

/** How many of the items are so. */
export const countFact = <T>(id: string, label: string, items: readonly T[], isSo: (item: T) => boolean): Fact => ({
  id,
  label,
  value: items.filter(isSo).length,
});

/** A part with a heading and a text of the model, or what it says where there is none. */
export const textPart = (
  prose: Subject['prose'],
  title: string,
  text: string | null,
  otherwise = 'Not stated.',
): Block[] => [{ type: 'heading', text: title }, ...(text === null ? [paragraph(otherwise)] : prose(text))];

/** The statement of the scope, as the part of a document that tells what it is about. (4.3) */
export function scopePart({ view, prose }: Subject): Block[] {
  const statement = view.all('Scope')[0]?.statement?.value;
  return textPart(prose, 'Scope', statement?.trim() ? statement : null, 'No scope is stated.');
}
