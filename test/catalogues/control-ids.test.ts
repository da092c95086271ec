import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { annexA2013 } from '../../src/catalogues/annex-a-2013.ts';
import { recogniseControlId, withAnnexPrefix } from '../../src/catalogues/control-ids.ts';

describe('recognising what was written as a control id', () => {
  test('knows every id of both editions as exact', () => {
    for (const control of annexA) {
      expect(recogniseControlId(control.id)).toEqual({ edition: '2022', id: control.id, spelling: 'exact', control });
    }
    for (const old of annexA2013) {
      expect(recogniseControlId(old.id)).toEqual({
        edition: '2013',
        id: old.id,
        spelling: 'exact',
        superseded: old,
      });
    }
  });

  test.each([
    ['8.13', '2022', 'A.8.13', undefined],
    ['5.1', '2022', 'A.5.1', 'Leadership and commitment'],
    ['8.1', '2022', 'A.8.1', 'Operational planning and control'],
    ['9.4.2', '2013', 'A.9.4.2', undefined],
    ['9.2', '2013', 'A.9.2', 'Internal audit'],
    ['9.2.1', '2013', 'A.9.2.1', 'General'],
    ['5.1.1', '2013', 'A.5.1.1', undefined],
  ])('offers the prefix for %s', (text, edition, id, clause) => {
    const found = recogniseControlId(text);
    expect(found).toMatchObject({ edition, id, spelling: 'missing-prefix' });
    expect(found?.clause?.title).toBe(clause);
  });

  test.each([
    ['a.8.13', '2022', 'A.8.13'],
    ['A8.13', '2022', 'A.8.13'],
    ['A 8.13', '2022', 'A.8.13'],
    ['A.5.01', '2022', 'A.5.1'],
    ['Annex A 9.4.2', '2013', 'A.9.4.2'],
    ['annex a.9.4', '2013', 'A.9.4'],
  ])('reads the spelling %s', (text, edition, id) => {
    expect(recogniseControlId(text)).toMatchObject({ edition, id, spelling: 'respelt' });
    expect(recogniseControlId(text)).not.toHaveProperty('clause');
  });

  test('takes a single number for a domain only as A.12', () => {
    expect(recogniseControlId('A.12')).toMatchObject({ edition: '2013', superseded: { kind: 'domain' } });
    for (const text of ['12', 'A12', 'a 12', 'A.8', '8']) expect(recogniseControlId(text), text).toBeUndefined();
  });

  test('leaves everything else alone', () => {
    const foreign = ['', ' ', 'A', 'A.', 'A.8.', 'A.8.35', '4.1', '10.2', 'R-001', 'PR.AA-01', 'CA.8.13', 'A.8.13b'];
    for (const text of foreign) expect(recogniseControlId(text), text).toBeUndefined();
  });
});

test('the canonical spelling needs no such control', () => {
  expect(withAnnexPrefix('9.4.2')).toBe('A.9.4.2');
  expect(withAnnexPrefix(' a 8.99 ')).toBe('A.8.99');
  expect(withAnnexPrefix('A.8.13')).toBe('A.8.13');
  expect(withAnnexPrefix('8.x')).toBeUndefined();
  expect(withAnnexPrefix('1.2.3.4')).toBeUndefined();
});

test('the canonical spelling of a canonical spelling is itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[Aa]?[. -]?[0-9]{1,3}(\.[0-9]{1,3}){0,3}$/), text => {
      const id = withAnnexPrefix(text);
      if (id !== undefined) expect(withAnnexPrefix(id)).toBe(id);
    }),
  );
});
