import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidOf } from '../../../src/documents/oscal/uuid.ts';
import { asMarkup, fromMarkup, nameOfToken, token } from '../../../src/documents/oscal/values.ts';
import { oneLine } from '../../../src/syntax/text/one-line.ts';

const anyText = fc.string({ unit: 'binary' });

test('a UUID is that of its names, of version 5', () => {
  expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
  expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), (a, b) => {
      expect(uuidOf(...a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(uuidOf(...a) === uuidOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test('any name is a token, and the token leads back to the name', () => {
  expect(token('A.8.13')).toBe('A.8.13');
  expect(token('Own-1_b')).toBe('Own-1_b');
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^[_x0-9a-f]{1,12}$/)), name => {
      fc.pre(name !== '' && name !== '_');
      expect(token(name)).toMatch(/^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u);
      expect(nameOfToken(token(name))).toBe(name);
    }),
  );
});

test('a text arrives as it is, without HTML, references, links and pictures', () => {
  expect(asMarkup('a <b> & [x](y) \\')).toBe('a \\<b> \\& \\[x](y) \\\\');
  fc.assert(fc.property(anyText, text => void expect(fromMarkup(asMarkup(text))).toBe(text)));
});

test('a line has no white space at its ends and no breaks within', () => {
  fc.assert(fc.property(anyText, text => void expect(oneLine(text)).toMatch(/^(?:\S(.*\S)?)?$/)));
});
