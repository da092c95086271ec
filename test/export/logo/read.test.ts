/** A logo comes from whoever wrote the ISMS: whatever its bytes are, it is a picture that every format shows, or refused with a reason. */
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../../src/export/logo/read.ts';
import { inEnglish } from '../../../src/wording/wording.ts';
import { chunk, cmykJpeg, jpeg, type PngOptions, png, signature } from './pictures.ts';

const reasonOf = (bytes: Uint8Array): string | undefined => {
  const read = readPicture(bytes);
  return 'reason' in read ? inEnglish(read.reason) : undefined;
};

const pictureIn = (bytes: Uint8Array) => {
  const read = readPicture(bytes);
  if ('reason' in read) throw new Error(inEnglish(read.reason));
  return read.picture;
};

const colours = Buffer.from([0, 0, 0, 255, 255, 255]);

describe('PNG', () => {
  test.each<[string, PngOptions]>([
    ['grey', { type: 0 }],
    ['grey of one bit', { type: 0, depth: 1 }],
    ['grey with a transparent value', { type: 0, transparent: Buffer.from([0, 1]) }],
    ['colours', { type: 2 }],
    ['colours of 16 bits', { type: 2, depth: 16 }],
    ['a palette', { type: 3, palette: colours }],
    [
      'a palette of four bits, partly transparent',
      { type: 3, depth: 4, palette: colours, transparent: Buffer.from([0]) },
    ],
    ['grey with transparency', { type: 4 }],
    ['colours with transparency of 16 bits', { type: 6, depth: 16 }],
  ])('%s is taken', (_, options) => {
    expect(pictureIn(png(options))).toMatchObject({ type: 'png', width: 4, height: 2 });
  });

  test('keeps the pixels, and nothing else', () => {
    const lines = Buffer.from([0, ...Array.from({ length: 16 }, (_, at) => at), 2, ...Array<number>(16).fill(1)]);
    const zip = Buffer.from('PK\u0003\u0004 evil.js', 'latin1');
    const more = [
      chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')),
      chunk('eXIf', Buffer.from('where')),
    ];
    const { bytes } = pictureIn(png({ lines, more, behind: zip }));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/script|where|evil|tEXt|eXIf/);
    const at = text.indexOf('IDAT');
    const length = Buffer.from(bytes).readUInt32BE(at - 4);
    expect(inflateSync(bytes.slice(at + 4, at + 4 + length))).toEqual(lines);
    // What was made is such a picture itself, to the same bytes.
    expect(pictureIn(bytes).bytes).toEqual(bytes);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /^it is empty$/],
    ['a page named as a picture', Buffer.from('<html>'), /neither PNG nor JPEG, whatever its name says/],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /neither PNG nor JPEG/],
    ['its signature alone', signature, /cut off/],
    ['no pixels at all', png({ width: 0 }), /empty/],
    [
      'more pixels than are bearable',
      png({ width: 100_000, height: 100_000, lines: Buffer.alloc(1) }),
      /pixels, more than/,
    ],
    ['what unpacks to more than its pixels', png({ lines: Buffer.alloc(5_000_000) }), /damaged/],
    ['fewer pixels than it says', png({ lines: Buffer.alloc(3) }), /damaged/],
    ['an unknown filter', png({ type: 0, width: 1, height: 1, lines: Buffer.from([9, 0]) }), /damaged/],
    ['interlaced lines', png({ interlace: 1 }), /interlaced/],
    ['an unknown colour type', png({ type: 5 }), /damaged/],
    ['a palette that is missing', png({ type: 3 }), /damaged/],
    ['a palette that is too long', png({ type: 3, depth: 1, palette: Buffer.alloc(9) }), /damaged/],
    ['transparency of the wrong length', png({ type: 2, transparent: Buffer.alloc(3) }), /damaged/],
    ['an unknown part that it cannot do without', png({ more: [chunk('ABCD', Buffer.alloc(1))] }), /damaged/],
    ['a wrong sum', Buffer.from(png().map((byte, at) => (at === 30 ? byte ^ 1 : byte))), /damaged/],
  ])('%s is refused', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toMatch(reason);
  });

  test('one that is cut off anywhere is refused', () => {
    const whole = png();
    for (let length = 0; length < whole.length; length++) expect(reasonOf(whole.subarray(0, length))).toBeDefined();
  });
});

describe('JPEG', () => {
  test('is taken without its comment, and without what is behind its end', () => {
    const whole = jpeg();
    const comment = Buffer.from([0xff, 0xfe, 0, 8, ...Buffer.from('secret')]);
    const hostile = Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2), Buffer.from('<script>')]);
    const { bytes, ...picture } = pictureIn(hostile);
    expect(picture).toEqual({ type: 'jpeg', width: 40, height: 20 });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/secret|script/);
    expect(pictureIn(bytes).bytes).toEqual(bytes);
  });

  test('one that is cut off anywhere is refused', () => {
    const whole = jpeg();
    for (let length = 0; length < whole.length; length++) expect(reasonOf(whole.subarray(0, length))).toBeDefined();
  });

  test('the colours of print are refused', () => {
    expect(reasonOf(cmykJpeg())).toContain('save it in RGB');
  });
});

test('any bytes are a picture or refused, and no fault of the program', () => {
  const wholes = [png(), png({ type: 3, palette: colours }), jpeg()];
  const changed = fc
    .tuple(fc.constantFrom(...wholes), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
    .map(([whole, changes]) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), changed), bytes => {
      const read = readPicture(Uint8Array.from(bytes));
      if ('reason' in read) expect(inEnglish(read.reason)).toMatch(/^it/);
      else expect(readPicture(read.picture.bytes)).toEqual(read);
    }),
    { numRuns: 500 },
  );
});
