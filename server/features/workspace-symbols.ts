/** The names of the workspace. */
import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import { answer, feature } from './shared/feature.ts';
import { workspaceSymbols } from './shared/symbols.ts';

export default feature({
  offers: () => ({ workspaceSymbolProvider: true }),
  answers: [
    answer(WorkspaceSymbolRequest.type, 'workspace symbols', [], ({ client }, workspace, { query }) =>
      workspaceSymbols(workspace, client, query),
    ),
  ],
});
