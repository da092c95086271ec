/**
 * Starting is quick as long as little is loaded and evaluated. This counts what is, since times depend on the machine; see
 * docs/architecture.md, "Starting".
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBundles } from '../cli/bundle.ts';

const noteLoading = fileURLToPath(new URL('note-loading.cjs', import.meta.url));
const example = fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url));

const message = (content: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

describe('starting', () => {
  let bundles: ReturnType<typeof buildBundles>;
  let folder: string;
  beforeAll(() => {
    bundles = buildBundles('cli', 'server');
    folder = mkdtempSync(join(tmpdir(), 'isms-start-'));
  }, 120_000);
  afterAll(() => {
    bundles.remove();
    rmSync(folder, { recursive: true });
  });

  /** Runs a program to its end, or until it publishes diagnostics. Returns what it loaded and published, in order. */
  async function notesOf(args: readonly string[], input = ''): Promise<string[]> {
    const notes = join(folder, 'notes');
    rmSync(notes, { force: true });
    const child = spawn(process.execPath, ['--require', noteLoading, ...args], {
      env: { ...process.env, NOTES: notes },
    });
    let said = '';
    child.stdout.on('data', data => {
      said += data;
      if (said.includes('textDocument/publishDiagnostics')) child.kill();
    });
    child.stdin.write(input);
    await once(child, 'close');
    return readFileSync(notes, 'utf8').trim().split('\n');
  }

  test('the server loads its bundle and nothing else before the first diagnostics of an open file', async () => {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    const text = 'isms Acme "Acme" {\n  organization: "Acme Ltd"\n}\nasset Crm "CRM" {\n  owner: Sales\n}\n';
    writeFileSync(join(workspace, 'main.isms'), text);
    const uri = pathToFileURL(join(workspace, 'main.isms')).href;
    const folders = [{ uri: pathToFileURL(workspace).href, name: 'workspace' }];
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: folders };
    const input = [
      { id: 1, method: 'initialize', params },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'isms', version: 1, text } } },
    ].map(message);
    const notes = await notesOf([join(bundles.dist, 'server/node.cjs'), '--stdio'], input.join(''));
    expect(notes.slice(0, 3)).toEqual(['node.cjs', 'main.cjs', 'publishDiagnostics']);
  });

  test('the command checks an ISMS in order without loading anything else', async () => {
    const notes = await notesOf([join(bundles.dist, 'cli/isms.cjs'), 'check', example]);
    expect(notes).toEqual(['isms.cjs', 'main.cjs']);
  });

  test('a verb whose file is loaded only when it is asked for runs', () => {
    for (const verb of ['new', 'init']) {
      const { status, stderr } = spawnSync(process.execPath, [join(bundles.dist, 'cli/isms.cjs'), verb, '--help'], {
        encoding: 'utf8',
      });
      expect({ status, stderr }, verb).toEqual({ status: 0, stderr: '' });
    }
  });

  test('the bundles that are evaluated in each process stay small', () => {
    const kibibytes = (file: string): number => statSync(join(bundles.dist, file)).size / 1024;
    expect(kibibytes('server/node.cjs')).toBeLessThan(2);
    // With the texts of built-in documents, which the server alone opens, and with the fixes and refactorings, which ask the same queries as its rules.
    // Comparing with git is in it too: what that shares with the rules is more than what it adds.
    expect(kibibytes('server/main.cjs')).toBeLessThan(1450);
    // With the texts of the rules, which `isms check` tells and explains.
    expect(kibibytes('cli/main.cjs')).toBeLessThan(1140);
  });

  test('data is in the bundles as text', () => {
    const bundle = readFileSync(join(bundles.dist, 'server/main.cjs'), 'utf8');
    expect(bundle.match(/JSON\.parse\(['"`]\{/g)).toHaveLength(8);
    expect(bundle).not.toMatch(/predecessors2013:\["/);
  });
});
