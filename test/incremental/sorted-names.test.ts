import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Isms } from '../../src/incremental/isms.ts';
import { compareNames, SortedNames } from '../../src/incremental/sorted-names.ts';

const name = fc.stringMatching(/^[abAB][abAB0-2]{0,2}$/);

describe('sorted names', () => {
  it('equal a fresh sort after any changes, few or many at a time', () => {
    const change = fc.record({ name, add: fc.boolean() });
    const batch = fc.array(change, { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 8 }), batches => {
        const names = new SortedNames();
        const model = new Set<string>();
        for (const changes of batches) {
          for (const { name, add } of changes) {
            if (add) {
              names.add(name);
              model.add(name);
            } else {
              names.delete(name);
              model.delete(name);
            }
          }
          expect(names.sorted()).toEqual([...model].sort(compareNames));
          expect(names.size).toBe(model.size);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('find what begins with a text, case aside, up to a limit', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name),
        fc.stringMatching(/^[abAB0-2]{0,2}$/),
        fc.nat({ max: 5 }),
        (all, prefix, limit) => {
          const names = new SortedNames();
          for (const one of all) names.add(one);
          const expected = [...all]
            .sort(compareNames)
            .filter(one => one.toLowerCase().startsWith(prefix.toLowerCase()));
          expect(names.startingWith(prefix, limit)).toEqual(expected.slice(0, limit));
        },
      ),
    );
  });
});

describe('the names of the symbol index', () => {
  it('are those of the declarations after any edits', () => {
    const line = fc.constantFrom(
      'role A "x"',
      'role a "x"',
      'role B "y"',
      'asset A "x" {}',
      'party P { requirement B "x" requirement C "y" }',
      'control A.5.1, A.5.2 {}',
      'role A {',
      '}',
      '"',
      '',
    );
    const edit = fc.record({
      from: fc.nat({ max: 12 }),
      count: fc.nat({ max: 3 }),
      lines: fc.array(line, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { maxLength: 8 }), (lines, edits) => {
        const isms = new Isms();
        isms.setFile('a', `${lines.join('\n')}\n`);
        isms.setFile('b', 'role A "again"\nrole Z "z"\n');
        for (const { from, count, lines: added } of edits) {
          const text = added.map(one => `${one}\n`).join('');
          isms.editFile('a', [
            { range: { start: { line: from, character: 0 }, end: { line: from + count, character: 0 } }, text },
          ]);
          for (const type of ['Role', 'Asset', 'Requirement', 'Control']) {
            const declared = new Set<string>();
            for (const symbol of isms.symbols.defined()) {
              if (symbol.definitions.some(({ definition }) => definition.type === type)) declared.add(symbol.name);
            }
            expect(isms.symbols.names(type).sorted()).toEqual([...declared].sort(compareNames));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
