/**
 * A kind, with a kind inside it, is added as a file of the grammar, which the grammar lists. It then works everywhere: what is known of it
 * stands in that file, and no list elsewhere has to name it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IsmsView } from '../../src/model/view.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { loadGrammar, tokenize } from '../syntaxes/textmate.ts';
import { type Copied, copyLanguage, type LanguageCopy } from './language-copy.ts';

const kinds = readFileSync(new URL('agreement.langium', import.meta.url), 'utf8');

const uri = 'file:///acme/agreements.isms';
const text = `isms Acme "Acme ISMS" { owner: Jane }
person Jane "Jane Doe" { left: 2026-01-31 }
agreement Hosting "Hosting contract" {
  keeper: Jane
  state: running
  signed: 2027-01-01
  term Notice "Three months" { keeper: Jane }
  term Backup "Daily backup" { fulfilled: 2027-02-02 }
}
agreement Office "Lease of the office" { keeper: Jane state: ended signed: 2020-01-01 }
`;

describe('a kind that only the grammar names', () => {
  let copy: LanguageCopy;
  let language: Copied;
  beforeAll(async () => {
    copy = copyLanguage();
    copy.add('agreement.langium', kinds);
    copy.change('language.langium', "import './mapping'\n", "import './mapping'\nimport './agreement'\n");
    copy.change('language.langium', '  | Catalog | Mapping;', '  | Catalog | Mapping | Agreement;');
    expect(copy.generate()).toBe('');
    language = await copy.load();
  }, 300_000);
  afterAll(() => copy.remove());

  const workspaceOf = (content: string) => {
    const workspace = new language.Workspace({ rules: language.rules, today: '2026-03-01' });
    workspace.setFiles([[uri, content]]);
    workspace.update();
    return workspace;
  };

  /** What is offered where the text says `<|>`, and what accepting an offer inserts. */
  const offersAt = (marked: string): Map<string, string> => {
    const before = marked.slice(0, marked.indexOf('<|>')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const { items } = language.complete(workspaceOf(marked.replace('<|>', '')), uri, position);
    return new Map(items.map(({ label, insertText }) => [label, insertText]));
  };

  const hoverOn = (content: string, word: string): string => {
    const line = content.split('\n').findIndex(candidate => candidate.includes(word));
    const character = content.split('\n')[line]?.indexOf(word) ?? 0;
    return language.hover(workspaceOf(content), uri, { line, character })?.contents ?? '';
  };

  test('both readers read it, to the same value', () => {
    const declaration = text.slice(text.indexOf('agreement Hosting'), text.indexOf('agreement Office'));
    const light = language.readLight(declaration);
    expect(light?.declaration?.$type).toBe('Agreement');
    expect(light?.problems).toEqual([]);
    const names = light?.declaration?.$definitions.map(({ name, type }) => `${type} ${name}`);
    expect(names?.sort()).toEqual(['Agreement Hosting', 'Term Backup', 'Term Notice']);
    expect(language.readWithLangium(declaration)).toEqual(light);
  });

  test('the model has a type for it', () => {
    const uses = `import type { Declarations } from './model/declaration.ts';
      import { findTrait } from './model/traits.ts';
      export const keepers = (agreement: Declarations['Agreement']): readonly string[] =>
        [agreement.keeper?.name ?? '', ...agreement.terms.map(term => term.keeper?.name ?? '')];
      export const wrong = (agreement: Declarations['Agreement']): unknown => agreement.nobody;
      export const isOne = findTrait(({ owner }) => owner !== undefined).kinds.some(kind => kind === 'Agreement');`;
    expect(copy.typeErrors(uses).trim().split('\n')).toEqual([expect.stringContaining("'nobody' does not exist")]);
  }, 180_000);

  test('its words are offered: kind, snippets, keys, words, and the kind inside it', () => {
    const top = offersAt('<|>');
    expect(top.get('agreement')).toMatch(/^agreement \$\{1:Name\} "\$\{2:What is agreed\}" \{\n\tstate: /);
    expect(offersAt('role Dpo "Data protection officer" { }\n<|>').get('agreement')).toMatch(
      /\{\n\tkeeper: \$\{3\|Dpo\|\}\n/,
    );
    expect(top.get('agreement')).toMatch(/\tstate: \$\{4\|running,ended\|\}\n\tsigned: \$5\n\}\$0$/);
    expect(top.get('agreement-nda')).toMatch(/\{ term \$\{3:Secrecy\} \{ \} \}\$0$/);
    expect([...offersAt('agreement A "A" {\n  <|>\n}').keys()]).toEqual([
      'keeper',
      'state',
      'signed',
      'ends',
      'renewed',
      'paper',
      'term',
      'description',
      'notes',
      'tags',
      'fields',
    ]);
    expect(offersAt('agreement A "A" {\n  <|>\n}').get('term')).toMatch(/^term \$\{1:Name\} \{\n\tkeeper: \$2\n\}\$0$/);
    expect([...offersAt('agreement A "A" { state: <|> }').keys()]).toEqual(['running', 'ended']);
    expect([...offersAt('agreement A "A" { ends: <|> }').keys()][0]).toBe('2027-03-01');
    expect([...offersAt('agreement A "A" { signed: <|> }').keys()][0]).toBe('2026-03-01');
  });

  test('what is there already is not offered again, but a term may come again', () => {
    const offers = offersAt('agreement A "A" {\n  signed: 2026-01-01\n  term T "T" {}\n  <|>\n}');
    expect(offers.has('signed')).toBe(false);
    expect(offers.has('term')).toBe(true);
    expect([...offersAt('agreement A "A" {\n  term T "T" {\n    <|>\n  }\n}').keys()].slice(0, 3)).toEqual([
      'keeper',
      'due',
      'fulfilled',
    ]);
  });

  test('the outline shows it with its terms, each with its icon', () => {
    const entries = language.outline(workspaceOf(text), uri);
    const hosting = entries.find(({ name }) => name === 'Hosting');
    expect(hosting?.children.map(({ name, detail }) => `${name} ${detail}`)).toEqual([
      'Notice Three months',
      'Backup Daily backup',
    ]);
    expect([hosting, hosting?.children[0]].map(entry => language.schema.nodeTypes[entry?.type ?? '']?.icon)).toEqual([
      'Struct',
      'Field',
    ]);
  });

  test('hints say when it ends, when it comes again, and what is late', () => {
    const content = `agreement A "A" { signed: 2026-01-01 ends: 2026-03-11 renewed: yearly
  term S "S" { due: 2026-02-28 }
  term T "T" { due: 2026-02-28 fulfilled: 2026-02-01 }
}`;
    const hints = language.inlayHints(workspaceOf(content), uri, undefined, {
      titles: true,
      levels: true,
      dates: true,
    });
    expect(hints.map(({ label }) => label)).toEqual(['in 10 days', 'next by 2027-01-01, in 306 days', '1 day late']);
  });

  test('the file that it names can be opened, is told by hover, and follows when it moves', () => {
    const content = 'agreement Office "Lease" { paper: "docs/lease.pdf" }\n';
    const target = 'file:///acme/docs/lease.pdf';
    expect(language.documentLinks(workspaceOf(`isms Acme "Acme" {}\n${content}`), uri)).toEqual([
      { target, range: { start: { line: 1, character: 35 }, end: { line: 1, character: 49 } } },
    ]);
    const moves = [{ oldUri: target, newUri: 'file:///acme/papers/lease.pdf' }];
    expect(language.editsForMoves(workspaceOf(content), moves).map(({ newText }) => newText)).toEqual([
      '"papers/lease.pdf"',
    ]);
  });

  test('it can be renamed where it is declared', () => {
    const position = { line: 2, character: 'agreement Ho'.length };
    expect(language.renameEdits(workspaceOf(text), uri, position, 'Hosts')).toEqual({
      edits: [{ uri, range: { start: { line: 2, character: 10 }, end: { line: 2, character: 17 } }, newText: 'Hosts' }],
    });
  });

  test('the formatter lays it out, and what stands inside it', () => {
    const written = 'agreement  Office "Lease"{keeper:Jane\nterm Heat "Heating" {due : 2026-12-31}\n}';
    const laid = 'agreement Office "Lease" {\n  keeper: Jane\n  term Heat "Heating" { due: 2026-12-31 }\n}\n';
    const options = { lineWidth: 120 };
    expect(language.formatText(written, options)).toBe(laid);
    expect(language.formatText(laid, options)).toBe(laid);
  });

  test('the command line lists and explains it', () => {
    const unit = workspaceOf(text).unitOf(uri);
    expect(language.listable).toEqual(expect.arrayContaining(['agreement', 'term']));
    const listed = ['agreement', 'term'].flatMap(kind => language.listKind(unit?.view() as IsmsView, kind));
    expect(listed.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'Hosting Hosting contract',
      'Office Lease of the office',
      'Backup Daily backup',
      'Notice Three months',
    ]);
    expect(language.about('agreement.state')?.facts[0]?.values).toContain('ended: Nobody is bound any more.');
    expect(language.about('term.fulfilled')?.title).toBe('When it was fulfilled.');
  });

  test('it is coloured before the server answers, and by it', async () => {
    const grammar = await loadGrammar(join(copy.folder, 'syntaxes/isms.tmLanguage.json'));
    const coloured = tokenize(grammar, text).filter(({ scopes }) => scopes.includes('storage.type.kind.isms'));
    expect(coloured.map(token => token.text)).toEqual(['isms', 'person', 'agreement', 'term', 'term', 'agreement']);
    const lines = text.split('\n');
    const keywords = language
      .semanticTokens(workspaceOf(text), uri)
      .filter(({ type }) => type === 'keyword')
      .map(({ line, character, length }) => lines[line]?.slice(character, character + length));
    expect(keywords).toEqual(['isms', 'person', 'agreement', 'term', 'term', 'agreement']);
  });

  test('the reference has a section for it, one for its terms, and the meanings of its words', () => {
    const page = language.languageReference();
    expect(page).toContain('\n## agreement\n');
    expect(page).toContain('\n### term\n');
    expect(page).toContain('| `keeper` | role or person | Who looks after it. |');
    expect(page).toContain('- `ended`: Nobody is bound any more.');
    expect(page).not.toContain('@');
  });

  test('hover explains the kind, its keys, its words and what is declared', () => {
    expect(hoverOn(text, 'agreement Hosting')).toContain('An agreement with somebody outside.');
    expect(hoverOn(text, 'signed: 2027')).toContain('When it was signed.');
    expect(hoverOn(text, 'running')).toContain('Both sides are bound.');
    expect(hoverOn(text, 'Hosting "')).toContain('- state: running');
    expect(hoverOn(text, 'Hosting "')).toContain('- term: 2');
    expect(hoverOn(text, 'Notice "')).toContain('Of agreement Hosting');
  });

  test('the rules over all dates that happened, and over all owners, know it', () => {
    const messages = workspaceOf(text)
      .diagnostics(uri)
      .filter(({ code }) => ['date/in-future', 'person/left-but-owns'].includes(code))
      .map(({ message }) => inEnglish(message));
    expect(messages).toEqual([
      'Jane left on 2026-01-31 but still owns Acme, Hosting and Notice; give them a new owner.',
      'Hosting cannot have been signed on 2027-01-01, which is after 2026-03-01; correct the date.',
      'Backup cannot have been fulfilled on 2027-02-02, which is after 2026-03-01; correct the date.',
    ]);
  });

  test('messages call it by its name', () => {
    const twice = `${text}agreement Office "Lease" { }\n`;
    expect(
      workspaceOf(twice)
        .diagnostics(uri)
        .map(({ message }) => inEnglish(message)),
    ).toContain('Office is the name of a written agreement already; give this one another name or delete it.');
  });
});
