import { expect, test } from 'vitest';
import { sharedText } from '../../../src/language/text/shared-text.ts';

test('what is shared is equal to what was asked for, however many other texts there are', () => {
  for (let i = 0; i < 5000; i++) expect(sharedText(`word ${i}`)).toBe(`word ${i}`);
  for (let i = 4999; i >= 0; i -= 7) expect(sharedText(`word ${i}`)).toBe(`word ${i}`);
});
