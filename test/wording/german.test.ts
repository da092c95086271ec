/** Every text of ours that documents have is said in German, and nothing of the table is idle. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { clauses } from '../../src/catalogues/clauses.ts';
import { threats, vulnerabilities } from '../../src/catalogues/threats.ts';
import { documentOf } from '../../src/documents/artefact.ts';
import { coverageData } from '../../src/documents/data/coverage.ts';
import { artefacts } from '../../src/documents/generated/registry.ts';
import { forReaders } from '../../src/formats/shared/readers.ts';
import { tablesOf } from '../../src/formats/shared/tables.ts';
import { findingsGerman } from '../../src/wording/findings-german.ts';
import { german } from '../../src/wording/german.ts';
import { filesOf } from '../documents/arrival.ts';
import { type Opened, open } from '../documents/open.ts';
import { exampleFiles } from '../examples/files.ts';
import { codeTexts, findingTexts, wordTexts } from './texts.ts';

/** A language in which each text of ours stands in brackets, so that what is said in no language is seen. */
const marked = {
  language: 'x-marked',
  texts: Object.fromEntries(Object.keys({ ...german, ...findingsGerman }).map(text => [text, `⟦${text}⟧`])),
  dateFormat: 'yyyy-MM-dd',
};

const everything = filesOf(readFileSync(new URL('../documents/everything.isms', import.meta.url), 'utf8'));

const models: Readonly<Record<string, Opened>> = {
  everything: open([...everything]),
  example: open(exampleFiles('acme-cloud')),
  hospital: open(exampleFiles('harbour-hospital')),
  empty: open(['isms Small {\n}\n']),
};

/** Names that documents list as they are: titles of Annex A, of clauses and of threats, and what is written so in every language. */
const listed = [
  ...annexA.map(({ title }) => title),
  ...clauses.map(({ title }) => title),
  ...threats.map(({ title }) => title),
  ...vulnerabilities.map(({ title }) => title),
  'ISO/IEC 27001:2022',
  'isms.config.json',
];

/** Ids of clauses, controls and of entries of frameworks. */
const ids = /\b(?:[A-Z]{1,2}\.[\w.-]+|\d+(?:\.\d+)+ [a-z]\b)/g;

const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.filter(word => /\p{L}/u.test(word)) ?? [];

/** What the user wrote: quoted texts, names, comments aside; and the words of the user's scales, which stand before a colon or after one. */
function ownWords(model: string): Set<string> {
  const { workspace } = models[model] as Opened;
  const texts = workspace.files().map(uri => workspace.text(uri) ?? '');
  return new Set(texts.flatMap(text => wordsOf(text)));
}

/** Words of the user's own that no enumeration knows: levels, classes, steps of scales. */
function freeWords(model: string): Set<string> {
  const { workspace } = models[model] as Opened;
  const texts = workspace.files().map(uri => workspace.text(uri) ?? '');
  const freely = /(?:classification|criticality): ([a-z-]+)|\b([a-z-]+): \d+ ?\.\.|\d+: ([a-z-]+)/g;
  return new Set(texts.flatMap(text => [...text.matchAll(freely)].flatMap(match => match.slice(1).filter(Boolean))));
}

function* textsOf(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) yield* textsOf(one, `${path}.${key}`);
  }
}

/** Codes of rules, behind what they remark. */
const codes = /\[[a-z]+\/[a-z0-9-]+\]/g;

/** What is left of a text without what stands in brackets, of which some hold others. */
function withoutMarked(text: string): string {
  const left = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return left === text ? left : withoutMarked(left);
}

/** Keys whose values are for programs. */
const technical = /\.(?:type|kind|id|tone|tones|sign|uri|url|code|language|asOf|start)(?:\.|$)|\.wording\b|\.tones\./;

const pairs = Object.keys(models).flatMap(model => artefacts.map(artefact => [model, artefact.id] as const));

test.each(pairs)('of %s, the document %s says nothing of its own in English', (model, id) => {
  const artefact = artefacts.find(one => one.id === id);
  if (!artefact) throw new Error(id);
  const own = ownWords(model);
  const frameworks = coverageData((models[model] as Opened).subject.view).frameworks;
  const entries = frameworks.flatMap(one => [
    one.title,
    ...one.mappings.map(mapping => mapping.title),
    ...one.entries.flatMap(({ title, theme }) => [title, theme]),
  ]);
  const known = new Set([...listed, ...entries.map(text => text ?? '')].flatMap(text => wordsOf(text)));
  const free = freeWords(model);
  const left: string[] = [];
  for (const edition of [undefined, ...(artefact.parameters.find(one => one.id === 'edition')?.values ?? [])]) {
    const built = documentOf(artefact, (models[model] as Opened).subject, edition ? { edition } : {}, marked);
    const { title, head, blocks } = forReaders(built);
    const tables = tablesOf(built, () => '').map(({ columns, groups, title: heading }) => ({
      columns,
      groups,
      title: heading,
    }));
    for (const [path, text] of textsOf({ title, head, blocks, tables })) {
      if (technical.test(path)) continue;
      // Columns whose cells are words of ours hold nothing bare that is one, even if the model has the same word.
      const rest = withoutMarked(text.replace(codes, ' ').replace(ids, ' '));
      const words = wordsOf(rest);
      const isBareWord = Object.hasOwn(german, rest) && wordTexts.has(rest) && !free.has(rest);
      if (isBareWord || words.some(word => !own.has(word) && !known.has(word))) left.push(`${path}: ${text}`);
    }
  }
  expect([...new Set(left)]).toEqual([]);
});

describe('the table', () => {
  test('has every text of the code', () => {
    const table = { ...german, ...findingsGerman };
    expect([...codeTexts, ...wordTexts].filter(text => text && !Object.hasOwn(table, text))).toEqual([]);
  });

  test('has no text that nothing says', () => {
    const said = new Set([...codeTexts, ...wordTexts, ...findingTexts]);
    expect(Object.keys(german).filter(text => !said.has(text))).toEqual([]);
  });

  test('keeps the places of values', () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    const lost = Object.entries(german).filter(([text, said]) => places(text).join() !== places(said).join());
    expect(lost).toEqual([]);
  });

  test('says no two states of a register alike', () => {
    const states = [
      'open',
      'planned',
      'in progress',
      'done',
      'cancelled',
      'overdue',
      'expired',
      'stale',
      'none',
      'in force',
    ];
    expect(new Set(states.map(state => german[state])).size).toBe(states.length);
  });
});
