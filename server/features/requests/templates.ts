/** What a new ISMS can begin with. */
import { say } from '../../../src/wording/wording.ts';
import { request } from './shared/request.ts';

export default request('isms/templates', async ({ language: { speak } }) => {
  const { templateEntries } = await import('./shared/templates.ts');
  return speak(() => templateEntries(say));
});
