import { expect, test } from 'vitest';
import { unwrap } from '../../../src/export/artefacts/prose.ts';

const long = 'Customers and the duty of care expect rules that management has';

test.each([
  ['a line that is full goes on', `${long}\nadopted, and more.`, `${long} adopted, and more.`],
  ['several of them', `${long}\nadopted: ${long}\nwritten down.`, `${long} adopted: ${long} written down.`],
  ['short lines were ended on purpose', 'first\nsecond\nthird', 'first\nsecond\nthird'],
  ['a paragraph ends at an empty line', `${long}\n\nadopted.`, `${long}\n\nadopted.`],
  ['the items of a list stay apart', `${long}:\n- one\n* two\n3. three`, `${long}:\n- one\n* two\n3. three`],
  ['an item goes on', `- ${long}\n  adopted.\n- two`, `- ${long} adopted.\n- two`],
  ['one line is one line', 'one', 'one'],
  ['nothing is nothing', '', ''],
])('%s', (_, text, unwrapped) => {
  expect(unwrap(text)).toBe(unwrapped);
});
