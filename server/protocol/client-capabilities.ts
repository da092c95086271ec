/**
 * What the client takes, read once from `initialize`. Whatever a client leaves out, or writes in a way that the protocol does not know,
 * counts as not taken, so that nothing is sent that the client did not say it takes.
 */
import { isRecord } from '../../src/model/record.ts';
import type { InitializationOptions } from './protocol.ts';

/** How the characters of a line are counted: UTF-8 or UTF-16 code units, or code points. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

export interface ClientCapabilities {
  readonly positionEncoding: PositionEncoding;
  readonly completion: {
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly labelDetails: boolean;
    /** Whether the documentation of an item may be asked for when it is looked at. */
    readonly resolvesDocumentation: boolean;
    /** Whether an item may say what is replaced and what stays behind the cursor. */
    readonly insertReplace: boolean;
    readonly deprecatedTag: boolean;
    readonly deprecatedFlag: boolean;
    /** The values of `CompletionItemKind`. */
    readonly kinds: ReadonlySet<number>;
    /** Whether the editor has a command that asks for the next completion. */
    readonly suggestCommand: boolean;
  };
  readonly hoverMarkdown: boolean;
  /** Whether a hover may hold pictures. */
  readonly hoverPictures: boolean;
  readonly documentSymbols: { readonly hierarchical: boolean; readonly kinds: ReadonlySet<number> };
  readonly workspaceSymbolKinds: ReadonlySet<number>;
  readonly codeActions: {
    /** Whether a code action may be more than a command. */
    readonly literals: boolean;
    readonly preferred: boolean;
    /** Whether the edits of an action may be asked for when it is chosen. */
    readonly resolvesEdit: boolean;
  };
  readonly edits: {
    /** Whether edits may name the version of the document that they are for. */
    readonly versioned: boolean;
    /** Whether an edit may be a snippet, whose tab stops lead to what is to be filled in. */
    readonly snippets: boolean;
    /** Whether the server may ask the client to apply edits. */
    readonly applied: boolean;
    /** Whether edits may make files, and delete them. */
    readonly creates: boolean;
    readonly deletes: boolean;
  };
  readonly diagnostics: {
    readonly related: boolean;
    readonly links: boolean;
    readonly version: boolean;
  };
  readonly prepareRename: boolean;
  /** The most foldings of a document. */
  readonly foldingLimit: number;
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  /** Whether the settings may be asked for. */
  readonly configuration: boolean;
  readonly registers: {
    readonly settings: boolean;
    readonly watchedFiles: boolean;
    /** Whether files under another folder than those of the workspace may be watched. */
    readonly relativePatterns: boolean;
  };
  /** Whether the client tells of files that change without being asked to. */
  readonly watchesFiles: boolean;
  /** Whether the client shows the built-in documents: by its own request, or by that of the protocol. */
  readonly catalogues: 'own' | 'protocol' | undefined;
  /** Whether the client shows how far each ISMS is. */
  readonly status: boolean;
  /** Whether it wants to be told that views have changed. */
  readonly views: boolean;
  /** The commands that the client has beyond the protocol. */
  readonly commands: {
    readonly showReferences: boolean;
    readonly showReadiness: boolean;
    readonly openPlace: boolean;
    readonly chooseRefactoring: boolean;
  };
  /** Whether the client names a capability at all, by its path such as `textDocument.inlayHint`. */
  takes(path: string): boolean;
  /** Whether the client says `true` there. */
  has(path: string): boolean;
  /** Whether the client lists a value there. */
  lists(value: string, path: string): boolean;
}

/** What the protocol takes for granted where a client names no kinds. */
const upTo = (last: number): ReadonlySet<number> => new Set(Array.from({ length: last }, (_, index) => index + 1));
const oldCompletionKinds = upTo(18);
const oldSymbolKinds = upTo(18);

/** Reads the capabilities from the params of `initialize`, whatever these are. Never throws. */
export function readClientCapabilities(params: unknown): ClientCapabilities {
  const at = (...path: readonly string[]): unknown => valueAt(params, ['capabilities', ...path]);
  const has = (...path: readonly string[]): boolean => at(...path) === true;
  const lists = (value: string, ...path: readonly string[]): boolean => listOf(at(...path)).includes(value);
  const supports = (feature: keyof NonNullable<InitializationOptions['supports']>): boolean =>
    valueAt(params, ['initializationOptions', 'supports', feature]) === true;
  const item = ['textDocument', 'completion', 'completionItem'];
  const action = ['textDocument', 'codeAction'];
  const published = ['textDocument', 'publishDiagnostics'];
  const edit = ['workspace', 'workspaceEdit'];
  const changesFiles = (what: string): boolean =>
    has(...edit, 'documentChanges') && lists(what, ...edit, 'resourceOperations');
  const limit = at('textDocument', 'foldingRange', 'rangeLimit');
  return {
    positionEncoding: chooseEncoding(listOf(at('general', 'positionEncodings'))),
    completion: {
      snippets: has(...item, 'snippetSupport'),
      markdown: lists('markdown', ...item, 'documentationFormat'),
      labelDetails: has(...item, 'labelDetailsSupport'),
      resolvesDocumentation: lists('documentation', ...item, 'resolveSupport', 'properties'),
      insertReplace: has(...item, 'insertReplaceSupport'),
      // 1 is the only tag there is.
      deprecatedTag: listOf(at(...item, 'tagSupport', 'valueSet')).includes(1),
      deprecatedFlag: has(...item, 'deprecatedSupport'),
      kinds: kindsOf(at('textDocument', 'completion', 'completionItemKind', 'valueSet'), oldCompletionKinds),
      suggestCommand: supports('suggestCommand'),
    },
    hoverPictures: supports('pictures'),
    hoverMarkdown: lists('markdown', 'textDocument', 'hover', 'contentFormat'),
    documentSymbols: {
      hierarchical: has('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
      kinds: kindsOf(at('textDocument', 'documentSymbol', 'symbolKind', 'valueSet'), oldSymbolKinds),
    },
    workspaceSymbolKinds: kindsOf(at('workspace', 'symbol', 'symbolKind', 'valueSet'), oldSymbolKinds),
    codeActions: {
      literals: isRecord(at(...action, 'codeActionLiteralSupport')),
      preferred: has(...action, 'isPreferredSupport'),
      resolvesEdit: has(...action, 'dataSupport') && lists('edit', ...action, 'resolveSupport', 'properties'),
    },
    edits: {
      versioned: has('workspace', 'workspaceEdit', 'documentChanges'),
      snippets:
        has('workspace', 'workspaceEdit', 'documentChanges') && has('workspace', 'workspaceEdit', 'snippetEditSupport'),
      applied: has('workspace', 'applyEdit'),
      creates: changesFiles('create'),
      deletes: changesFiles('delete'),
    },
    diagnostics: {
      related: has(...published, 'relatedInformation'),
      links: has(...published, 'codeDescriptionSupport'),
      version: has(...published, 'versionSupport'),
    },
    prepareRename: has('textDocument', 'rename', 'prepareSupport'),
    foldingLimit: typeof limit === 'number' && limit > 0 ? limit : Number.POSITIVE_INFINITY,
    workDoneProgress: has('window', 'workDoneProgress'),
    workspaceFolders: has('workspace', 'workspaceFolders'),
    configuration: has('workspace', 'configuration'),
    registers: {
      settings: has('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
      watchedFiles: has('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
      relativePatterns: has('workspace', 'didChangeWatchedFiles', 'relativePatternSupport'),
    },
    watchesFiles: supports('fileEvents'),
    catalogues: supports('catalogues')
      ? 'own'
      : isRecord(at('workspace', 'textDocumentContent'))
        ? 'protocol'
        : undefined,
    status: supports('status'),
    views: supports('views'),
    commands: {
      showReferences: supports('showReferences'),
      showReadiness: supports('showReadiness'),
      openPlace: supports('openPlace'),
      chooseRefactoring: supports('chooseRefactoring'),
    },
    takes: path => isRecord(at(...path.split('.'))),
    has: path => has(...path.split('.')),
    lists: (value, path) => lists(value, ...path.split('.')),
  };
}

/** The encoding that the client likes best of those that the server knows; UTF-16 where it names none, as the protocol has it. */
const chooseEncoding = (offered: readonly unknown[]): PositionEncoding => offered.find(isEncoding) ?? 'utf-16';

const isEncoding = (value: unknown): value is PositionEncoding =>
  value === 'utf-8' || value === 'utf-16' || value === 'utf-32';

/** A part of what the client sent, by the names of properties; undefined where one of them is not there. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at ?? undefined;
}

/** Whether a value is a place in a document; what comes back from a client may be of any shape. */
export const isPosition = (value: unknown): value is { readonly line: number; readonly character: number } =>
  isRecord(value) && typeof value.line === 'number' && typeof value.character === 'number';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function kindsOf(value: unknown, otherwise: ReadonlySet<number>): ReadonlySet<number> {
  if (!Array.isArray(value)) return otherwise;
  return new Set(value.filter((kind): kind is number => typeof kind === 'number'));
}
