/** What names a file that is dropped on a declaration. */
import { droppedFile } from '../../../src/ide/drop.ts';
import { normalUri } from '../../../src/workspace/uri.ts';
import { request } from './shared/request.ts';

export default request('isms/drop', async ({ ready, language: { speak } }, { textDocument, position, file }) => {
  const { workspace } = await ready();
  const dropped = speak(() => droppedFile(workspace, textDocument.uri, position, normalUri(file)));
  return dropped ? { title: dropped.title, edits: [...dropped.edits] } : null;
});
