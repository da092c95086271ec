/** Rename, over the whole ISMS; what cannot be renamed is said. */
import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver';
import { renameEdits, renameTarget } from '../../src/ide/rename.ts';
import { answer, feature, refusal } from './shared/feature.ts';

export default feature({
  offers: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  answers: [
    answer(PrepareRenameRequest.type, 'rename', null, (_, workspace, { textDocument, position }) => {
      const target = renameTarget(workspace, textDocument.uri, position);
      if (!target) return null;
      if ('refusal' in target) throw refusal(target.refusal);
      return { range: target.range, placeholder: target.name };
    }),
    answer(RenameRequest.type, 'rename', null, ({ toWorkspaceEdit }, workspace, params) => {
      const { textDocument, position, newName } = params;
      const result = renameEdits(workspace, textDocument.uri, position, newName);
      if ('refusal' in result) throw refusal(result.refusal);
      return toWorkspaceEdit(result.edits);
    }),
  ],
});
