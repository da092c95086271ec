/** What clients say they take, as they write it in `initialize`; what has nothing to do with this server is left out. */
import type { ClientCapabilities } from 'vscode-languageserver';

const kinds = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Visual Studio Code with this extension. */
export const vscodeCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create', 'rename', 'delete'],
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { symbolKind: { valueSet: kinds(26) as never[] } },
    fileOperations: { willRename: true, didRename: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    documentLink: {},
    documentHighlight: {},
    selectionRange: {},
    implementation: { linkSupport: true },
    callHierarchy: {},
    codeLens: { dynamicRegistration: true },
    inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['tooltip', 'textEdits', 'label.tooltip'] } },
    synchronization: { dynamicRegistration: true, didSave: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        labelDetailsSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
      completionItemKind: { valueSet: kinds(25) as never[] },
      contextSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, symbolKind: { valueSet: kinds(26) as never[] } },
    codeAction: {
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
    },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    rename: { prepareSupport: true },
    foldingRange: { rangeLimit: 5000 },
  },
};

/** Neovim's built-in client. */
export const neovimCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { symbolKind: { valueSet: kinds(26) as never[] } },
  },
  textDocument: {
    documentLink: {},
    documentHighlight: {},
    selectionRange: {},
    implementation: { linkSupport: true },
    callHierarchy: {},
    inlayHint: {},
    codeLens: {},
    synchronization: { didSave: true },
    completion: {
      completionItem: { documentationFormat: ['markdown', 'plaintext'], deprecatedSupport: false },
      completionItemKind: { valueSet: kinds(25) as never[] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, symbolKind: { valueSet: kinds(26) as never[] } },
    codeAction: {
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } },
    },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    rename: { prepareSupport: true },
  },
};

/** Emacs with eglot, without a package for snippets. */
export const eglotCapabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: {},
  },
  textDocument: {
    synchronization: { didSave: true },
    completion: { completionItem: { snippetSupport: false, deprecatedSupport: true, tagSupport: { valueSet: [1] } } },
    hover: { contentFormat: ['plaintext'] },
    documentSymbol: { symbolKind: { valueSet: kinds(26) as never[] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      isPreferredSupport: true,
    },
    publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: true },
  },
};

/** A client whose code actions are commands, that takes few foldings, and counts in bytes. */
export const plainCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-8'] },
  workspace: { applyEdit: true },
  textDocument: {
    foldingRange: { rangeLimit: 3, lineFoldingOnly: true },
    callHierarchy: {},
    inlayHint: {},
    selectionRange: {},
  },
};

/** One of each sort, with the one that says nothing at all. */
export const clients: Readonly<Record<string, ClientCapabilities>> = {
  'Visual Studio Code': vscodeCapabilities,
  Neovim: neovimCapabilities,
  eglot: eglotCapabilities,
  'a plain one': plainCapabilities,
  'one that says nothing': {},
};
