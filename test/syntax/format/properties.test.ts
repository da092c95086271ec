/** What holds of formatting whatever the text: nothing but white space changes, and only once. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindKeywords } from '../../../src/language/schema.ts';
import { formatText } from '../../../src/syntax/format/format.ts';
import { lexemesOf } from '../../../src/syntax/format/lexemes.ts';
import { ChunkedText } from '../../../src/syntax/text/chunked-text.ts';
import { exampleFiles, exampleNames } from '../../examples/files.ts';
import { load, type Mutant } from '../../mutant.ts';
import { damages } from '../text/damages.ts';
import { anyText, anyWidth, faultsOf, keepsAll } from './kept.ts';
import { formatMutants } from './mutants.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2000);

const fixtures = (): string[] => {
  const folder = fileURLToPath(new URL('../../rules', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.isms'))
    .sort()
    .map(path => readFileSync(`${folder}/${path}`, 'utf8'));
};

const examples = exampleNames()
  .flatMap(exampleFiles)
  .flatMap(([uri, text]) => (uri.endsWith('.isms') ? [text] : []));

describe('formatting keeps all but white space, and is done once', () => {
  test.each([20, 60, 120])(
    'of all fixtures and examples, %i wide',
    lineWidth => {
      const texts = [...fixtures(), ...examples];
      expect(texts.length).toBeGreaterThan(300);
      const faults = texts.flatMap(text =>
        [text, text.replace(/\r\n|\r|\n/g, '\r\n'), `\uFEFF${text.replace(/(?<!["/*])[ \n]+(?!["/*])/g, ' ')}`].flatMap(
          form => faultsOf(form, lineWidth),
        ),
      );
      expect(faults).toEqual([]);
    },
    120_000,
  );

  test('of whatever the grammar allows', () => {
    fc.assert(keepsAll({ minLength: 0, maxLength: 0 }), { numRuns: runs });
  }, 120_000);

  test('most of which it can format', () => {
    const texts = fc.sample(anyText, { numRuns: 300, seed: 27001 });
    const changed = texts.filter(text => formatText(text, { lineWidth: 60 }) !== text);
    expect(changed.length).toBeGreaterThan(250);
  });

  test('of damaged texts', () => {
    const short = fc.constantFrom(...examples.filter(text => text.length < 4000));
    fc.assert(keepsAll({ minLength: 1, maxLength: 4 }, fc.oneof(anyText, short)), { numRuns: runs });
  }, 120_000);

  test.each(Object.entries(damages))(
    'of texts with %s',
    (_, damage) => {
      const pieces = examples.flatMap(text => new ChunkedText(text, kindKeywords).chunks.map(chunk => chunk.text));
      const piece = fc.constantFrom(...pieces.filter(text => text.length < 1500));
      const share = fc.double({ min: 0, max: 1, noNaN: true });
      fc.assert(
        fc.property(piece, piece, piece, share, anyWidth, (a, b, c, at, lineWidth) => {
          const broken = b.includes('{\n') ? damage(b, at) : undefined;
          expect(faultsOf(a + (broken ?? b) + c, lineWidth)).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
    120_000,
  );
});

test('there is damage among the fixtures', () => {
  const damaged = fixtures().flatMap(text =>
    new ChunkedText(text, kindKeywords).chunks.filter(chunk => !lexemesOf(chunk)),
  );
  expect(damaged.length).toBeGreaterThan(10);
});

/** What is found in the formatter with a fault in it; null if nothing is. */
async function found(numRuns: number, mutant?: Mutant): Promise<unknown> {
  const module = await load<typeof import('./kept.ts')>('test/syntax/format/kept.ts', mutant && [mutant]);
  const property = module.keepsAll({ minLength: 0, maxLength: 2 });
  return fc.check(property, { seed: 27001, numRuns, endOnFailure: true }).errorInstance;
}

test('nothing is found where there is no fault', async () => expect(await found(500)).toBeNull(), 60_000);

test.each([...formatMutants])(
  'the property catches one that $what',
  async mutant => {
    const error = await found(500, mutant);
    expect(String(error)).toMatch(/differ|there are other line ends|are left over/);
  },
  60_000,
);
