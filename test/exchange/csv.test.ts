import { expect, test } from 'vitest';
import { imported } from './text-of.ts';

test.each([
  ['a few lines', 'Control;Applicable\nA.5.1;Ja\nA.5.7;Nein\nA.5.8;Ja\nA.5.9;Ja\n'],
  ['one line', 'Control;Applicable\nA.5.1;Ja\n'],
  ['a title above', 'Statement of Applicability\nAcme\n\nControl;Applicable\nA.5.1;Ja\nA.5.7;Nein\n'],
  ['empty lines', 'Control;Applicable\n\nA.5.1;Ja\n\nA.5.7;Nein\n\n\n'],
  ['commas in a text', 'Control;Justification;Applicable\nA.5.1;law, contract;Ja\nA.5.7;x;Nein\n'],
  ['commas', 'Control,Applicable\nA.5.1,Ja\n'],
  ['bars', 'Title\n\nControl|Applicable\nA.5.1|Ja\n'],
])('a short CSV with %s is parted into its columns', async (_, text) => {
  const { written } = await imported('soa.csv', text);
  expect(written).toMatch(/control A\.5\.1 \{\n {2}applicable: yes/);
});
