/** What keeps a document under control, on its cover. (7.5.2, 7.5.3) */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/blocks.ts';
import { built, open } from './open.ts';

const headOf = ({ head }: Document): Record<string, unknown> =>
  Object.fromEntries(head.map(({ id, value }) => [id, value]));

const people = `role Ceo "Chief executive" { top-management }
person Anna "Anna Vries" { roles: Ceo }
person Bert "Bert Oud" { roles: Ceo left: 2026-02-01 }
`;
const isms = `isms Small "Small ISMS" {
  organization: "Small Ltd." version: "1.2" owner: Ceo approved: 2026-03-01 by Ceo review: every 12 months
}
${people}`;
const register = (name: string, title: string, more = ''): string =>
  `document ${name} "${title}" { kind: register covers: 8.2 owner: Ceo version: "4" classification: internal approved: 2026-01-15 by Ceo review: every 6 months ${more} }\n`;

describe('the cover', () => {
  test('says of a declared document what is declared, and who held the roles on the day of approval', () => {
    expect(headOf(built(open([isms + register('Risks', 'All our risks')]), 'risk-register'))).toMatchObject({
      organisation: 'Small Ltd.',
      isms: 'Small ISMS',
      document: 'Risks',
      version: '4',
      classification: 'internal',
      owner: 'Chief executive (Anna Vries)',
      approved: '2026-01-15 by Chief executive (Anna Vries, Bert Oud)',
      'next-review': '2026-07-15',
      'as-of': '2026-06-01',
    });
  });

  test('says that nothing is stated where no document is declared', () => {
    const head = headOf(built(open([isms]), 'risk-register'));
    expect(head).toMatchObject({ version: 'not stated', classification: 'not stated', approved: 'not approved' });
    expect(head).not.toHaveProperty('document');
    expect(head).not.toHaveProperty('next-review');
  });

  test('says for every page what stands against a document', () => {
    const standing = (text: string, artefact: string): string | undefined => built(open([text]), artefact).standing;
    expect(standing(isms, 'risk-register')).toBe('not approved');
    expect(standing(isms + register('Risks', 'All our risks'), 'risk-register')).toBe(undefined);
    expect(standing(isms, 'soa')).toBe(undefined);
    expect(standing(isms, 'calendar')).toBe(undefined);
  });

  test.each([
    [
      'of several the one that covers most of the clauses',
      register('A', 'A') + register('B', 'B').replace('8.2', '6.1.2, 8.2'),
      'B',
    ],
    ['of several alike the one with its title', register('A', 'A') + register('B', 'Risk register'), 'B'],
    ['none where that leaves a choice', register('A', 'A') + register('B', 'B'), undefined],
    ['no policy', register('A', 'A').replace('kind: register', 'kind: policy'), undefined],
  ])('takes %s', (_, documents, expected) => {
    expect(headOf(built(open([isms + documents]), 'risk-register')).document).toBe(expected);
  });

  test('takes version and approval of the Statement of Applicability from the isms block', () => {
    const soa = register('Soa', 'Statement of Applicability').replace('8.2', '6.1.3');
    expect(headOf(built(open([isms + soa]), 'soa'))).toMatchObject({
      document: 'Soa',
      version: '1.2',
      classification: 'internal',
      approved: '2026-03-01 by Chief executive (Anna Vries)',
      'next-review': '2027-03-01',
    });
  });

  test('names no person to customers', () => {
    const soa = isms.replace('approved: 2026-03-01 by Ceo', 'approved: 2026-03-01 by Anna');
    const document = built(open([soa]), 'soa', { edition: 'customer' });
    expect(headOf(document)).toMatchObject({ owner: 'Chief executive', approved: '2026-03-01 by Chief executive' });
    expect(JSON.stringify([document.head, document.blocks, document.data()])).not.toContain('Anna');
  });

  test('says what changed since the approval, and marks it', () => {
    const control = (id: string, text: string): string =>
      `control ${id} { applicable: yes justification: "${text}" status: implemented }\n`;
    const lock = JSON.stringify({
      approved: '2026-03-01',
      controls: { 'A.5.1': 'yes implemented - 0000000000000000', 'X-1': 'yes implemented - -' },
    });
    const document = built(
      open([
        ['main.isms', isms + control('A.5.1', 'changed') + control('A.5.2', 'new')],
        ['isms.lock.json', lock],
      ]),
      'soa',
    );
    expect(headOf(document).changed).toBe('A.5.1, A.5.2, X-1');
    expect(document.standing).toBe('changed since its approval');
    const table = document.blocks.find(block => block.type === 'table');
    const marks = table?.type === 'table' ? table.groups.flatMap(({ rows }) => rows).filter(row => row[12]) : [];
    expect(marks.map(row => [row[0], row[12]])).toEqual([
      ['A.5.1', 'changed, not approved: justification'],
      ['A.5.2', 'changed, not approved: decision, status, reasons, justification'],
    ]);
    expect(document.data()).toMatchObject({ changedSinceApproval: { changed: ['A.5.1', 'A.5.2'], gone: ['X-1'] } });
  });
});
