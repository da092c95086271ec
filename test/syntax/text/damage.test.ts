import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../../src/syntax/text/splitter.ts';
import { damages } from './damages.ts';
import { bodied, bodiless, kinds, trivia } from './sample.ts';

/** A declaration as a reader sees it: with the comments right above it, and the rest of its last line. */
function declarations(text: string): string[] {
  return [...split(text, kinds)]
    .filter(p => p.bodyStart < p.bodyEnd)
    .map(p => {
      const comments = /(?:^\/\/.*\n)*(?!.|\n)/m.exec(text.slice(p.start, p.bodyStart))?.[0] ?? '';
      return (comments + text.slice(p.bodyStart, p.end)).trimEnd();
    });
}

const file = fc
  .array(fc.tuple(trivia, fc.oneof({ weight: 5, arbitrary: bodied }, bodiless)), { minLength: 100, maxLength: 100 })
  .map(parts =>
    parts.map(
      ([before, declaration], index) =>
        [
          before,
          declaration.replace(/^\w+ (?=([^"{])?)/, (kind, name) => `${kind}D${index}${name ? ', ' : ' '}`),
        ] as const,
    ),
  );

test.each(Object.entries(damages))('%s harms no other declaration', (_, damage) => {
  let damaged = 0;
  fc.assert(
    fc.property(
      file,
      fc.array(fc.tuple(fc.nat(99), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 8 }),
      (parts, places) => {
        for (const [index, at] of places) {
          const [before, declaration] = parts[index]!;
          const broken = declaration.includes('{\n') ? damage(declaration, at) : undefined;
          if (broken === undefined) continue;
          damaged++;
          const join = (from: number, to: number) =>
            parts
              .slice(from, to)
              .map(part => part.join(''))
              .join('');
          const text = join(0, index) + before + broken + join(index + 1, parts.length);
          const others = declarations(join(0, index) + join(index, parts.length)).filter((_, i) => i !== index);
          expect(others).toHaveLength(parts.length - 1);
          const found = declarations(text);
          let next = 0;
          for (const other of others) {
            const place = found.indexOf(other, next);
            if (place < 0)
              expect.fail(`lost:\n${other}\nafter:\n${broken}\nin:\n${JSON.stringify(found.slice(next, next + 3))}`);
            next = place + 1;
          }
        }
      },
    ),
    { numRuns: 8, seed: 27001, endOnFailure: true },
  );
  expect(damaged).toBeGreaterThan(20);
});
