/** The name of an exported file, which every system takes. */
import { expect, test } from 'vitest';
import { exportArtefact } from '../../src/export/index.ts';
import { open } from '../documents/open.ts';

const nameOf = async (isms: string, parameters = {}): Promise<string> => {
  const { workspace, unit } = open([`isms ${isms} "Acme" {\n}\n`]);
  return (await exportArtefact(workspace, unit, { artefact: 'readiness', format: 'md', parameters })).fileName;
};

test.each([
  ['Acme', 'Acme-readiness.md'],
  ['con', 'isms-con-readiness.md'],
  ['Aux.x', 'isms-Aux.x-readiness.md'],
  ['lpt1', 'isms-lpt1-readiness.md'],
  ['console', 'console-readiness.md'],
  ['Acme-', 'Acme-readiness.md'],
  ['Acme.', 'Acme-readiness.md'],
  ['n'.repeat(300), `${'n'.repeat(70)}-readiness.md`],
  [`${'n'.repeat(69)}-${'n'.repeat(9)}`, `${'n'.repeat(69)}-readiness.md`],
])('of the ISMS %s', async (isms, fileName) => {
  expect(await nameOf(isms)).toBe(fileName);
});

test('says what was chosen', async () => {
  expect(await nameOf('Acme', { stage: '2' })).toBe('Acme-readiness-stage-2.md');
});
