/** The declarations of an import, and the names under which others are found. */
import { listSaying, type Saying, saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import type { DateOrder, Mapping } from '../recognise/mapping.ts';
import { bracketsOf, comparableWhole } from '../recognise/normalise.ts';
import { readDate } from '../values/dates.ts';
import { isAffirmed, isDenied, isInDoubt, isKnownAs } from '../values/doubt.ts';
import { Names, titleName } from '../values/names.ts';
import { hasFormOfAddress, turnedName, withoutFormOfAddress } from '../values/people.ts';
import { isPlaceholder, isRoleName } from '../values/words.ts';
import { type Declaration, type Entry, line, text } from '../write/declaration.ts';
import type { FieldCell } from './entity.ts';
import { tellDoubt } from './tell-doubt.ts';

/** What can be found by what registers call it. */
export type Directory =
  | 'actor'
  | 'asset'
  | 'supplier'
  | 'party'
  | 'location'
  | 'threat'
  | 'vulnerability'
  | 'evidence'
  | 'document'
  | 'risk'
  | 'control'
  | 'requirement';

/** A declaration that is still being written. */
export interface Draft {
  readonly keyword: string;
  readonly name: string;
  title?: string;
  entries: Entry[];
}

export class Register {
  readonly ledger: Ledger;
  readonly mapping: Mapping;
  readonly names = new Names();
  /** By name, in the order in which they were declared. */
  private readonly drafts = new Map<string, Draft>();
  private readonly known = new Map<string, string>();
  /** Persons by surname. */
  private readonly surnames = new Map<string, Set<string>>();
  /** Whether there was a list of people, so that an owner who is not on it is worth a word. */
  hasPeople = false;

  constructor(ledger: Ledger, mapping: Mapping) {
    this.ledger = ledger;
    this.mapping = mapping;
  }

  declarations(): Declaration[] {
    return [...this.drafts.values()].map(draft => ({ ...draft }));
  }

  /** Begins a declaration under a name that nothing else has. */
  declare(keyword: string, wanted: string, title?: string): Draft {
    const draft: Draft = { keyword, name: this.names.take(wanted), ...(title !== undefined && { title }), entries: [] };
    this.drafts.set(draft.name, draft);
    return draft;
  }

  draftOf(name: string): Draft | undefined {
    return this.drafts.get(name);
  }

  /** Makes a name known by what it is called; the first counts. */
  learn(directory: Directory, called: string | undefined, name: string): void {
    const key = keyOf(directory, called ?? '');
    if (called !== undefined && comparableWhole(called) !== '' && !this.known.has(key)) this.known.set(key, name);
  }

  find(directory: Directory, called: string): string | undefined {
    return this.known.get(keyOf(directory, called));
  }

  /** The names of what a list of texts calls; what is not declared yet is, and reported. */
  resolve(directory: Directory, keyword: string, called: string, { cell, heading }: FieldCell): string {
    const before = this.find(directory, called);
    if (before !== undefined) return before;
    const draft = this.declare(keyword, titleName(called, keyword[0]?.toUpperCase() + keyword.slice(1)), called);
    this.learn(directory, called, draft.name);
    this.ledger.remark(
      'created',
      `created-${keyword}`,
      saying('Declared as {0}: “{1}” names it, and no table lists it', saying(keyword), heading),
      { place: cell.place, text: called, about: `${keyword} ${draft.name}` },
    );
    return draft.name;
  }

  /**
   * The role or person that a cell names. One cell is one actor: several names in it become one role, which is reported. Undefined for a
   * placeholder, and for what is in doubt, which goes to the notes.
   */
  actor(entry: FieldCell, notes: FieldCell[], about: string): string | undefined {
    const { cell, heading } = entry;
    const called = cell.text;
    const isListed = isKnownAs(called, name => this.find('actor', name));
    if (!isListed && !isPlaceholder(called) && this.namesNoActor(called)) {
      tellDoubt(entry, called, this.ledger, about);
      notes.push(entry);
      return undefined;
    }
    this.ledger.written(cell);
    const before = this.findActor(called);
    if (before !== undefined) {
      if (!isListed) this.tellActor(entry, before, notes, about);
      const { email } = splitAddress(called);
      const draft = this.draftOf(before);
      if (
        email !== undefined &&
        draft?.keyword === 'person' &&
        !draft.entries.some(each => 'key' in each && each.key === 'email')
      )
        draft.entries.push(...line('email', email));
      return before;
    }
    if (isPlaceholder(called)) {
      this.ledger.remark('incomplete', 'placeholder', saying('“{0}” names nobody', heading), { cell, about });
      return undefined;
    }
    const { name: written, email } = splitAddress(called);
    const turned = turnedName(written);
    const name = turned ?? written;
    const isSeveral = /[;,\n/]/.test(name) || areTwoPersons(name);
    const isPerson = email !== undefined || turned !== undefined || hasFormOfAddress(name) || !isRoleName(name);
    const keyword = !isSeveral && isPerson ? 'person' : 'role';
    const draft = this.declare(
      keyword,
      titleName(name, keyword === 'person' ? 'Person' : 'Role'),
      name.split('\n').join(' '),
    );
    if (email !== undefined) draft.entries.push(...line('email', email));
    for (const each of [called, name, email]) this.learn('actor', each, draft.name);
    if (keyword === 'person') this.learnPerson(name, draft.name);
    if (turned !== undefined) this.tellTurned(entry, turned, about);
    const why = isSeveral
      ? saying('The cell names several, and there can be one: they became one role; name the one who answers')
      : this.hasPeople
        ? saying('“{0}” names nobody on the list of people: declared as {1}', heading, saying(keyword))
        : saying(
            'Declared as {0}: “{1}” names it; whether it is a role or a person is guessed by the words',
            saying(keyword),
            heading,
          );
    this.ledger.remark(
      isSeveral ? 'guessed' : 'created',
      isSeveral ? 'several-owners' : this.hasPeople ? 'unknown-owner' : `created-${keyword}`,
      why,
      {
        place: cell.place,
        text: called,
        about: `${keyword} ${draft.name}`,
      },
    );
    return draft.name;
  }

  /** A question, a yes or no, a name that is put off or taken back, or a placeholder beside the role. */
  private namesNoActor(called: string): boolean {
    const { name } = splitAddress(called);
    const { outside } = bracketsOf(name);
    return (
      isInDoubt(name) ||
      /\s(?:until|till|bis)\s/i.test(name) ||
      isPlaceholder(outside.trim()) ||
      isDenied(name, this.mapping) ||
      isAffirmed(name, this.mapping)
    );
  }

  /** How a cell was read that is not the name alone; what stands in brackets and names nobody is kept in notes. */
  private tellActor(entry: FieldCell, name: string, notes: FieldCell[], about: string): void {
    const { cell, heading } = entry;
    const inside = bracketsOf(splitAddress(cell.text).name).inside;
    const isMore = inside.some(part => this.find('actor', part) === undefined && !isPersonName(part));
    if (isMore) {
      this.ledger.remark(
        'guessed',
        'word-and-more',
        saying('“{0}” is taken for {1}; all of it is kept in notes', heading, name),
        { cell, about },
      );
      notes.push(entry);
    } else if (!inside.length && this.isOnlyLike(cell.text))
      this.ledger.remark(
        'guessed',
        'by-surname',
        saying('“{0}” is taken for {1}, whose name is like it', heading, name),
        { cell, about },
      );
    else this.ledger.read(cell, heading, name, about);
  }

  /** Whether neither the name nor the address is known as it stands. */
  private isOnlyLike(called: string): boolean {
    const { name, email = '' } = splitAddress(called);
    return this.find('actor', name) === undefined && this.find('actor', email) === undefined;
  }

  /** By name or address; of a name and a role the one that is known, where the other is the person who holds it. */
  private findActor(called: string): string | undefined {
    const { name, email } = splitAddress(called);
    const [, outer = '', inner = ''] = /^([^()]+)\(([^()]+)\)$/.exec(name) ?? [];
    const plain = withoutFormOfAddress(turnedName(name) ?? name);
    const forms = [called, name, email, outer.trim(), isPersonName(outer) ? inner.trim() : undefined, plain];
    const found = forms
      .map(form => (form === undefined ? undefined : this.find('actor', form)))
      .find(each => each !== undefined);
    const sharing = this.surnames.get(comparableWhole(plain));
    return found ?? (sharing?.size === 1 ? [...sharing][0] : undefined);
  }

  /** Makes a person known by the surname too, as long as nobody else has it, and in either order. */
  learnPerson(called: string, name: string): void {
    const plain = withoutFormOfAddress(turnedName(called) ?? called);
    this.learn('actor', plain, name);
    const parts = plain.split(' ');
    const surname = comparableWhole(parts.at(-1) ?? '');
    if (parts.length > 1 && surname !== '')
      this.surnames.set(surname, (this.surnames.get(surname) ?? new Set()).add(name));
  }

  private tellTurned({ cell, heading }: FieldCell, as: string, about: string): void {
    this.ledger.remark(
      'guessed',
      'turned-name',
      saying('“{0}” has the surname first: taken for one person, {1}', heading, as),
      { cell, about },
    );
  }

  /** The day of a cell; undefined, and reported, if it is none or could be two. */
  date(entry: FieldCell, about: string): string | undefined {
    const { cell, heading, order } = entry;
    const read = readDate(cell, this.mapping.dates ?? order);
    if (!read) {
      this.ledger.remark(
        'not understood',
        'no-date',
        saying('“{0}” is no day of the calendar, such as 2026-03-31; it is kept in notes', heading),
        { cell, about },
      );
      return undefined;
    }
    if ('ambiguous' in read) {
      this.ledger.remark(
        'not understood',
        'ambiguous-date',
        saying(
          '“{0}” can be {1}; it is kept in notes. Say "dates": "day-first" or "month-first" in the mapping',
          heading,
          listSaying(read.ambiguous, 'or'),
        ),
        { cell, about },
      );
      return undefined;
    }
    if (cell.text === read.date) this.ledger.written(cell);
    else if (read.guess)
      this.ledger.remark(
        'guessed',
        'date-guessed',
        saying('“{0}” is taken for {1}: {2}', heading, read.date, read.guess),
        {
          cell,
          about,
        },
      );
    else
      this.ledger.read(
        cell,
        heading,
        order && !this.mapping.dates
          ? saying('{0}, as other dates of the column are {1}', read.date, orderNames[order])
          : read.date,
        about,
      );
    return read.date;
  }

  /** A text as it stands. */
  verbatim({ cell }: FieldCell): string {
    this.ledger.written(cell);
    return cell.text;
  }

  /** Adds to the notes of a declaration that may have some. */
  addNotes(draft: Draft, entries: readonly FieldCell[], about: string): void {
    const [added] = this.notes(entries, about);
    if (!added || !('text' in added)) return;
    const before = draft.entries.find(entry => 'text' in entry && entry.key === 'notes');
    const lines = [...(before && 'text' in before ? [before.text] : []), added.text];
    draft.entries = [
      ...draft.entries.filter(entry => entry !== before),
      ...text('notes', [...new Set(lines)].join('\n')),
    ];
  }

  /** The notes of a declaration: each with the heading that it stood under. */
  notes(entries: readonly FieldCell[], about: string, lines: readonly string[] = []): Entry[] {
    const all = entries.map(entry => {
      const { cell, heading } = entry;
      const isNote = /^(?:notes?|remarks?|comments?|bemerkung(?:en)?|anmerkung(?:en)?|kommentare?|hinweise?)$/i.test(
        heading,
      );
      if (!isNote && !this.ledger.isSpokenFor(cell))
        this.ledger.remark(
          'kept in notes',
          'no-home',
          saying('“{0}” has no place of its own in the language', heading),
          {
            cell,
            about,
          },
        );
      this.ledger.written(cell);
      return isNote && entry.label === undefined ? cell.text : `${entry.label ?? heading}: ${cell.text}`;
    });
    return text('notes', [...lines, ...all].join('\n'));
  }
}

const orderNames: Readonly<Record<DateOrder, Saying>> = {
  'day-first': saying('day-first'),
  'month-first': saying('month-first'),
};

/** `Jane Doe`, and not `Assistant` or `IT manager`. */
const isPersonName = (text: string): boolean => /^\p{Lu}/u.test(text.trim()) && !isRoleName(text.trim());

/** `Ada Lovelace and Alan Turing`; `Support and onboarding lead` is one. */
const areTwoPersons = (name: string): boolean => {
  const parts = name.split(/\s(?:and|und|&)\s/);
  return parts.length > 1 && parts.every(part => /^\p{Lu}\S+ \p{Lu}\S+$/u.test(part) && !isRoleName(part));
};

const keyOf = (directory: Directory, called: string): string => `${directory} ${comparableWhole(called)}`;

/** `Jane Doe <jane@example.com>`, or an address alone. */
function splitAddress(called: string): { readonly name: string; readonly email?: string } {
  for (const [open, close] of ['<>', '()'] as const) {
    const at = called.indexOf(open as string);
    const email = called.slice(at + 1, -1);
    if (at >= 0 && called.endsWith(close as string) && isAddress(email))
      return { name: called.slice(0, at).trim() || email, email };
  }
  return isAddress(called) ? { name: called, email: called } : { name: called };
}

function isAddress(text: string): boolean {
  const [name, domain, ...more] = text.split('@');
  return !more.length && !!name && !!domain && domain.includes('.') && !/[\s<>()"]/.test(text);
}
