/** What a PDF shows of a PNG whose pixels it has to unpack: checked against lines that were filtered by hand. */
import { expect, test } from 'vitest';
import { PngImage } from '../../src/formats/pdf/png-image.ts';
import { png } from '../export/logo/pictures.ts';

/** The images that were put into a file: what is said of each, and its bytes. */
function embedded(bytes: Uint8Array): { readonly said: Record<string, unknown>; readonly data: Uint8Array }[] {
  const refs: { said: Record<string, unknown>; data: Uint8Array; end: (data: Uint8Array) => void }[] = [];
  const pdf = {
    ref(said: Record<string, unknown>) {
      const one: (typeof refs)[number] = {
        said,
        data: new Uint8Array(),
        end: (data: Uint8Array) => void (one.data = data),
      };
      refs.push(one);
      return one;
    },
  };
  new PngImage(bytes).embed(pdf as never);
  return refs;
}

/** Two pixels a line of grey and how opaque it is, and lines in each of the filters, all of which say the same line. */
const line = [10, 20, 30, 40];
const lines = Buffer.from(
  [
    [0, 10, 20, 30, 40],
    [1, 10, 20, 20, 20],
    [2, 0, 0, 0, 0],
    // The half of what is left and above is taken away.
    [3, 5, 10, 30 - 20, 40 - 30],
    // Left 10, above 30, corner 10: nearest to 30 is what is above.
    [4, 0, 0, 0, 0],
  ].flat(),
);

test('all filters of lines are undone', () => {
  const [mask, image] = embedded(png({ type: 4, width: 2, height: 5, lines }));
  const all = Array.from({ length: 5 }, () => line).flat();
  expect([...(image?.data ?? [])]).toEqual(all.filter((_, at) => at % 2 === 0));
  expect([...(mask?.data ?? [])]).toEqual(all.filter((_, at) => at % 2 === 1));
});

test('a palette gives each pixel its colour, and how opaque it is', () => {
  const palette = Buffer.from([1, 2, 3, 4, 5, 6]);
  // 0 1 1 0 in two bits each.
  const one = png({
    type: 3,
    depth: 2,
    width: 4,
    height: 1,
    palette,
    transparent: Buffer.from([9]),
    lines: Buffer.from([0, 0b00010100]),
  });
  const [mask, image] = embedded(one);
  expect([...(image?.data ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3]);
  expect([...(mask?.data ?? [])]).toEqual([9, 255, 255, 9]);
});
