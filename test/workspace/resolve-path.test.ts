import { expect, test } from 'vitest';
import { resolvePath } from '../../src/workspace/uri.ts';

test.each([
  ['file:///w/isms', 'evidence/a.pdf', 'file:///w/isms/evidence/a.pdf'],
  ['file:///w/isms', './a b.pdf', 'file:///w/isms/a%20b.pdf'],
  ['file:///w/isms/soa', '../evidence/../a.pdf', 'file:///w/isms/a.pdf'],
  ['file:///w', '../../../a.pdf', 'file:///a.pdf'],
  ['vscode-vfs://github/acme/isms', '../a#1.pdf', 'vscode-vfs://github/acme/a%231.pdf'],
])('from %s, %s is %s', (folder, path, uri) => {
  expect(resolvePath(folder, path)).toBe(uri);
});
