/** An object of a library while it is written: what nobody takes goes to its notes, so that nothing is lost. */
import { type SayingValue, saying } from '../../wording/wording.ts';
import type { CellPlace } from '../cells.ts';
import { type Fields, flat, textIn, type Value } from '../library.ts';
import { type Entry, text } from '../write/declaration.ts';
import type { Register } from './register.ts';

export class LibraryObject {
  readonly place: CellPlace;
  private readonly register: Register;
  private readonly all: Map<string, Value>;

  constructor(fields: Fields, place: CellPlace, register: Register) {
    this.all = new Map(fields);
    this.place = place;
    this.register = register;
  }

  /** What nobody took yet. */
  get fields(): Fields {
    return this.all;
  }

  /** A line of the notes for a key of which something is said already. */
  line(key: string): string[] {
    return flat(key, this.take(key) ?? '');
  }

  /** What nobody took yet, a line each. */
  left(): string[] {
    return [...this.all].flatMap(([key, value]) => flat(key, value));
  }

  peek(key: string): string | undefined {
    return textIn(this.all, key);
  }

  /** The text of a key, which is written as it stands; a list or a record is left for the notes. */
  text(key: string): string | undefined {
    const found = this.peek(key);
    if (found !== undefined) this.all.delete(key);
    return found;
  }

  /** Whatever stands under a key, for which the caller answers. */
  take(key: string): Value | undefined {
    const value = this.all.get(key);
    this.all.delete(key);
    return value;
  }

  /** The text of a key is told by something else that is written. */
  understood(key: string, as: SayingValue, about?: string): void {
    const value = this.text(key);
    if (value === undefined) return;
    this.register.ledger.remark('understood', 'read-as', saying('“{0}” is told by {1}', key, as), {
      place: this.place,
      text: value,
      ...(about !== undefined && { about }),
    });
  }

  /** The same, each reported as kept in notes; nothing is left then. */
  rest(about?: string): string[] {
    return [...this.all].flatMap(([key, value]) => {
      this.all.delete(key);
      const lines = flat(key, value);
      if (lines.length)
        this.register.ledger.remark(
          'kept in notes',
          'no-home',
          saying('“{0}” has no place of its own in the language', key),
          {
            place: this.place,
            text: lines.join('\n'),
            ...(about !== undefined && { about }),
          },
        );
      return lines;
    });
  }

  clear(): void {
    this.all.clear();
  }

  notes(about: string, lines: readonly string[] = []): Entry[] {
    return text('notes', [...lines, ...this.rest(about)].join('\n'));
  }
}
