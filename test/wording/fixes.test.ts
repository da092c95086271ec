/** Whatever a finding says, and whatever a fix, a way to silence it or a refactoring is called, is said in the language of the editor: tried on all fixtures. */
import { describe, expect, test } from 'vitest';
import { threats } from '../../src/catalogues/threats.ts';
import { offersAt } from '../../src/ide/refactorings.ts';
import { silencings } from '../../src/ide/silence.ts';
import { type NodeType, nodeTypes, wordsBeside } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { severities } from '../../src/rules/rule.ts';
import { editorWording } from '../../src/wording/editor.ts';
import { inWording, said, type Wording } from '../../src/wording/wording.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { type Fixture, open, parseFixture } from '../rules/fixture.ts';
import { casesOf, codesWithFixtures } from '../rules/fixture-files.ts';
import { standardTitles } from './editor-texts.ts';

const { texts } = await editorWording('de');

const languageOf = (name: string, said: (text: string) => string): Wording => ({
  language: name,
  texts: Object.fromEntries(Object.keys(texts).map(text => [text, said(text)])),
});

/** A language in which each text of ours stands in brackets, so that what is said in no language is seen. */
const marked = languageOf('x-marked', text => `⟦${text}⟧`);

/** One in which nothing is said but the values, also those of what stands in them. */
const mute = languageOf('x-mute', text => ` ${[...new Set(text.match(/\{\d\}/g))].join(' ')} `);

const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

const urisOf = (workspace: Workspace): string[] => workspace.files().filter(uri => uri.endsWith('.isms'));

const titlesOf = (workspace: Workspace): string[] => {
  const uris = urisOf(workspace);
  return [
    ...uris.flatMap(uri => fixesFor(workspace, uri)).map(({ title }) => title),
    ...uris.flatMap(uri => silencings(workspace, uri, whole).map(({ title }) => title)),
    ...uris.flatMap(uri => offersAt(workspace, uri, whole.start).map(({ title }) => title)),
  ];
};

/** What is said of all files, also of the places that belong to it. */
const messagesOf = (workspace: Workspace): string[] =>
  workspace
    .files()
    .flatMap(uri => workspace.diagnostics(uri))
    .flatMap(({ message, related }) => [message, ...related.map(place => place.message)])
    .map(said);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}_'’.-]*/gu) ?? [];

/** What is written so in every language: words of the language and of settings, codes of rules, ids and titles of catalogues. */
const known = new Set(
  [
    ...Object.values(nodeTypes as Readonly<Record<string, NodeType>>).flatMap(wordsOfType),
    ...rules.flatMap(({ code, aliases = [] }) => [code, ...aliases]),
    ...[...severities, 'off', 'isms.config.json', 'ValueExpected'],
    ...threats.map(({ id }) => id),
    ...standardTitles,
  ].flatMap(wordsOf),
);

function wordsOfType({ properties, values }: NodeType): string[] {
  const all = [...properties.flatMap(property => property.values), ...Object.values(values).flat()];
  return [
    ...properties.map(({ key }) => key),
    ...all.flatMap(value =>
      value.form === 'enum' ? value.words : value.form === 'reference' ? wordsBeside(value.type) : [],
    ),
  ];
}

/** A name is offered that begins as a key does, with a capital letter. */
const isKnown = (word: string): boolean => known.has(word) || known.has(word.toLowerCase());

/** Words that stand in no file of the fixture: those of ours that are said in no language. */
function strangeWords(said: string, { files }: Fixture): string[] {
  const own = files.map(({ name, text }) => `${name} ${text}`.normalize('NFC')).join('\n');
  return wordsOf(said.replace(/`[^`]*`/g, ' ')).filter(
    word => /\p{Ll}{2}/u.test(word) && !isKnown(word) && !own.includes(word.replace(/[.…]+$/, '')),
  );
}

describe.each(codesWithFixtures())('%s', code => {
  const cases = casesOf(code);
  test.each(cases.map(one => [one.name, one] as const))('%s', (_, { source }) => {
    const fixture = parseFixture(source);
    const workspace = open(fixture, rules);
    const titles = inWording(marked, () => titlesOf(workspace));
    const messages = inWording(marked, () => messagesOf(workspace));
    expect(titles.filter(title => !title.startsWith('⟦'))).toEqual([]);
    expect(messages.filter(message => !message.startsWith('⟦'))).toEqual([]);
    const values = inWording(mute, () => messagesOf(workspace));
    expect(values.flatMap(value => strangeWords(value, fixture))).toEqual([]);
  });
});
