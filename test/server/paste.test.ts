import { afterEach, expect, test } from 'vitest';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/isms.isms';
const text = 'isms Acme "Acme" {}\nrole HeadOfIT "Head of IT"\n';
const table =
  'Risk ID\tRisk title\tRisk owner\tTreatment\tStatus\nR-1\tTheft of a laptop\tHead of IT\tMitigate\topen\nR-2\tFire\tHead of IT\tAccept\topen\n';

let client: GenericClient;
afterEach(() => client.stop());

test('a copied table is declarations of what the ISMS has not yet', async () => {
  client = await GenericClient.start({ [uri]: text }, { capabilities: {} });
  const paste = (params: object): Promise<unknown> => client.connection.sendRequest('isms/paste', params);
  expect(await paste({ uri, text: table })).toEqual({
    summary: '2 risks',
    text: expect.stringMatching(/Not declared, since the ISMS has it already\n\/\/ {3}role HeadOfIT[\s\S]*\nrisk R-1 /),
  });
  expect(await paste({ uri: 'file:///elsewhere/new.isms', text: table })).toMatchObject({ summary: '1 role, 2 risks' });
  expect(await paste({ uri, text: 'Only a sentence.' })).toBeNull();
});
