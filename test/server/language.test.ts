/** What the server says to people, in the language of the editor or the one that its user chose. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, CodeLens, CompletionList, Diagnostic, Hover, InlayHint } from 'vscode-languageserver';
import type { PicturesResult, ViewResult } from '../../server/protocol/protocol.ts';
import { filesOf } from '../documents/arrival.ts';
import { exampleFiles } from '../examples/files.ts';
import { Client, type ClientOptions } from './client.ts';

const inFolder = (files: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...files].map(([uri, text]) => [uri.replace(/^file:\/\/\/[^/]+\//, 'file:///w/'), text]));

const everything = inFolder(filesOf(readFileSync(new URL('../documents/everything.isms', import.meta.url), 'utf8')));
const uri = 'file:///w/a.isms';
const small = {
  [uri]: [
    'isms Acme "Acme" {\n}',
    'risk R-1 "Theft" {\n  treatment: retain\n}',
    'control A.8.7 {\n  because: R-1\n  applicable: yes\n}',
    'audit Aud-1 "One" {\n  planned: 2026-06-11\n}\n',
  ].join('\n'),
};

let client: Client;
afterEach(() => client.stop());

const start = async (files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> => {
  client = await Client.start(files, options);
};
const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest(method, params);
const all = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const textDocument = { uri };

const lensTitles = async (of: string): Promise<string[]> => {
  const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: of } });
  const done = await Promise.all(lenses.map(lens => ask<CodeLens>('codeLens/resolve', lens)));
  return done.map(({ command }) => command?.title ?? '');
};
const hintLabels = async (of: string): Promise<string[]> =>
  (await ask<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: of }, range: all })).map(({ label }) =>
    String(label),
  );
const hoverText = async (line: number, character: number): Promise<string> => {
  const shown = await ask<Hover | null>('textDocument/hover', { textDocument, position: { line, character } });
  return (shown?.contents as { value: string } | undefined)?.value ?? '';
};
const actionTitles = async (of: string): Promise<string[]> =>
  (
    await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: of },
      range: all,
      context: { diagnostics: [], triggerKind: 1 },
    })
  ).map(({ title }) => title);

/** The words of a language are read when they are asked for first, which may take a busy machine a while. */
const patient = { timeout: 30_000 };

const german: ClientOptions = { initialize: { locale: 'de-AT' } };

describe('in an editor in German', () => {
  test('lenses, hints and hovers are in German', async () => {
    await start(small, german);
    expect(await lensTitles(uri)).toEqual([
      expect.stringMatching(/^SoA 1\/93 · Stufe 1: \d+ von \d+$/),
      'nicht analysiert · nicht akzeptiert',
      'behandelt 1 Risiko · anwendbar',
    ]);
    expect(await hintLabels(uri)).toEqual(expect.arrayContaining(['in 10 Tagen']));
    const risk = await hoverText(2, 6);
    expect(risk).toMatch(/^\*Risiko\* \[`R-1`\]/);
    expect(risk).toContain('1 Referenz in 1 Deklaration.');
    expect(risk).toContain('**4 Befunde**');
  });

  test('what the language means is in German', async () => {
    await start(small, german);
    expect(await hoverText(3, 4)).toContain('Was gegen das Risiko getan wird;');
    expect(await hoverText(3, 14)).toContain('vom Risikoeigentümer förmlich akzeptiert');
    const { items } = await ask<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 4, character: 0 },
    });
    const owner = items.find(({ label }) => label === 'owner');
    expect(await ask('completionItem/resolve', owner ?? {})).toMatchObject({
      documentation: { value: 'Wer für das Risiko verantwortlich ist und es akzeptieren darf. (6.1.2 c 2)' },
    });
  });

  test('fixes, refactorings and what stands in their way are in German', async () => {
    await start({ ...small, 'file:///w/b.isms': 'asset Db "Database" {\n}\n' }, german);
    const titles = await actionTitles(uri);
    expect(titles).toContain('Diese Datei in b.isms aufnehmen');
    expect(titles.some(title => /^[\w/-]+ hier stummschalten; den Grund dahinter schreiben$/.test(title))).toBe(true);
    expect(titles.filter(title => /^(?:Write|Add|Set|Silence|Move|Fix|Declare|Name|Note) /.test(title))).toEqual([]);
    await expect(
      ask('textDocument/rename', { textDocument, position: { line: 5, character: 9 }, newName: 'X' }),
    ).rejects.toThrow('A.8.7 ist eine Kennung aus Anhang A und kann nicht umbenannt werden.');
  });

  test('views, choices of documents and questions are in German', async () => {
    await start(small, german);
    const soa = await ask<ViewResult>('isms/view', { view: 'soa' });
    expect(soa.filters?.map(({ label }) => label)).toContain('Nicht entschieden');
    expect(soa.items[0]?.label).toBe('Organisatorische Maßnahmen');
    const next = await ask<ViewResult>('isms/view', { view: 'next' });
    expect(next.message).toMatch(/^\d+ von \d+ Punkten sind erfüllt\.$/);
    const artefacts = await ask<{ id: string; label: string; parameters: { label: string }[] }[]>('isms/artefacts', {});
    const statement = artefacts.find(({ id }) => id === 'soa');
    expect(statement).toMatchObject({ label: 'Erklärung zur Anwendbarkeit', parameters: [{ label: 'Ausgabe' }] });
    const templates = await ask<{ questions: { text: string }[] }[]>('isms/templates', {});
    expect(templates[0]?.questions[0]?.text).toBe('Wie heißt die Organisation?');
    await expect(ask('isms/pictures', { root: 'file:///nowhere' })).rejects.toThrow(
      'Unter file:///nowhere gibt es kein ISMS.',
    );
  });

  test('findings are in German, and but for their words what they are in English', async () => {
    const told = async (options: ClientOptions): Promise<[string, Diagnostic][]> => {
      await start(everything, options);
      const all = [...client.diagnostics].sort(([a], [b]) => (a < b ? -1 : 1));
      return all.flatMap(([of, found]) => found.map((one): [string, Diagnostic] => [of, one]));
    };
    const inGerman = await told(german);
    await client.stop();
    const inEnglish = await told({});
    const wordless = ([of, { message: _, relatedInformation = [], ...rest }]: [string, Diagnostic]) =>
      JSON.stringify([of, rest, relatedInformation.map(({ location }) => location)]);
    expect(inGerman.map(wordless).sort()).toEqual(inEnglish.map(wordless).sort());
    const english = new Set(inEnglish.map(([, { message }]) => message));
    expect(english.size).toBeGreaterThan(0);
    expect(inGerman.filter(([, { message }]) => english.has(message))).toEqual([]);
  });

  test('the findings that pictures show are in German', async () => {
    await start(small, german);
    const { pictures } = await ask<PicturesResult>('isms/pictures', { root: 'file:///w' });
    const shown = JSON.stringify(pictures);
    expect(shown).toContain('hat keinen Risikoeigentümer');
    expect(shown).not.toContain('has no owner');
  });

  test('what is refused after something was waited for is in German', async () => {
    await start(small, german);
    const soa = (more: object) => ask('isms/export', { artefact: 'soa', format: 'html', ...more });
    await expect(ask('isms/compare', { revision: 'HEAD' })).rejects.toThrow('Git kann hier nicht ausgeführt werden');
    await expect(ask('isms/revisions', {})).rejects.toThrow('Git kann hier nicht ausgeführt werden');
    await expect(soa({ format: 'ods' })).rejects.toThrow('Unbekannt: Format „ods“. Möglich sind: ');
    await expect(soa({ language: 'fr' })).rejects.toThrow('Für Dokumente in „fr“ gibt es keine Wörter.');
    await expect(soa({ parameters: { history: 'git', edition: 'customer' } })).rejects.toThrow(
      'Die Ausgabe für Kunden hat keine Änderungshistorie.',
    );
    await expect(ask('isms/template', { id: 'none' })).rejects.toThrow('Es gibt keine Vorlage none.');
  });

  test('what was said in German leaves nothing behind for others that ask', async () => {
    await start(small, german);
    await lensTitles(uri);
    const other = await Client.start(small);
    const [lens] = await other.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    const resolved = await other.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    other.stop();
    expect(resolved.command?.title).toMatch(/^SoA 1\/93 · stage 1: \d+ of \d+$/);
  });
});

describe('the setting', () => {
  test('wins over the language of the editor', async () => {
    await start(small, { ...german, settings: { language: 'en' } });
    expect(await lensTitles(uri)).toContain('not analysed · not accepted');
    client.stop();
    await start(small, { settings: { language: 'de' } });
    expect(await lensTitles(uri)).toContain('nicht analysiert · nicht akzeptiert');
  });

  test('counts as soon as it changes', async () => {
    await start(small);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { isms: { language: 'de' } },
    });
    await expect.poll(() => lensTitles(uri), patient).toContain('nicht analysiert · nicht akzeptiert');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { isms: {} } });
    await expect.poll(() => lensTitles(uri), patient).toContain('not analysed · not accepted');
  });

  test('has findings said again', async () => {
    await start(small);
    const messages = (): string => (client.diagnostics.get(uri) ?? []).map(({ message }) => message).join();
    expect(messages()).toContain('R-1 has no owner');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { isms: { language: 'de' } },
    });
    await expect.poll(messages, patient).not.toContain('R-1 has no owner');
    expect(messages()).toContain('`owner:`');
  });

  test('that names no language is told, and counts as not set', async () => {
    await start(small, { ...german, settings: { language: 'fr' } });
    expect(await lensTitles(uri)).toContain('nicht analysiert · nicht akzeptiert');
  });
});

test('of the example, everything that is said of two languages differs where it holds words of ours', async () => {
  const files = inFolder(exampleFiles('acme-cloud'));
  const texts = async (): Promise<string[]> => {
    const said: string[] = [];
    for (const of of Object.keys(files)
      .filter(name => name.endsWith('.isms'))
      .sort())
      said.push(...(await lensTitles(of)));
    return said;
  };
  await start(files, german);
  const inGerman = await texts();
  client.stop();
  await start(files);
  const inEnglish = await texts();
  expect(inGerman.length).toBe(inEnglish.length);
  // A lens that holds no word but a level of the method, such as `20 critical`, is the same.
  expect(inGerman.filter((text, index) => text === inEnglish[index])).toEqual([]);
});
