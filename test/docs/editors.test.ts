/** The pages of other editors show the files with which the tests in those editors run, letter by letter. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage, root } from './pages.ts';

const shown = /<!-- (test\/editors\/\S+), by npm run docs -->\n```\w+\n([\s\S]*?)```\n/g;
const names = readdirSync(join(root, 'docs/editors')).sort();

describe('the page of an editor', () => {
  test.each(names)('%s shows its configuration as it is tried', name => {
    const page = `docs/editors/${name}`;
    const text = readPage(page);
    const now = text.replace(shown, (block, file: string, code: string) =>
      block.replace(code, () => readFileSync(join(root, file), 'utf8')),
    );
    if (process.env.UPDATE === '1') writeFileSync(join(root, page), now);
    expect([...text.matchAll(shown)].length, `${page} shows no file of test/editors`).toBeGreaterThan(0);
    expect(readPage(page), `${page} is stale: run npm run docs`).toBe(now);
  });

  test.each(names)('%s is linked from the page of the editor', name => {
    expect(readPage('docs/editor.md')).toContain(`(editors/${name})`);
  });
});
