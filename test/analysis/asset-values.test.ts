import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetValues } from '../../src/analysis/asset-values.ts';
import { viewOf } from './view-of.ts';

const valuesOf = (method: string, ...assets: string[]) =>
  viewOf([`isms A "A" {}\n${method}`, assets.join('\n')]).get(assetValues);

const inherited = 'method "Ours" { asset-values: inherited values { 1: low 2: medium 3: high } }';

describe('asset values', () => {
  test('are the own ones unless the method says otherwise', () => {
    expect(
      valuesOf(
        'method "Ours" { }',
        'asset Data "D" { confidentiality: high depends-on: Server }',
        'asset Server "S" { confidentiality: low }',
      ),
    ).toEqual({
      Data: { confidentiality: { label: 'high', value: 3 } },
      Server: { confidentiality: { label: 'low', value: 1 } },
    });
  });

  test('are taken over along the dependencies, by property, the highest one', () => {
    expect(
      valuesOf(
        inherited,
        'asset Data "D" { confidentiality: high availability: low depends-on: Server }',
        'asset Site "W" { confidentiality: low availability: medium depends-on: Server, Missing }',
        'asset Server "S" { integrity: low availability: medium depends-on: Rack }',
        'asset Rack "R" { confidentiality: medium }',
      ),
    ).toEqual({
      Data: { confidentiality: { label: 'high', value: 3 }, availability: { label: 'low', value: 1 } },
      Site: { confidentiality: { label: 'low', value: 1 }, availability: { label: 'medium', value: 2 } },
      Server: {
        confidentiality: { label: 'high', value: 3, from: 'Data' },
        integrity: { label: 'low', value: 1 },
        availability: { label: 'medium', value: 2 },
      },
      Rack: {
        confidentiality: { label: 'high', value: 3, from: 'Data' },
        integrity: { label: 'low', value: 1, from: 'Server' },
        availability: expect.objectContaining({ label: 'medium', value: 2 }),
      },
    });
  });

  test('leave out words that are not on the scale, and need a method', () => {
    expect(valuesOf(inherited, 'asset Data "D" { confidentiality: secret }')).toEqual({ Data: {} });
    expect(valuesOf('', 'asset Data "D" { confidentiality: high }')).toEqual({});
  });

  test('equal the maximum over all that depend on an asset, in any graph', () => {
    const labels = ['low', 'medium', 'high'];
    const graphs = fc.array(
      fc.record({ own: fc.integer({ min: 0, max: 3 }), on: fc.array(fc.nat(9), { maxLength: 4 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(graphs, graph => {
        const assets = graph.map(({ own, on }, index) => {
          const value = own ? `confidentiality: ${labels[own - 1]}` : '';
          const names = on.map(other => `N${other}`).join(', ');
          return `asset N${index} "N" { ${value} ${names ? `depends-on: ${names}` : ''} }`;
        });
        // Raised step by step until nothing changes.
        const expected = graph.map(({ own }) => own);
        for (let changed = true; changed; ) {
          changed = false;
          for (const [index, { on }] of graph.entries()) {
            for (const other of on) {
              if (other >= graph.length || expected[other]! >= expected[index]!) continue;
              expected[other] = expected[index]!;
              changed = true;
            }
          }
        }
        const actual = valuesOf(inherited, ...assets);
        expect(graph.map((_, index) => actual[`N${index}`]?.confidentiality?.value ?? 0)).toEqual(expected);
        for (const [index, { own }] of graph.entries()) {
          const value = actual[`N${index}`]?.confidentiality;
          if (value) expect(value.from === undefined).toBe(own === value.value);
        }
      }),
      { numRuns: 60 },
    );
  });
});
