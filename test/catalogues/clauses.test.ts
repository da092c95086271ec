import { describe, expect, test } from 'vitest';
import { clauses, documentedInformation, documentedInformationOf, findClause } from '../../src/catalogues/clauses.ts';
import { compareNaturally } from '../../src/catalogues/natural-order.ts';

const expected = [
  ...['4', '4.1', '4.2', '4.3', '4.4', '5', '5.1', '5.2', '5.3', '6', '6.1', '6.1.1', '6.1.2', '6.1.3', '6.2', '6.3'],
  ...['7', '7.1', '7.2', '7.3', '7.4', '7.5', '7.5.1', '7.5.2', '7.5.3', '8', '8.1', '8.2', '8.3', '9', '9.1', '9.2'],
  ...['9.2.1', '9.2.2', '9.3', '9.3.1', '9.3.2', '9.3.3', '10', '10.1', '10.2'],
];

describe('clauses 4 to 10', () => {
  test('are complete and in natural order', () => {
    expect(clauses.map(clause => clause.id)).toEqual(expected);
    expect([...expected].sort(compareNaturally)).toEqual(expected);
  });

  test.each(clauses)('$id hangs under the number above it', clause => {
    const above = clause.id.includes('.') ? clause.id.slice(0, clause.id.lastIndexOf('.')) : undefined;
    expect(clause.parent).toBe(above);
    expect(clause.title).toBe(clause.title.trim());
    expect(clause.title).not.toBe('');
  });

  test('carry the amendment of 2024 at 4.1 and 4.2, and what is new in 2022', () => {
    expect(clauses.filter(clause => clause.amendment2024).map(clause => clause.id)).toEqual(['4.1', '4.2']);
    expect(clauses.filter(clause => clause.newIn2022).map(clause => clause.id)).toEqual(['6.3']);
  });

  test('are found by number only', () => {
    expect(findClause('9.2')?.title).toBe('Internal audit');
    expect(findClause('10.2')?.title).toBe('Nonconformity and corrective action');
    for (const id of ['3', '9.4', '10.3', 'A.5.1', '9.2.', '']) expect(findClause(id), id).toBeUndefined();
  });
});

describe('documented information', () => {
  test('names existing clauses and has distinct keys', () => {
    expect(new Set(documentedInformation.map(item => item.key)).size).toBe(documentedInformation.length);
    for (const item of documentedInformation) {
      expect(findClause(item.clause), item.key).toBeDefined();
      expect(item.reference.split(' ')[0]).toBe(item.clause);
      expect(['document', 'record']).toContain(item.kind);
      expect(['mandatory', 'implied', 'as-determined']).toContain(item.requirement);
      expect(item.name && item.hint).toBeTruthy();
    }
  });

  test('has the mandatory items of the standard', () => {
    const mandatory = documentedInformation.filter(item => item.requirement === 'mandatory');
    expect([...new Set(mandatory.map(item => item.clause))]).toEqual([
      '4.3',
      '5.2',
      '6.1.2',
      '6.1.3',
      '6.2',
      '7.2',
      '8.1',
      '8.2',
      '8.3',
      '9.1',
      '9.2.2',
      '9.3.3',
      '10.2',
    ]);
    expect(mandatory).toHaveLength(17);
    expect(documentedInformation).toHaveLength(20);
  });

  test('is found by clause', () => {
    expect(documentedInformationOf('9.2.2').map(item => item.key)).toEqual(['audit-programme', 'audit-results']);
    expect(documentedInformationOf('6.1.3').map(item => item.reference)).toEqual([
      '6.1.3',
      '6.1.3 d)',
      '6.1.3 e)',
      '6.1.3 f)',
    ]);
    expect(documentedInformationOf('4.1')).toEqual([]);
  });
});
