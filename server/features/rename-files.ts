/** Files that are renamed or moved in the editor are followed by the paths that name them. */
import { WillRenameFilesRequest } from 'vscode-languageserver';
import { editsForMoves } from '../../src/ide/rename-files.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'workspace.fileOperations',
  offers: client =>
    client.has('workspace.fileOperations.willRename')
      ? { workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } }
      : {},
  answers: [
    answer(WillRenameFilesRequest.type, 'renaming files', null, ({ toWorkspaceEdit }, workspace, { files }) => {
      const edits = editsForMoves(workspace, files);
      return edits.length ? toWorkspaceEdit(edits) : null;
    }),
  ],
});
