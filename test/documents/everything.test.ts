/** What goes in comes out: a value of each key of the language is said by some document for people. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type NodeType, nodeTypes } from '../../src/language/schema.ts';
import { filesOf, openFiles, saidBy, statedValues, timesSaid } from './arrival.ts';

const files = filesOf(readFileSync(new URL('everything.isms', import.meta.url), 'utf8'));
const opened = openFiles(files);
const said = saidBy(opened);
const stated = statedValues(opened, files);

/** What rightly no document says, by the end of its path, and why. */
const unprinted: Readonly<Record<string, string>> = {
  notes: 'free notes appear in no artefact, as its documentation says',
};

/** The kinds of which no document says the rest, and why. */
const reference: Readonly<Record<string, string>> = {
  Defaults: 'what holds for a kind is said of each declaration that it holds for; see the test below',
  Catalog: 'a catalogue is what others are mapped to; `isms explain` shows its entries',
  Mapping: 'a mapping is reference data; what it leads to counts in the coverage of a framework',
  Field: 'a field says what others may state; its title heads their columns',
};

/** What is said in other words, or by what follows from it. */
const followed: Readonly<Record<string, string>> = {
  'Isms.standard': 'by the name that its publishers give it',
  'Method.formula': 'as the formula itself: score = likelihood × impact',
  'Control.applicable.decision': 'as a sentence: Shared with …',
  'Control.theme': 'with a capital',
  'Audit.covers': 'a clause that no audit covers is said to be missing instead',
};

/** What this model cannot state too, and how it arrives. */
const instead: readonly (readonly [end: RegExp, why: string])[] = [
  [/\.frequency$/, 'a period in one word in place of a count and a unit, by one function; a supplier here has one'],
  [/^Method\.matrix\./, 'a matrix in place of a formula; the levels that it names are those of the risks'],
];

const isExcused = (path: string): boolean =>
  Object.hasOwn(reference, path.split('.')[0] ?? '') || Object.hasOwn(unprinted, path.split('.').at(-1) ?? '');

/** All paths of values that a declaration of this type may state, through the blocks and values in it. */
function pathsOf(nodeType: NodeType, path: string, depth = 0): string[] {
  const features = [
    ...nodeType.properties.map(({ feature, values }) => ({ feature, values })),
    ...Object.entries(nodeType.values).map(([feature, values]) => ({ feature, values })),
  ].filter(({ feature }) => feature !== 'names' && feature !== 'title');
  return [
    ...(nodeType.keyword && nodeType.titled ? [`${path}.title`] : []),
    ...features.flatMap(({ feature, values }) => {
      const at = `${path}.${feature}`;
      const nodes = values.flatMap(value => (value.form === 'node' ? [nodeTypes[value.type] as NodeType] : []));
      return nodes.length && depth < 4 ? nodes.flatMap(node => pathsOf(node, at, depth + 1)) : [at];
    }),
  ];
}

test('the model states every key of every kind', () => {
  const paths = Object.values(nodeTypes).flatMap(one => (one.top ? pathsOf(one, one.name) : []));
  const given = new Set(stated.map(({ path }) => path));
  expect(
    paths.filter(path => !given.has(path) && !isExcused(path) && !instead.some(([end]) => end.test(path))),
  ).toEqual([]);
});

/** Words that the model states once and a document says have arrived; of others it shows when they are changed. */
const model = [...files.values()].join('\n');
const isUnique = (words: readonly string[]): boolean => timesSaid(model, words) === 1;

test('every value arrives in a document for people', () => {
  const lost = stated.flatMap(({ path, file, start, end, shown, other }) => {
    if (isExcused(path) || (isUnique(shown) && timesSaid(said, shown))) return [];
    const text = files.get(file) ?? '';
    const changed = saidBy(openFiles(new Map([...files, [file, text.slice(0, start) + other + text.slice(end)]])));
    const arrives =
      Object.hasOwn(followed, path) || !shown.length
        ? changed !== said
        : timesSaid(changed, shown) < timesSaid(said, shown);
    return arrives ? [] : [`${path}: ${shown[0] ?? text.slice(start, end)}`];
  });
  expect(lost).toEqual([]);
});

test('what no document says is not said', () => {
  const notes = stated.filter(({ path }) => Object.hasOwn(unprinted, path.split('.').at(-1) ?? ''));
  expect(notes.length).toBeGreaterThan(20);
  expect(timesSaid(said, ['Notes'])).toBe(0);
});

test('what holds for all declarations of a kind is said of those that do not say it themselves', () => {
  const text = `isms I "i" { }

role Ciso "Security officer title"

defaults { owner: Ciso risk { monitor: Ciso monitored: every 27 weeks } location { country: "Country words" } }

location Office "Office title"

scope S "S" { locations: Office }

risk R-1 "Risk title" { }

asset Server "Server title" { }
`;
  const defaulted = saidBy(openFiles(filesOf(text)));
  expect(timesSaid(defaulted, ['Country words'])).toBeGreaterThan(0);
  expect(timesSaid(defaulted, ['27 weeks'])).toBeGreaterThan(0);
  const without = saidBy(openFiles(filesOf(text.replace('owner: Ciso', ''))));
  expect(timesSaid(defaulted, ['Security officer title'])).toBeGreaterThan(
    timesSaid(without, ['Security officer title']),
  );
});
