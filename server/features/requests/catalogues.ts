/** The built-in documents that can be opened. */
import { documentsWithTexts } from '../../../src/frameworks/texts.ts';
import { request } from './shared/request.ts';

export default request('isms/catalogues', () => documentsWithTexts.map(({ uri, title }) => ({ uri, label: title })));
