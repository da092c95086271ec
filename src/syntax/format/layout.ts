/*
 * Where the lexemes of a declaration go. A line breaks before each item of a body that stands on several lines, at the commas of a list
 * that is too long, and where a comment wants it; elsewhere lexemes stand on one line, one blank apart.
 *
 * A body that was written on one line stays on it if it fits; one that was written over several lines stays so. Comments stay where they
 * are: behind what they stand behind, or on lines of their own.
 */
import type { Lexeme } from './lexemes.ts';

/** What stands before a lexeme: so many line ends, then so many blanks. */
export interface Gap {
  readonly breaks: number;
  readonly blanks: number;
}

export interface Placed {
  /** What stands before each lexeme. Of the first one only what it would be at the beginning of a line. */
  readonly gaps: readonly Gap[];
  /** The indentation of the line that each lexeme stands on, in blanks. */
  readonly indents: readonly number[];
}

/** Blanks of a level of indentation. */
export const indentation = 2;

/** Between two items on one line; more than between the words of one, so that they can be told apart. */
const betweenItems = 2;

/**
 * Lays out a declaration, with the comments before and behind it. Takes time in proportion to its size.
 * @param lineWidth UTF-16 code units that a line should not exceed; one without a place to break may
 */
export const layOut = (lexemes: readonly Lexeme[], lineWidth: number): Placed => new Layout(lexemes, lineWidth).done();

class Layout {
  private readonly lexemes: readonly Lexeme[];
  private readonly lineWidth: number;
  private readonly gaps: Gap[] = [];
  private readonly indents: number[] = [];
  /** Where each lexeme would end if all stood on one line. */
  private readonly ends: number[] = [];
  /** How many of the lexemes up to each cannot stand on one line with those before. */
  private readonly forced: number[] = [];
  /** How many of the lexemes up to each stand on another line than those before, or hold line ends. */
  private readonly apart: number[] = [];
  /** The brace that belongs to a brace. */
  private readonly partners: number[] = [];
  /** UTF-16 code units of the line so far. */
  private column = 0;

  constructor(lexemes: readonly Lexeme[], lineWidth: number) {
    this.lexemes = lexemes;
    this.lineWidth = lineWidth;
    const open: number[] = [];
    let [end, forced, apart] = [0, 0, 0];
    for (const [i, lexeme] of lexemes.entries()) {
      end += (i ? this.flatBlanks(i) : 0) + widthOf(lexeme);
      if (lexeme.isLong || (i && this.needsBreak(i))) forced++;
      if (lexeme.isLong || lexeme.breaks) apart++;
      this.ends.push(end);
      this.forced.push(forced);
      this.apart.push(apart);
      if (lexeme.mark === '{') open.push(i);
      const partner = lexeme.mark === '}' ? open.pop() : undefined;
      if (partner === undefined) continue;
      this.partners[i] = partner;
      this.partners[partner] = i;
    }
  }

  done(): Placed {
    this.items(0, this.lexemes.length, 0);
    return { gaps: this.gaps, indents: this.indents };
  }

  private at(index: number): Lexeme {
    return this.lexemes[index] as Lexeme;
  }

  /** Places items and the comments between them, each at the beginning of a line. */
  private items(from: number, to: number, indent: number): void {
    for (let i = from; i < to; i++) {
      const lexeme = this.at(i);
      const isBehind =
        i > 0 && (lexeme.kind === 'comment' ? !lexeme.ownLine || !lexeme.breaks : this.followsComment(i));
      if (isBehind) this.put(i, { breaks: 0, blanks: 1 }, indent);
      else this.put(i, { breaks: this.breaksBefore(i), blanks: indent }, indent);
      if (lexeme.kind === 'comment') continue;
      const end = this.endOfItem(i, to);
      this.item(i, end, indent);
      i = end;
    }
  }

  /** Whether a lexeme is written right behind a comment that begins its line. */
  private followsComment(index: number): boolean {
    const before = this.at(index - 1);
    return before.ownLine && !before.endsLine && !this.at(index).breaks;
  }

  /** Two line ends where an empty line groups items, else one. */
  private breaksBefore(index: number): number {
    return index > 0 && this.at(index).breaks > 1 && this.at(index - 1).mark !== '{' ? 2 : 1;
  }

  /** The last lexeme of an item; comments behind it are none of it. */
  private endOfItem(start: number, to: number): number {
    let end = start;
    for (let i = start; i < to; i++) {
      const { mark, kind, beginsItem } = this.at(i);
      if (beginsItem && i > start) break;
      if (mark === '{') i = this.partners[i] ?? i;
      if (kind !== 'comment') end = i;
    }
    return end;
  }

  /** Places the rest of an item, whose first lexeme has its place. */
  private item(start: number, end: number, indent: number): void {
    const open = this.at(end).mark === '}' ? this.partners[end] : undefined;
    const isOpened = open !== undefined && this.isApart(open, end);
    if (!isOpened && this.fits(start, end)) {
      this.flat(start, end, indent);
    } else {
      this.line(start, open ?? end, indent);
      if (open === undefined) return;
      this.items(open + 1, end, indent + indentation);
      this.put(end, { breaks: 1, blanks: indent }, indent);
    }
  }

  private flat(start: number, end: number, indent: number): void {
    for (let i = start + 1; i <= end; i++) this.put(i, { breaks: 0, blanks: this.flatBlanks(i) }, indent);
  }

  /**
   * Places a value, or a head. A value that does not fit goes on at its commas: a list of words fills its lines, of texts and what has texts
   * beside it each stands on one of its own. A head stays on its line, as reading starts again at it if something before is damaged.
   */
  private line(start: number, end: number, indent: number): void {
    const isFlat = this.fits(start, end);
    const isLined = this.holdsText(start, end);
    const further = indent + indentation;
    let isValue = false;
    let isBehindComma = false;
    let lineIndent = indent;
    for (let i = start + 1; i <= end; i++) {
      const { kind, mark } = this.at(i);
      const isComment = kind === 'comment';
      const mayBreak = !isFlat && isValue && isBehindComma && !isComment;
      if (this.needsBreak(i)) {
        lineIndent = mark === '{' ? indent : further;
        this.put(i, { breaks: 1, blanks: lineIndent }, lineIndent);
      } else if (mayBreak && (isLined || this.column + 1 + this.widthToComma(i, end) > this.lineWidth)) {
        lineIndent = further;
        this.put(i, { breaks: 1, blanks: lineIndent }, lineIndent);
      } else this.put(i, { breaks: 0, blanks: this.flatBlanks(i) }, lineIndent);
      if (!isComment) isBehindComma = mark === ',';
      isValue ||= mark === ':' || mark === '->';
    }
  }

  private put(index: number, gap: Gap, indent: number): void {
    this.gaps[index] = gap;
    this.indents[index] = indent;
    const { isLong, lastColumn } = this.at(index);
    const start = (gap.breaks ? 0 : this.column) + gap.blanks;
    this.column = isLong ? lastColumn : start + widthOf(this.at(index));
  }

  /** Whether a stretch may stand on one line from here on, and fits. */
  private fits(start: number, end: number): boolean {
    return (
      this.forced[start] === this.forced[end] &&
      !this.at(start).isLong &&
      this.column + this.widthBetween(start, end) <= this.lineWidth
    );
  }

  private widthBetween(start: number, end: number): number {
    return (this.ends[end] as number) - (this.ends[start] as number);
  }

  /** Whether a stretch is written over several lines. */
  private isApart(start: number, end: number): boolean {
    return this.apart[start] !== this.apart[end];
  }

  /** The width of a member of a list with its comma, or up to where its line ends anyway. */
  private widthToComma(start: number, end: number): number {
    let last = start;
    while (last < end && this.at(last).mark !== ',' && !this.needsBreak(last + 1) && !this.at(last + 1).endsLine)
      last++;
    return this.widthBetween(start, last) + widthOf(this.at(start));
  }

  /** Whether texts or quoted words stand in a list. */
  private holdsText(start: number, end: number): boolean {
    for (let i = start; i <= end; i++) if (this.at(i).kind === 'string' || this.at(i).kind === 'text') return true;
    return false;
  }

  /** Whether a lexeme inside an item has to begin a line, because of a comment. */
  private needsBreak(index: number): boolean {
    const { kind, breaks } = this.at(index);
    const before = this.at(index - 1);
    if (kind === 'comment') return breaks > 0;
    return before.endsLine || (before.ownLine && breaks > 0);
  }

  /** How many blanks stand before a lexeme on a line. */
  private flatBlanks(index: number): number {
    const { mark, beginsItem } = this.at(index);
    const before = this.at(index - 1);
    if (isTight(mark) || before.mark === '..' || (mark === '}' && before.mark === '{')) return 0;
    return beginsItem && before.mark !== '{' ? betweenItems : 1;
  }
}

/** The marks before which no blank stands. */
const isTight = (mark: string): boolean => mark === ',' || mark === ':' || mark === '..';

const widthOf = ({ start, end }: Lexeme): number => end - start;
