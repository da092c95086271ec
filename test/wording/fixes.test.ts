/** Whatever a fix, a way to silence a finding or a refactoring is called, it is said in the language of the editor: tried on all fixtures. */
import { describe, expect, test } from 'vitest';
import { offersAt } from '../../src/ide/refactorings.ts';
import { silencings } from '../../src/ide/silence.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { editorWording } from '../../src/wording/editor.ts';
import { inWording, type Wording } from '../../src/wording/wording.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { open, parseFixture } from '../rules/fixture.ts';
import { casesOf, codesWithFixtures } from '../rules/fixture-files.ts';

/** A language in which each text of ours stands in brackets, so that what is said in no language is seen. */
const { texts } = await editorWording('de');
const marked: Wording = {
  language: 'x-marked',
  texts: Object.fromEntries(Object.keys(texts).map(text => [text, `⟦${text}⟧`])),
};

const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

function titlesOf(workspace: Workspace): { titles: string[]; messages: string[] } {
  const uris = workspace.files().filter(uri => uri.endsWith('.isms'));
  const fixes = uris.flatMap(uri => fixesFor(workspace, uri));
  const titles = [
    ...fixes.map(({ title }) => title),
    ...uris.flatMap(uri => silencings(workspace, uri, whole).map(({ title }) => title)),
    ...uris.flatMap(uri => offersAt(workspace, uri, whole.start).map(({ title }) => title)),
  ];
  return { titles, messages: uris.flatMap(uri => workspace.diagnostics(uri).map(({ message }) => message)) };
}

describe.each(codesWithFixtures())('%s', code => {
  const cases = casesOf(code);
  test.each(cases.map(one => [one.name, one] as const))('%s', (_, { source }) => {
    const fixture = parseFixture(source);
    const { titles, messages } = inWording(marked, () => titlesOf(open(fixture, rules)));
    expect(titles.filter(title => !title.startsWith('⟦'))).toEqual([]);
    // What findings say is the same in all languages, also where they are found while another one is spoken.
    expect(messages.filter(message => message.includes('⟦'))).toEqual([]);
  });
});
