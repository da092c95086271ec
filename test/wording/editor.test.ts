/** The language of the editor: which one it is, and that every text of it is said in German, and nothing of the table is idle. */
import { describe, expect, test } from 'vitest';
import { fileReason } from '../../src/node/file-reason.ts';
import documents from '../../src/wording/de.json';
import { type EditorLanguage, editorLanguageOf, editorWording, type LanguageChoice } from '../../src/wording/editor.ts';
import editor from '../../src/wording/editor-de.json';
import findings from '../../src/wording/findings-de.json';
import { english, sayIn, sayingIn, type Wording } from '../../src/wording/wording.ts';
import { parseConfig } from '../../src/workspace/configuration/config.ts';
import { ruleNames } from '../../src/workspace/configuration/setting.ts';
import { unreadPlace } from '../../src/workspace/file-diagnostics.ts';
import { editorCodeTexts, editorWordTexts } from './editor-texts.ts';
import { findingTexts, findingWords } from './texts.ts';

test.each<[LanguageChoice, string | undefined, EditorLanguage]>([
  ['auto', undefined, 'en'],
  ['auto', 'en-GB', 'en'],
  ['auto', 'de', 'de'],
  ['auto', 'de-AT', 'de'],
  ['auto', 'DE_ch', 'de'],
  ['auto', 'fr', 'en'],
  ['auto', 'den', 'en'],
  ['auto', '', 'en'],
  ['de', 'en', 'de'],
  ['en', 'de', 'en'],
])('%s in an editor in %s is %s', (choice, locale, language) =>
  expect(editorLanguageOf(choice, locale)).toBe(language),
);

test('days stay as they stand in the text, and numbers are as the language writes them', async () => {
  const say = sayIn(await editorWording('de'));
  expect(say('accepted until {0}', '2026-03-01')).toBe('akzeptiert bis 2026-03-01');
  expect(say('= {0} {1}', 2.5, 'high')).toBe('= 2,5 high');
  expect(sayIn(await editorWording('en'))('= {0}', 2.5)).toBe('= 2.5');
});

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = { documents, findings, editor };
const ofFindings = new Set([...findingTexts, ...findingWords]);
const ofEditor = new Set([...editorCodeTexts, ...editorWordTexts]);

describe('the tables', () => {
  test('together have every text of the editor', () => {
    const all = { ...documents, ...findings, ...editor };
    expect([...ofEditor].filter(text => !Object.hasOwn(all, text))).toEqual([]);
  });

  test('of documents and findings have every text that findings say, since documents show them', () => {
    const both = { ...documents, ...findings };
    expect([...ofFindings].filter(text => !Object.hasOwn(both, text))).toEqual([]);
  });

  test.each([
    ['findings', ofFindings],
    ['editor', ofEditor],
  ] as const)('of %s has no text that nothing says, and none that another has', (name, said) => {
    const others = Object.entries(tables).filter(([other]) => other !== name);
    const idle = Object.keys(tables[name] ?? {}).filter(
      text => !said.has(text) || others.some(([, table]) => Object.hasOwn(table, text)),
    );
    expect(idle).toEqual([]);
  });

  test.each(['findings', 'editor'])('of %s keeps the places of values', name => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    const broken = Object.entries(tables[name] ?? {}).filter(
      ([text, other]) => places(text).join() !== places(other).join(),
    );
    expect(broken).toEqual([]);
  });

  test.each(['findings', 'editor'])('of %s is in order, so that additions meet in few places', name => {
    const keys = Object.keys(tables[name] ?? {});
    const rank = (text: string): string => `${text.toLowerCase()}\n${text}`;
    expect(keys).toEqual([...keys].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
  });
});

test('why a file cannot be read is said, where the reason is one of ours', async () => {
  const german = await editorWording('de');
  const told = (reason: string, language: Wording) => {
    const found = unreadPlace({ uri: 'file:///w/a.isms', reason, isFolder: false }, 'error');
    return found && sayingIn(language, found.message);
  };
  expect(told(fileReason({ code: 'EACCES' }), german)).toBe(
    'Diese Datei kann nicht gelesen werden, daher fehlt, was sie deklariert. Grund: keine Berechtigung.',
  );
  expect(told(fileReason({ code: 'EACCES' }), english)).toBe(
    'This file cannot be read, so what it declares is missing: you may not.',
  );
  expect(told('EUNKNOWN {0}', german)).toBe(
    'Diese Datei kann nicht gelesen werden, daher fehlt, was sie deklariert. Grund: EUNKNOWN {0}.',
  );
});

test('what is wrong with a configuration is said', async () => {
  const german = await editorWording('de');
  const { problems } = parseConfig('{ "asOf": 5, "presett": 1, "format": { "lineWidth": 7 } }', ruleNames([]));
  expect(problems.map(({ message }) => sayingIn(german, message))).toEqual([
    '„asOf“ muss ein Datum wie "2026-06-15" sein.',
    '„presett“ ist keine Einstellung von isms.config.json; ist „preset“ gemeint?',
    '„lineWidth“ muss eine ganze Zahl von 40 bis 1000 sein.',
  ]);
});
