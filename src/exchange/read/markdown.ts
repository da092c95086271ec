/** Reads the tables of Markdown, each with the heading above it. */
import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { saying } from '../../wording/wording.ts';
import { type Aside, cellName, type Grid, type ReadFile, type SourceCell } from '../cells.ts';
import { decodeText } from './encoding.ts';
import { CellCount, limits, refuseLarge } from './limits.ts';
import { noteStruck, raised, textCell } from './make-cell.ts';

/** @throws ImportFault if it is too large */
export function readMarkdown(file: string, bytes: Uint8Array): ReadFile {
  refuseLarge(bytes.length, limits.page, saying('Markdown'), saying('Split it, or save its tables as CSV.'));
  const { children } = fromMarkdown(decodeText(bytes).text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const grids: Grid[] = [];
  const asides: Aside[] = [];
  const count = new CellCount();
  let heading: string | undefined;
  for (const node of children) {
    if (node.type === 'table') {
      const sheet = `table ${grids.length + 1}`;
      grids.push(gridOf(node, file, sheet, heading, asides, count));
      heading = undefined;
      continue;
    }
    const text = textOf(node).trim();
    if (node.type === 'heading') {
      if (heading !== undefined) asides.push(prose(file, heading));
      heading = text;
    } else if (text !== '') asides.push(prose(file, text));
  }
  if (heading !== undefined) asides.push(prose(file, heading));
  return { file, grids, asides };
}

const prose = (file: string, text: string): Aside => ({ place: { file, sheet: '', cell: '' }, text, what: 'prose' });

function gridOf(
  table: Table,
  file: string,
  sheet: string,
  heading: string | undefined,
  asides: Aside[],
  count: CellCount,
): Grid {
  const rows = table.children.map((row, y) =>
    row.children.slice(0, limits.columns).map((node, x): SourceCell | undefined => {
      const place = { file, sheet, cell: cellName(y, x) };
      const struck: string[] = [];
      const cell = textCell(textOf(node, struck), place, asides, linkOf(node));
      noteStruck(struck, place, asides);
      if (cell) count.add();
      return cell;
    }),
  );
  const caption = heading === undefined ? undefined : textCell(heading, { file, sheet, cell: '' }, asides);
  return { file, sheet, rows, ...(caption && { caption }) };
}

/** The words of a node; line breaks as such, also those that a table has as `<br>`. What is struck out goes to `struck`, if that is given. */
function textOf(node: Nodes, struck?: string[]): string {
  if (struck && node.type === 'delete') {
    struck.push(textOf(node));
    return '';
  }
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : node.value;
  if ('value' in node) return node.value;
  if ('alt' in node && node.alt) return node.alt;
  if (!('children' in node)) return '';
  const isBlock = ['list', 'listItem', 'blockquote', 'root'].includes(node.type);
  return withRaised(node.children.map(child => textOf(child, struck))).join(isBlock ? '\n' : '');
}

/** `<sup>`, digits and `</sup>` as raised digits. */
const withRaised = (parts: readonly string[]): string[] =>
  parts.flatMap((part, at) => {
    if (/^<\/?sup>$/i.test(part)) {
      const inside = parts[/^<s/i.test(part) ? at + 1 : at - 1];
      return inside !== undefined && raised(inside) !== undefined ? [] : [part];
    }
    const isRaised = /^<sup>$/i.test(parts[at - 1] ?? '') && /^<\/sup>$/i.test(parts[at + 1] ?? '');
    return [(isRaised ? raised(part) : undefined) ?? part];
  });

/** The address, where a cell is one link. */
function linkOf(node: Nodes): { link?: string } {
  const [only, ...more] = 'children' in node ? node.children : [];
  return only?.type === 'link' && !more.length ? { link: only.url } : {};
}
