import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type {
  ArtefactEntry,
  ExportParams,
  ExportResult,
  LanguagesResult,
  PreviewParams,
  PreviewResult,
} from '../../server/protocol/protocol.ts';
import { artefacts } from '../../src/export/index.ts';
import { png } from '../export/logo/pictures.ts';
import { templateOf } from '../formats/word-template.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';
import { holdTime, quiet } from './passing-time.ts';

const uri = 'file:///w/main.isms';
const hostile = '<script>alert(1)</script><img src=x onerror=alert(2) style=color:red>';
const text = `isms Acme "Acme" {
}
audit AUD-2 "Second" { performed: 2026-02-01 }
audit AUD-10 "Tenth" { performed: 2026-03-01 }
risk R-1 ${JSON.stringify(hostile)} {
}
`;
const nonce = '0123456789abcdef';

let client: GenericClient;
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
  return client.stop();
});

const start = async (
  files: Record<string, string> = { [uri]: text },
  bytes: Record<string, Uint8Array> = {},
): Promise<void> => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities, supports: { views: true }, bytes });
};
async function ask<T>(method: string, params: unknown): Promise<T> {
  const answer = await client.ask(method, params);
  if ('error' in answer) throw answer.error;
  return answer.result as T;
}
const choices = async (id: string, root?: string): Promise<Record<string, unknown>> => {
  const all = await ask<ArtefactEntry[]>('isms/artefacts', root === undefined ? {} : { root });
  const parameters = all.find(artefact => artefact.id === id)?.parameters ?? [];
  return Object.fromEntries(parameters.map(one => [one.label, one.choices]));
};
const preview = (params: Partial<PreviewParams>): Promise<PreviewResult> =>
  ask('isms/preview', { artefact: 'risk-register', nonce, ...params });
/** The tags alone. */
const markup = (html: string): string => html.replaceAll(/>[^<]*/g, '>');
const told = (): number => client.sent.filter(({ method }) => method === 'isms/viewsChanged').length;

it('lists every document, with what may be chosen about it, the usual choice first', async () => {
  await start();
  const all = await ask<ArtefactEntry[]>('isms/artefacts', {});
  expect(all.map(({ id }) => id)).toEqual(artefacts.map(({ id }) => id));
  expect(await choices('soa')).toEqual({
    Edition: [
      { value: 'internal', label: 'Internal' },
      { value: 'customer', label: 'Customer' },
    ],
  });
  expect(await choices('readiness')).toEqual({
    Stage: [
      { label: 'All stages' },
      { value: '1', label: 'Stage 1' },
      { value: '2', label: 'Stage 2' },
      { value: 'surveillance', label: 'Surveillance' },
    ],
  });
  expect(await choices('audit-report')).toEqual({
    Audit: [
      { label: 'All audits that were performed' },
      { value: 'AUD-2', label: 'AUD-2', description: 'Second' },
      { value: 'AUD-10', label: 'AUD-10', description: 'Tenth' },
    ],
  });
  const controls = (await choices('control-sheets')).Control as unknown[];
  expect(controls.slice(0, 2)).toEqual([
    { label: 'All controls that are not excluded' },
    { value: 'A.5.1', label: 'A.5.1', description: 'Policies for information security' },
  ]);
  expect(await choices('risk-register')).toEqual({});
});

it('takes whatever it lists', async () => {
  await start();
  for (const { id, parameters } of await ask<ArtefactEntry[]>('isms/artefacts', {})) {
    for (const { id: parameter, choices: all } of parameters) {
      const value = all.at(-1)?.value ?? '';
      await ask<ExportResult>('isms/export', { artefact: id, format: 'md', parameters: { [parameter]: value } });
    }
  }
});

it('lists the choices of the ISMS that is meant, and none of the model where none is', async () => {
  const other = 'isms Beta { }\naudit B-1 "Beta’s" { }\n';
  await start({ 'file:///w/a/a.isms': text, 'file:///w/b/b.isms': other });
  expect(await choices('audit-report')).toEqual({});
  expect((await choices('audit-report', 'file:///w/b')).Audit).toHaveLength(2);
  await expect(choices('audit-report', 'file:///w/c')).rejects.toThrow('There is no ISMS under file:///w/c.');
});

it('leaves out a choice between nothing', async () => {
  await start({ [uri]: 'isms Acme { }\n' });
  expect(await choices('audit-report')).toEqual({});
});

it('stops an export that is cancelled', async () => {
  await start();
  const source = new CancellationTokenSource();
  const stopped = client.connection.sendRequest('isms/export', { artefact: 'soa', format: 'html' }, source.token);
  source.cancel();
  await expect(stopped).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  const answer = await ask<ExportResult>('isms/export', { artefact: 'soa', format: 'csv' });
  expect(answer).toMatchObject({ fileName: 'Acme-soa.csv', isText: true });
});

it('shows a document as a page that runs and loads nothing, whatever the texts of the model', async () => {
  await start();
  const { html } = await preview({});
  const policy = /content="(default-src [^"]*)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'");
  expect(policy).toBe(`default-src 'none'; style-src 'nonce-${nonce}'`);
  expect(html).toContain(`<style nonce="${nonce}">`);
  expect(html).toContain('&#x3C;script>alert(1)');
  expect(markup(html)).not.toMatch(/<(?:script|img|link|iframe|object)|\sstyle=|\son\w+=/i);
});

it.each(artefacts.map(({ id }) => id))('shows %s without a style that the policy forbids', async artefact => {
  await start();
  const { html } = await preview({ artefact });
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(markup(html)).not.toMatch(/\sstyle=/);
});

it('refuses a nonce that would be markup, and says which document there is not', async () => {
  await start();
  await expect(preview({ nonce: `${nonce}'"><script>` })).rejects.toThrow('A nonce is 16 letters and digits or more.');
  await expect(preview({ parameters: { audit: 'AUD-2' } })).rejects.toThrow('There is no parameter of risk-register');
  const gone = preview({ artefact: 'audit-report', parameters: { audit: 'AUD-3' } });
  await expect(gone).rejects.toThrow('There is no audit “AUD-3”. Use one of: AUD-2, AUD-10.');
});

it('tells a client that has looked at a document that it may have changed, once', async () => {
  await start();
  await client.open(uri, text);
  await quiet(client);
  expect(told()).toBe(0);
  expect((await preview({})).html).not.toContain('R-2');
  const at = { line: 2, character: 0 };
  await client.change(uri, [{ range: { start: at, end: at }, text: 'risk R-2 "Theft" {\n}\n' }]);
  await quiet(client);
  expect(told()).toBe(1);
  expect((await preview({})).html).toContain('R-2');
});

const config = 'file:///w/isms.config.json';
const exported = async (params: Partial<ExportParams>): Promise<Buffer> => {
  const result = await ask<ExportResult>('isms/export', { artefact: 'risk-register', format: 'md', ...params });
  return Buffer.from(result.base64, 'base64');
};

it('lists the languages that documents can be in, and which one counts', async () => {
  const words = '{ "Owner": "Propriétaire" }';
  await start({ [uri]: text, 'file:///w/isms.words.fr.json': words, 'file:///w/other/isms.words.es.json': words });
  expect(await ask<LanguagesResult>('isms/languages', {})).toEqual({
    current: 'en',
    languages: [
      { id: 'en', label: 'English' },
      { id: 'de', label: 'German' },
      { id: 'fr', label: 'French' },
    ],
  });
});

it('writes a document in the language that is asked for, which wins over the configuration', async () => {
  await start({ [uri]: text, [config]: '{ "documents": { "language": "de" } }' });
  expect((await ask<LanguagesResult>('isms/languages', {})).current).toBe('de');
  expect(String(await exported({}))).toContain('# Risikoregister');
  expect(String(await exported({ language: 'en' }))).toContain('# Risk register');
  await expect(exported({ language: 'fr' })).rejects.toThrow('There are no words for documents in “fr”');
});

it('puts a Word document into a template that the client sends, and refuses what is none', async () => {
  await start();
  const template = Buffer.from(await templateOf('Before', '{{head}}', '{{content}}')).toString('base64');
  const parts = unzipSync(await exported({ format: 'docx', template }));
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('Before');
  await expect(exported({ template })).rejects.toThrow('A template is for a Word document (docx).');
  await expect(exported({ format: 'docx', template: '§' })).rejects.toThrow('The template is not in Base64.');
  await expect(exported({ format: 'docx', template: 'AAAA' })).rejects.toThrow(
    'The template cannot be filled: it is no Word document; save it as .docx.',
  );
});

it('shows logo and colour in a preview and an export, and says what is wrong with a logo', async () => {
  const files = { [uri]: text, [config]: '{ "documents": { "logo": "a b/logo.png", "colour": "#0a5c36" } }' };
  await start(files, { 'file:///w/a%20b/logo.png': png() });
  const { html } = await preview({});
  expect(html).toContain('img-src data:');
  expect(html).toMatch(/<img class="logo" src="data:image\/png;base64,[^"]+" alt="Acme"/);
  expect(String(await exported({ format: 'html' }))).toContain('--strong: #0A5C36');
  await client.stop();
  await start(files);
  await expect(preview({})).rejects.toThrow('The logo a b/logo.png cannot be shown: there is no such file.');
  await expect(ask('isms/readiness', {})).rejects.toThrow('The logo a b/logo.png cannot be shown');
  expect(String(await exported({}))).toContain('# Risk register');
});
