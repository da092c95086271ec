/** What hovers and completion tell of the language, in German. */
import { describe, expect, it } from 'vitest';
import { complete } from '../../src/ide/completion.ts';
import { hover } from '../../src/ide/hover.ts';
import { type NodeType, propertyByKey, topTypes } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { editorWording } from '../../src/wording/editor.ts';
import { english, inWording, type Wording } from '../../src/wording/wording.ts';
import { expandSnippet } from './completion/completing.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

const german = await editorWording('de');

function hoverAt(marked: string, wording: Wording = german): string {
  const { workspace, position } = atCursor(marked);
  return inWording(wording, () => hover(workspace, uri, position)?.contents ?? '');
}

interface Told {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  readonly insertText: string;
}

function completeAt(marked: string, wording: Wording = german): Told[] {
  const { workspace, position } = atCursor(marked);
  return inWording(wording, () =>
    complete(workspace, uri, position, { rules }).items.map(({ label, detail, documentation, insertText }) => ({
      label,
      detail,
      documentation,
      insertText,
    })),
  );
}

const bodyOf = ({ keyword, named, titled }: NodeType): string =>
  `${keyword}${named === 'never' ? '' : ' Name'}${titled ? ' "Title"' : ''} {\n  <|>\n}`;

describe('a hover', () => {
  it.each([
    ['ris<|>k R { }', 'Ein Risiko, von der Beurteilung bis zur Akzeptanz. (6.1.2, 6.1.3)'],
    ['suppl<|>ier S "x" { }', 'seinen Nachweisen der Sicherheit. (A.5.19 bis A.5.23)'],
    ['risk R { ow<|>ner: Ceo }', 'Wer für das Risiko verantwortlich ist und es akzeptieren darf. (6.1.2 c 2)'],
    ['risk R { treat<|>ment: modify }', '- `retain`: Das Risiko beibehalten, wie es ist,'],
    ['control A.5.1 { status: par<|>tial }', 'Teilweise wirksam oder in einem Teil des Anwendungsbereichs.'],
    ['review R "x" { inputs: feed<|>back }', 'Rückmeldungen interessierter Parteien. (9.3.2 e)'],
  ])('on %s is in German', (marked, expected) => {
    expect(hoverAt(marked)).toContain(expected);
  });

  it.each(topTypes.map(nodeType => [nodeType.keyword]))('on the kind %s says nothing as in English', keyword => {
    const lines = (wording: Wording) =>
      hoverAt(`${keyword.slice(0, 2)}<|>${keyword.slice(2)} { }`, wording).split('\n\n');
    const inEnglish = lines(english);
    expect(inEnglish.length).toBeGreaterThan(1);
    expect(lines(german).filter(line => inEnglish.includes(line))).toEqual([]);
  });
});

describe('completion', () => {
  it('of kinds is in German', () => {
    const inEnglish = completeAt('<|>', english);
    const inGerman = completeAt('<|>');
    expect(inGerman.map(({ label }) => label)).toEqual(inEnglish.map(({ label }) => label));
    const same = inGerman.filter(
      ({ detail, documentation }, index) =>
        detail === inEnglish[index]?.detail || documentation === inEnglish[index]?.documentation,
    );
    expect(same).toEqual([]);
  });

  it.each(topTypes.map(nodeType => [nodeType.keyword, nodeType] as const))(
    'of the keys of %s is in German',
    (_, nodeType) => {
      const documented = (wording: Wording) =>
        completeAt(bodyOf(nodeType), wording).filter(({ label }) => propertyByKey(nodeType, label));
      const inEnglish = documented(english);
      const inGerman = documented(german);
      expect(inGerman.map(({ label }) => label)).toEqual(inEnglish.map(({ label }) => label));
      expect(inGerman.filter((told, index) => told.documentation === inEnglish[index]?.documentation)).toEqual([]);
    },
  );

  it('says in German what words mean, what a value is and what follows in it', () => {
    const told = (marked: string, label: string) => completeAt(marked).find(item => item.label === label);
    expect(told('control A.5.1 { status: <|> }', 'planned')?.documentation).toMatch(/^Entschieden, noch nichts/);
    expect(told('risk R { <|> }', 'review')?.detail).toBe('Turnus');
    expect(told('risk R { accepted: 2026-03-01 <|> }', 'until')?.detail).toBe('bis wann es gilt');
  });
});

describe('a snippet', () => {
  const written = (wording: Wording) => completeAt('<|>', wording);
  const codesOf = (text: string): string[] => {
    const { workspace } = atCursor(`${text}<|>`);
    return workspace.diagnostics(uri).map(({ code }) => code);
  };

  it('proposes texts in German, and names and words as they are', () => {
    const insert = (label: string) => written(german).find(item => item.label === label)?.insertText;
    expect(insert('risk')).toMatch(/"\$\{2:Was geschehen kann\}"/);
    expect(insert('scope')).toMatch(/\{2:Tätigkeiten, Standorte und Technik, die das Zertifikat umfassen soll\.\}/);
    expect(insert('evidence')).toMatch(/"\$\{3:evidence\/file\.pdf\}"/);
  });

  const labels = written(english).map(({ label }) => label);
  it.each(labels)('of %s that is left as it is, is found to be what it is in English', label => {
    const [inEnglish, inGerman] = [english, german].map(wording =>
      expandSnippet(written(wording).find(item => item.label === label)?.insertText ?? ''),
    );
    expect(codesOf(inGerman ?? '')).toEqual(codesOf(inEnglish ?? ''));
  });
});
