/** What the account of an import says: every text of it has its German, and nothing of its table is idle. */
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/exchange/library.ts';
import type { Column } from '../../src/exchange/recognise/column.ts';
import { tableKinds } from '../../src/exchange/recognise/headings.ts';
import documents from '../../src/wording/de.json';
import editor from '../../src/wording/editor-de.json';
import findings from '../../src/wording/findings-de.json';
import account from '../../src/wording/import-de.json';
import { filesOf, saidIn } from './texts.ts';

const knownBy: Readonly<Record<Column['by'], true>> = {
  mapping: true,
  heading: true,
  likeness: true,
  content: true,
  place: true,
  nothing: true,
};

const scales = ['likelihood', 'impact', 'values', 'asset values'];

/** What is declared because a cell names it. */
const declared = ['role', 'person', 'asset', 'supplier', 'location', 'threat', 'vulnerability', 'party', 'evidence'];

const said = new Set([
  // How many of each kind there are, the server says in words of its own.
  ...filesOf('src/exchange')
    .filter(file => !file.endsWith('/kinds.ts'))
    .flatMap(saidIn),
  ...[...kinds, ...tableKinds, ...Object.keys(knownBy), ...scales, ...declared, 'document'],
]);

describe('the table of the account', () => {
  const shared: Readonly<Record<string, string>> = { ...documents, ...findings };
  const own: Readonly<Record<string, string>> = account;

  test('has every text that documents and findings do not say', () => {
    expect([...said].filter(text => !Object.hasOwn(shared, text) && !Object.hasOwn(own, text))).toEqual([]);
  });

  test('has no text that nothing says, and none that documents or findings have', () => {
    expect(Object.keys(own).filter(text => !said.has(text) || Object.hasOwn(shared, text))).toEqual([]);
  });

  test('says as the editor what both say', () => {
    const both = Object.entries(editor).filter(([text]) => Object.hasOwn(own, text));
    expect(both.filter(([text, german]) => own[text] !== german)).toEqual([]);
  });

  test('keeps the places of values', () => {
    const places = (text: string): string => [...new Set(text.match(/\{\d\}/g))].sort().join();
    expect(Object.entries(own).filter(([text, german]) => places(text) !== places(german))).toEqual([]);
  });

  test('is in order, so that additions meet in few places', () => {
    const keys = Object.keys(own);
    const rank = (text: string): string => `${text.toLowerCase()}\n${text}`;
    expect(keys).toEqual([...keys].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
  });
});
