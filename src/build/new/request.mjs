import { camel } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const request = {
  shape: /^[a-z]+(-[a-z]+)*$/,
  example: 'count-files',
  files: name => ({
    [`server/features/requests/${name}.ts`]: `/** How many files an ISMS has. */
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/${camel(name)}', async ({ ready, language: { speak } }, { root }) => {
  const session = await ready();
  const unit = speak(() => chooseIsms(session, root));
  return { files: unit.isms.files.size };
});
`,
    [`test/server/${name}.test.ts`]: `import { afterEach, expect, it } from 'vitest';
import { GenericClient } from './generic-client.ts';

let client: GenericClient;
afterEach(() => client.stop());

it('counts the files of the only ISMS', async () => {
  client = await GenericClient.start({ 'file:///w/main.isms': 'isms Acme "Acme" {}\\n' }, { capabilities: {} });
  expect(await client.ask('isms/${camel(name)}', {})).toEqual({ result: { files: 1 } });
});
`,
  }),
  next: [
    'name it in `Methods` of server/protocol/protocol.ts, and its parameters and result in `Requests`',
    'write what it answers in src, for everybody who has a workspace',
    'npm run generate',
    'npm run check',
    'npm test -- unit test/server',
  ],
};
