/** Reads the tables of a web page, each with the heading above it. Nothing of the page is run or fetched. */
import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { saying } from '../../wording/wording.ts';
import { type Aside, cellName, type Grid, type ReadFile, type SourceCell } from '../cells.ts';
import { decodeText } from './encoding.ts';
import { shownBy } from './html-shown.ts';
import { CellCount, limits, refuseLarge } from './limits.ts';
import { noteStruck, raised, textCell } from './make-cell.ts';

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption']);
const silent = new Set(['script', 'style', 'template', 'head', 'noscript', 'svg']);
const blocks = new Set(['p', 'div', 'li', 'tr', 'br']);

interface State {
  readonly file: string;
  readonly grids: Grid[];
  readonly asides: Aside[];
  readonly count: CellCount;
  heading: string | undefined;
}

/** @throws ImportFault if it is too large */
export function readHtml(file: string, bytes: Uint8Array): ReadFile {
  refuseLarge(bytes.length, limits.page, saying('a page'), saying('Copy its tables into a workbook.'));
  const state: State = { file, grids: [], asides: [], count: new CellCount(), heading: undefined };
  visit(fromHtml(decodeText(bytes).text).children, state);
  setHeading(state, undefined);
  const { grids, asides } = state;
  return { file, grids, asides };
}

/** With a list of its own in place of the engine's stack: a page may be nested as deep as it likes. */
function visit(roots: readonly RootContent[], state: State): void {
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') {
      const text = node.value.trim();
      if (text !== '') state.asides.push(aside(state.file, text));
    } else if (node.type === 'element') {
      if (silent.has(node.tagName)) continue;
      if (node.tagName === 'table') addTable(node, state);
      else if (headings.has(node.tagName)) setHeading(state, textOf(node).trim());
      else waiting.push(...[...node.children].reverse());
    }
  }
}

const aside = (file: string, text: string): Aside => ({ place: { file, sheet: '', cell: '' }, text, what: 'prose' });

function setHeading(state: State, heading: string | undefined): void {
  if (state.heading) state.asides.push(aside(state.file, state.heading));
  state.heading = heading;
}

function addTable(table: Element, state: State): void {
  const { file, asides } = state;
  const sheet = `table ${state.grids.length + 1}`;
  const own = descendants(table, 'caption')[0];
  if (own) setHeading(state, textOf(own).trim());
  const heading = state.heading;
  state.heading = undefined;
  const rows: (SourceCell | undefined)[][] = [];
  descendants(table, 'tr').forEach((tr, y) => {
    const row = (rows[y] ??= []);
    let x = 0;
    for (const cell of tr.children.filter(isCell)) {
      while (x in row) x++;
      const place = { file, sheet, cell: cellName(y, x) };
      const struck: string[] = [];
      const made = textCell(textOf(cell, struck), place, asides, linkOf(cell));
      noteStruck(struck, place, asides);
      if (made) state.count.add();
      const across = span(cell, 'colSpan');
      for (let down = 0; down < span(cell, 'rowSpan'); down++)
        for (let right = 0; right < across && x + right < limits.columns; right++)
          (rows[y + down] ??= [])[x + right] = made;
      x += across;
      if (x >= limits.columns) break;
    }
  });
  // What was reserved below the last row is no row.
  rows.length = Math.min(rows.length, descendants(table, 'tr').length);
  const caption = heading ? textCell(heading, { file, sheet, cell: '' }, asides) : undefined;
  state.grids.push({ file, sheet, rows: Array.from(rows, row => Array.from(row ?? [])), ...(caption && { caption }) });
}

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');

/** Tables within tables are read as the text of their cell. */
function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, name === 'colSpan' ? limits.columns : 1000) : 1;
}

function descendants(root: Element, tagName: string): Element[] {
  const found: Element[] = [];
  const waiting: ElementContent[] = [...root.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    if (node.tagName === tagName) found.push(node);
    else if (node.tagName !== 'table' && node.tagName !== 'td' && node.tagName !== 'th')
      waiting.push(...[...node.children].reverse());
  }
  return found;
}

const struckOut = new Set(['s', 'del', 'strike']);

/**
 * Its text; of a cell that has none, that of its pictures. Those that are signs, such as `(tick)` or `✅`, count beside a text too. What is
 * struck out goes to `struck` instead, if that is given.
 */
function textOf(root: Element, struck?: string[]): string {
  let text = '';
  let pictures = '';
  const waiting: ElementContent[] = [...root.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') text += node.value.replace(/\s+/g, ' ');
    if (node.type !== 'element' || (silent.has(node.tagName) && node.tagName !== 'svg')) continue;
    if (blocks.has(node.tagName) && text.trim() !== '') text += '\n';
    if (struck && struckOut.has(node.tagName)) {
      struck.push(textOf(node));
      continue;
    }
    const above = node.tagName === 'sup' ? raised(textOf(node)) : undefined;
    const shown = above ?? shownBy(node);
    if (shown === undefined) waiting.push(...[...node.children].reverse());
    else if (node.tagName === 'img' && /\p{L}/u.test(shown.replace(/\([^()]*\)/g, ''))) pictures += shown;
    else text += shown;
  }
  return (text.trim() === '' ? pictures : text)
    .split('\n')
    .map(line => line.trim().replace(/ +/g, ' '))
    .join('\n');
}

function linkOf(cell: Element): { link?: string } {
  const [only, ...more] = cell.children.filter(node => node.type === 'element');
  const href = only?.tagName === 'a' && !more.length ? only.properties.href : undefined;
  return typeof href === 'string' ? { link: href } : {};
}
