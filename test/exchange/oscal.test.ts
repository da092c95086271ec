/** OSCAL of others: what is read of it, and that what it does not say is not made up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles, isUnreadFiles } from '../../src/exchange/import-files.ts';
import { readFile } from '../../src/exchange/read/read.ts';
import { lostCells } from './accounts.ts';
import { faultsOf } from './language.ts';

const file = (document: unknown) => ({ name: 'a.json', bytes: new TextEncoder().encode(JSON.stringify(document)) });

const imported = async (document: unknown): Promise<string> =>
  (await importFiles([file(document)])).files.map(({ text }) => text).join('\n');

const implementing = (requirement: object, title = 'Firewall') => ({
  'component-definition': {
    metadata: { title: 'Vendor', roles: [{ id: 'ops', title: 'Head of operations' }] },
    components: [
      {
        title,
        'control-implementations': [{ 'implemented-requirements': [{ 'control-id': 'A.8.20', ...requirement }] }],
      },
    ],
  },
});

describe('a component definition', () => {
  test('is no decision that a control applies', async () => {
    const text = await imported(implementing({ description: 'Filters packets.' }));
    expect(text).toContain('implementation: "Filters packets."');
    expect(text).not.toContain('applicable');
  });

  test('is read with its status, owner, remarks and statements', async () => {
    const text = await imported(
      implementing({
        description: 'Filters \\<all> packets.',
        remarks: 'Keeps strangers out',
        props: [{ name: 'implementation-status', value: 'partial' }],
        'responsible-roles': [{ 'role-id': 'ops' }],
        statements: [{ description: 'At the border.' }],
      }),
    );
    expect(text).toContain('status: partial');
    expect(text).toContain('justification: "Keeps strangers out"');
    expect(text).toMatch(/Filters <all> packets\.[\s\S]*At the border\./);
    expect(text).toContain('Head of operations');
  });

  test('keeps properties that it knows nothing of in notes', async () => {
    const text = await imported(implementing({ description: 'x', props: [{ name: 'baseline', value: 'moderate' }] }));
    expect(text).toMatch(/notes:[\s\S]*baseline: moderate/);
  });

  test('of two components of the same name is read as two sheets', async () => {
    const [one, two] = [implementing({ description: 'One' }), implementing({ description: 'Two' })];
    one['component-definition'].components.push(...two['component-definition'].components);
    const { grids } = await readFile(file(one));
    expect(grids.map(({ sheet }) => sheet)).toEqual(['Firewall', 'Firewall 2']);
  });
});

test('controls within groups and controls are found, clauses beside them are none', async () => {
  const control = (id: string, controls: object[] = []) => ({ id, title: `Control ${id}`, controls });
  const { grids } = await readFile(
    file({
      catalog: {
        groups: [
          { id: 'g', groups: [{ id: 'h', controls: [control('AC-1', [control('AC-1.1')])] }] },
          { id: 'clauses', class: 'requirements', controls: [control('clause-4.1')] },
        ],
      },
    }),
  );
  expect(grids[0]?.rows.map(row => row[0]?.text)).toEqual(['Control', 'AC-1', 'AC-1.1']);
});

test('whatever stands in the place of its parts, nothing is lost and nothing breaks', async () => {
  const keys = ['components', 'control-implementations', 'implemented-requirements', 'props', 'name', 'value', 'title'];
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom('A.5.1', 'implementation-status', 'no', null, 7),
      fc.string(),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, 'control-id', 'description', 'remarks', '__proto__'), tie('tree'), {
        maxKeys: 4,
      }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), tree), async root => {
      const input = file({ 'component-definition': root });
      try {
        const result = await importFiles([input]);
        expect(faultsOf(result.files)).toEqual([]);
        expect(lostCells([await readFile(input)], result)).toEqual([]);
      } catch (error) {
        if (!isUnreadFiles(error)) throw error;
      }
    }),
    { numRuns: 150 },
  );
});
