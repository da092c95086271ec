import { expect, test } from 'vitest';
import { outputFiles, writtenKeywords } from '../../../src/exchange/write/files.ts';
import { topType, usualFile } from '../../../src/language/schema.ts';
import { templates } from '../../../src/templates/index.ts';

const fileOf = (keyword: string): string => usualFile(topType(keyword)?.name ?? '');

test.each(writtenKeywords)('an import writes a %s into the file that is usual for its kind', keyword => {
  const [file] = outputFiles([{ keyword, name: 'X', title: 'x', entries: [] }], ['x.xlsx']);
  expect(file?.path).toBe(fileOf(keyword));
});

test('so does a new ISMS, but for the controls, which have a file for each theme', () => {
  const starter = templates.find(({ asks }) => asks);
  const files = starter?.files({ hosting: 'cloud', work: 'both', development: 'both' }) ?? [];
  const elsewhere = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^([a-z]+) .*[{"]$/gm)].flatMap(([, keyword = '']) =>
      topType(keyword) && fileOf(keyword) !== path ? [`${keyword} in ${path}`] : [],
    ),
  );
  expect([...new Set(elsewhere)]).toEqual([
    'control in soa/organizational.isms',
    'control in soa/people.isms',
    'control in soa/physical.isms',
    'control in soa/technological.isms',
  ]);
});
