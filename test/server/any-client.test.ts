/** Each sort of client opens, edits and closes files, and asks everything that the server offers at many places. */
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  CompletionList,
  InlayHint,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type PositionEncoding, readClientCapabilities } from '../../server/protocol/client-capabilities.ts';
import { columnForClient, lineOfString } from '../../server/protocol/positions.ts';
import { exampleFiles } from '../examples/files.ts';
import { clients } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const example = (name: string): Record<string, string> =>
  Object.fromEntries(
    exampleFiles(name).map(([uri, text]) => [
      `file:///w/${uri.slice(uri.indexOf(`/${name}/`) + name.length + 2)}`,
      text,
    ]),
  );

/** Texts that are hard to count in, and damaged ones. */
const hard =
  '// 漢字 😀\nrisk R-900 "Überfall 👩‍🚒 \ud83d" {\r\n  owner: Ciso // é\n  notes: "ß" \n  controls: A.8.13, A.5.1\n  likel\n}\nrisk R-901 "x" {\n  owner: Nobödy\n  controls: A.8.13\n';
const mutilated = (text: string): string =>
  `${text.replaceAll('{', '{ {').slice(0, Math.floor(text.length * 0.7))}"""\n😀 */ }`;

let client: GenericClient;
afterEach(() => client.stop());

/** Positions of a text as a client counts them: some in each part, and some that are none. */
function places(text: string, encoding: PositionEncoding, count: number): { line: number; character: number }[] {
  const lines = text.split(/\r\n|\r|\n/);
  const found = [
    { line: 0, character: 0 },
    { line: lines.length, character: 0 },
    { line: 0, character: 10_000 },
  ];
  for (let i = 0; i < count; i++) {
    const line = Math.floor((i * lines.length) / count);
    const written = lines[line] ?? '';
    const column = Math.floor((written.length * ((i * 7) % 10)) / 9);
    found.push({ line, character: columnForClient(written, column, encoding) });
  }
  return found;
}

/** Fails for a position in an answer that its document does not have. */
function expectValid(
  value: unknown,
  uri: string | undefined,
  texts: (uri: string) => string | undefined,
  encoding: PositionEncoding,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) expectValid(item, uri, texts, encoding);
    return;
  }
  const part = value as Record<string, unknown>;
  const document = part.textDocument as { uri?: string } | undefined;
  const from = part.from as { uri?: string } | undefined;
  const own = (part.targetUri ?? document?.uri ?? part.uri ?? from?.uri ?? uri) as string | undefined;
  if (typeof part.line === 'number' && typeof part.character === 'number') {
    const text = own === undefined ? undefined : texts(own);
    if (text === undefined) return;
    const written = lineOfString(text, part.line);
    expect(part.line).toBeLessThan(text.split(/\r\n|\r|\n/).length);
    expect(part.character).toBeLessThanOrEqual(columnForClient(written, written.length, encoding));
    return;
  }
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'changes' && typeof inner === 'object' && !Array.isArray(inner))
      for (const [at, edits] of Object.entries(inner ?? {})) expectValid(edits, at, texts, encoding);
    else expectValid(inner, own, texts, encoding);
  }
}

/** What is wrong with a completion item for a client. */
function unwantedInItem(
  item: CompletionItem,
  { completion: takes }: ReturnType<typeof readClientCapabilities>,
): string[] {
  const text = item.textEdit?.newText ?? '';
  return [
    ...(item.insertTextFormat === 2 && !takes.snippets ? ['a snippet'] : []),
    ...(!takes.snippets && /\$[{\d]|\t/.test(text) ? [`marks of a snippet in ${text}`] : []),
    ...(typeof item.documentation === 'object' && item.documentation.kind === 'markdown' && !takes.markdown
      ? ['Markdown']
      : []),
    ...(item.textEdit && 'insert' in item.textEdit && !takes.insertReplace ? ['two ranges'] : []),
    ...(item.labelDetails && !takes.labelDetails ? ['label details'] : []),
    ...(item.tags && !takes.deprecatedTag ? ['tags'] : []),
    ...(item.command && !takes.suggestCommand ? ['a command'] : []),
    ...(item.kind !== undefined && !takes.kinds.has(item.kind) ? [`kind ${item.kind}`] : []),
  ];
}

/** The messages that a client takes beside answers. */
function isTaken(method: string, params: unknown, capabilities: ClientCapabilities): boolean {
  const known = readClientCapabilities({ capabilities });
  if (method === 'client/registerCapability') {
    const { registrations } = params as { registrations: { method: string }[] };
    return registrations.every(registration =>
      registration.method === 'workspace/didChangeConfiguration'
        ? known.registers.settings
        : registration.method === 'workspace/didChangeWatchedFiles' && known.registers.watchedFiles,
    );
  }
  if (method === 'workspace/inlayHint/refresh') return known.has('workspace.inlayHint.refreshSupport');
  if (method === 'workspace/codeLens/refresh') return known.has('workspace.codeLens.refreshSupport');
  if (method === 'workspace/configuration') return known.configuration;
  if (method === 'workspace/applyEdit') return known.edits.applied;
  if (method === 'window/workDoneProgress/create' || method === '$/progress') return known.workDoneProgress;
  return ['textDocument/publishDiagnostics', 'window/logMessage', 'window/showMessage'].includes(method);
}

/** Features that are asked at a position, and what is asked of their answers. */
const byPosition: readonly (readonly [name: string, method: string, more: readonly string[]])[] = [
  ['documentHighlight', 'textDocument/documentHighlight', []],
  ['selectionRange', 'textDocument/selectionRange', []],
  ['implementation', 'textDocument/implementation', []],
  [
    'callHierarchy',
    'textDocument/prepareCallHierarchy',
    ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  ],
];

const files = example('five-person-studio');

describe.each(Object.entries(clients))('%s', (_, capabilities) => {
  const known = readClientCapabilities({ capabilities });
  const encoding = known.positionEncoding;

  it('is told what there is, in the encoding that it asked for', async () => {
    client = await GenericClient.start(files, { capabilities });
    const { capabilities: offered } = client.initialized ?? {};
    expect(offered?.positionEncoding).toBe(capabilities.general?.positionEncodings?.[0] ?? 'utf-16');
    expect(offered?.renameProvider).toEqual(known.prepareRename ? { prepareProvider: true } : true);
    expect(offered?.executeCommandProvider !== undefined).toBe(!known.codeActions.literals && known.edits.applied);
    expect(offered?.textDocumentSync).toMatchObject({ openClose: true, change: 2 });
  });

  it.each([
    ['files of an example', (name: string) => files[name] ?? ''],
    ['mutilated files', (name: string) => mutilated(files[name] ?? '')],
    ['a text that is hard to count in', () => hard],
  ])('asks everything in %s, and gets only what it takes', async (_text, textOf) => {
    client = await GenericClient.start(files, { capabilities });
    const open = new Map<string, string>();
    const texts = (uri: string) => open.get(uri) ?? client.files.get(uri);
    const offered = client.initialized?.capabilities ?? {};
    const asked = async (method: string, params: object, uri: string): Promise<unknown> => {
      const answer = await client.ask(method, params);
      // A refusal to rename is an answer; anything else is a failure.
      if ('error' in answer) {
        expect([method, answer.error.code, answer.error.message]).toEqual([
          expect.stringMatching(/ename$/),
          -32803,
          expect.any(String),
        ]);
        return undefined;
      }
      expectValid(answer.result, uri, texts, encoding);
      return answer.result;
    };
    /** The features of newer versions of the protocol, as far as they are offered. */
    const askTheRest = async (ask: typeof asked, uri: string, text: string): Promise<void> => {
      const textDocument = { uri };
      const end = { line: text.split(/\r\n|\r|\n/).length - 1, character: 0 };
      const range = { start: { line: 0, character: 0 }, end };
      expect(offered.inlayHintProvider !== undefined).toBe(known.takes('textDocument.inlayHint'));
      if (offered.inlayHintProvider) {
        const hints = (await ask('textDocument/inlayHint', { textDocument, range }, uri)) as InlayHint[];
        const resolves = typeof offered.inlayHintProvider === 'object' && offered.inlayHintProvider.resolveProvider;
        for (const hint of hints) {
          expect(hint.label).toMatch(/^[^\r\n]+$/);
          expect(hint.data === undefined || resolves).toBe(true);
        }
        if (resolves) for (const hint of hints.slice(0, 20)) await ask('inlayHint/resolve', hint, uri);
      }
      const positions = places(text, encoding, 12);
      for (const [name, method, more] of byPosition) {
        const isOffered = (offered as Record<string, unknown>)[`${name}Provider`] !== undefined;
        expect([name, isOffered]).toEqual([name, known.takes(`textDocument.${name}`)]);
        if (!isOffered) continue;
        for (const position of positions) {
          const found = await ask(method, { textDocument, position, positions: [position] }, uri);
          for (const item of Array.isArray(found) ? found.slice(0, 3) : [])
            for (const next of more) await ask(next, { item }, item.uri);
        }
      }
      const willRename = offered.workspace?.fileOperations?.willRename !== undefined;
      expect(willRename).toBe(known.has('workspace.fileOperations.willRename'));
      const move = { oldUri: uri, newUri: uri.replace('/w/', '/w/below/') };
      if (willRename) {
        const edit = await ask('workspace/willRenameFiles', { files: [move] }, uri);
        if (edit) expect(Object.keys(edit)).toEqual([known.edits.versioned ? 'documentChanges' : 'changes']);
      }
      expect(offered.documentLinkProvider !== undefined).toBe(known.takes('textDocument.documentLink'));
      if (offered.documentLinkProvider) await ask('textDocument/documentLink', { textDocument }, uri);
      expect(offered.codeLensProvider !== undefined).toBe(known.takes('textDocument.codeLens'));
      if (offered.codeLensProvider) {
        for (const lens of (await ask('textDocument/codeLens', { textDocument }, uri)) as CodeLens[]) {
          const { command } = (await ask('codeLens/resolve', lens, uri)) as CodeLens;
          // None of these clients has said that it has commands of its own.
          expect([command?.command, command?.arguments]).toEqual(['', undefined]);
          expect(command?.title).toMatch(/^[^\r\n]*$/);
        }
      }
    };
    for (const uri of ['file:///w/risks.isms', 'file:///w/soa.isms']) {
      const text = textOf(uri);
      open.set(uri, text);
      await client.open(uri, text);
      const textDocument = { uri };
      for (const position of places(text, encoding, 12)) {
        const at = { textDocument, position };
        const list = (await asked('textDocument/completion', at, uri)) as CompletionList | null;
        for (const item of list?.items ?? []) expect(unwantedInItem(item, known)).toEqual([]);
        if (offered.completionProvider?.resolveProvider) {
          expect(known.completion.resolvesDocumentation).toBe(true);
          for (const item of list?.items.slice(0, 3) ?? []) {
            const whole = (await asked('completionItem/resolve', item, uri)) as CompletionItem;
            expect(unwantedInItem(whole, known)).toEqual([]);
          }
        }
        const hover = (await asked('textDocument/hover', at, uri)) as { contents: { kind: string } } | null;
        if (hover) expect(hover.contents.kind).toBe(known.hoverMarkdown ? 'markdown' : 'plaintext');
        const locations = (await asked('textDocument/definition', at, uri)) as { uri: string }[];
        for (const location of locations) expect(location.uri).toMatch(/^file:/);
        await asked('textDocument/references', { ...at, context: { includeDeclaration: true } }, uri);
        if (known.prepareRename) await asked('textDocument/prepareRename', at, uri);
        const edit = await asked('textDocument/rename', { ...at, newName: 'Rénamed' }, uri);
        if (edit) expect(Object.keys(edit)).toEqual([known.edits.versioned ? 'documentChanges' : 'changes']);
        const range = { start: position, end: position };
        const actions = (await asked(
          'textDocument/codeAction',
          // Asked for by the user, so that refactorings are among them.
          { textDocument, range, context: { diagnostics: [], triggerKind: 1 } },
          uri,
        )) as Record<string, unknown>[] | undefined;
        const changesFiles = capabilities.workspace?.workspaceEdit?.documentChanges
          ? capabilities.workspace.workspaceEdit.resourceOperations
          : undefined;
        for (const action of actions ?? []) {
          const { documentChanges = [] } = (action.edit ?? {}) as WorkspaceEdit;
          for (const change of documentChanges) if ('kind' in change) expect(changesFiles).toContain(change.kind);
          if (!known.codeActions.literals) expect(action).toMatchObject({ command: 'isms.applyEdit' });
          else expect(action.edit !== undefined || known.codeActions.resolvesEdit).toBe(true);
          if (!known.codeActions.preferred) expect(action.isPreferred).toBeUndefined();
          if (action.edit === undefined && known.codeActions.literals) await asked('codeAction/resolve', action, uri);
        }
      }
      await askTheRest(asked, uri, text);
      const symbols = (await asked('textDocument/documentSymbol', { textDocument }, uri)) as Record<string, unknown>[];
      for (const symbol of symbols) {
        expect('location' in symbol).toBe(!known.documentSymbols.hierarchical);
        expect(known.documentSymbols.kinds.has(symbol.kind as number)).toBe(true);
      }
      const foldings = (await asked('textDocument/foldingRange', { textDocument }, uri)) as unknown[];
      expect(foldings.length).toBeLessThanOrEqual(known.foldingLimit);
      const { data } = (await asked('textDocument/semanticTokens/full', { textDocument }, uri)) as { data: number[] };
      expectTokens(data, text, encoding);
      await asked('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }, uri);
      const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      await asked('textDocument/semanticTokens/range', { textDocument, range: whole }, uri);
      await client.change(uri, [{ range: { ...whole, end: whole.start }, text: '// 😀\n' }]);
      open.set(uri, `// 😀\n${text}`);
    }
    const names = (await asked('workspace/symbol', { query: 'r' }, '')) as { kind: number }[];
    for (const { kind } of names) expect(known.workspaceSymbolKinds.has(kind)).toBe(true);
    for (const uri of open.keys()) await client.close(uri);
    await client.settled();
    expect(client.sent.filter(({ method, params }) => !isTaken(method, params, capabilities))).toEqual([]);
    for (const { method, params } of client.sent) {
      if (method !== 'textDocument/publishDiagnostics') continue;
      const { diagnostics, ...rest } = params as { diagnostics: Record<string, unknown>[]; version?: number };
      if (!known.diagnostics.version) expect(rest.version).toBeUndefined();
      for (const diagnostic of diagnostics) {
        if (!known.diagnostics.related) expect(diagnostic.relatedInformation).toBeUndefined();
        if (!known.diagnostics.links) expect(diagnostic.codeDescription).toBeUndefined();
      }
    }
    expect(client.log()).toEqual([]);
  });
});

/** Each token lies in its line, behind the one before. */
function expectTokens(data: readonly number[], text: string, encoding: PositionEncoding): void {
  let line = 0;
  let end = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, columns = 0, length = 0] = data.slice(i, i + 3);
    if (lines > 0) end = start = 0;
    line += lines;
    start += columns;
    expect(start).toBeGreaterThanOrEqual(end);
    end = start + length;
    const written = lineOfString(text, line);
    expect(end).toBeLessThanOrEqual(columnForClient(written, written.length, encoding));
  }
}
