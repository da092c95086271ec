/** A document as a file. */
import { say } from '../../../src/wording/wording.ts';
import { decodeBase64, encodeBase64 } from '../../protocol/base64.ts';
import { refusal } from '../shared/feature.ts';
import { changeHistory } from './shared/change-history.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';
import { writeDocument } from './shared/write-document.ts';

export default request('isms/export', async ({ ready, language: spoken }, params, token) => {
  const { artefact, format, parameters = {}, language, template } = params;
  if (template !== undefined && format !== 'docx') throw refusal(say('A template is for a Word document (docx).'));
  const options = template === undefined ? {} : { template: templateBytes(template) };
  const session = await ready();
  const unit = spoken.speak(() => chooseIsms(session, params.root));
  const history = await changeHistory(session, unit, spoken, parameters);
  const asked = { artefact, format, parameters, language, options, history };
  const { file, bytes } = await writeDocument(session.workspace, unit, asked, spoken, token);
  const { mediaType, isText } = file.format;
  return { fileName: file.fileName, base64: encodeBase64(bytes), mediaType, isText };
});

function templateBytes(base64: string): Uint8Array {
  try {
    return decodeBase64(base64);
  } catch {
    throw refusal(say('The template is not in Base64.'));
  }
}
