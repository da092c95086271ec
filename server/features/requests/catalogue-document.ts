/** The text of a built-in document. */
import { documentsWithTexts } from '../../../src/frameworks/texts.ts';
import { say } from '../../../src/wording/wording.ts';
import { refusal } from '../shared/feature.ts';
import { request } from './shared/request.ts';

export default request('isms/catalogueDocument', (_context, { uri }) => {
  const document = documentsWithTexts.find(candidate => candidate.uri === uri);
  if (!document) throw refusal(say('There is no built-in document {0}.', uri));
  return { text: document.text };
});
