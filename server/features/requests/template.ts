/** The files of a new ISMS, fitted to what was answered. */
import { isUnknownChoice } from '../../../src/export/index.ts';
import { isUnclearAnswer } from '../../../src/templates/questions.ts';
import { refusalOf } from '../shared/feature.ts';
import { request } from './shared/request.ts';

export default request('isms/template', async ({ language }, params) => {
  const { templateFiles } = await import('./shared/templates.ts');
  try {
    return templateFiles(params);
  } catch (error) {
    throw isUnclearAnswer(error) || isUnknownChoice(error) ? language.speak(() => refusalOf(error)) : error;
  }
});
