import { words } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const feature = {
  shape: /^[a-z]+(-[a-z]+)*$/,
  example: 'declaration',
  files: name => ({
    [`server/features/${name}.ts`]: `import { DeclarationRequest } from 'vscode-languageserver';
import { answer, feature } from './shared/feature.ts';

/** What it gives for which place. */
export default feature({
  asks: 'textDocument.declaration',
  offers: () => ({ declarationProvider: true }),
  answers: [answer(DeclarationRequest.type, '${words(name).toLowerCase()}', null, (_context, _workspace, _params) => null)],
});
`,
    [`test/server/${name}.test.ts`]: `import { afterEach, expect, it } from 'vitest';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/main.isms';

let client: GenericClient;
afterEach(() => client.stop());

it('answers nothing where there is nothing', async () => {
  client = await GenericClient.start({ [uri]: 'isms Acme "Acme" {}\\n' }, { capabilities: vscodeCapabilities });
  const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
  expect(await client.ask('textDocument/declaration', params)).toEqual({ result: null });
});
`,
  }),
  next: [
    'choose the request, and the capability of the client that it asks for',
    'write what it gives in src/ide, for everybody who has a workspace',
    'npm run generate',
    'npm test -- unit test/server',
    'say in docs/features.md what it gives and which test proves it',
  ],
};
