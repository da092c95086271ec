/**
 * Registers that contradict themselves or do not say clearly what they mean. Each file of test/exchange/doubtful holds one or more of
 * them behind lines `//- name`, then what is written of them, but for the isms itself, and what is reported. `UPDATE=1` writes both; read
 * the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/exchange/import-files.ts';
import { readFile } from '../../src/exchange/read/read.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { lostCells } from './accounts.ts';
import { doubtful, doubtfulNames, inputsOf, partsOf, reported, written } from './fixtures.ts';
import { faultsOf } from './language.ts';

describe.each(doubtfulNames)('%s', name => {
  const path = doubtful + name;
  const parts = partsOf(readFileSync(path, 'utf8'));
  const inputs = inputsOf(parts);
  const importing = () => importFiles(inputs);

  test('is written and reported as it should be', async () => {
    const { files, remarks } = await importing();
    const all = files.filter(({ path: own }) => own !== 'isms.isms').map(({ text }) => withoutHead(text));
    const lines = remarks
      .filter(({ category }) => category !== 'understood')
      .map(({ category, message, place, text }) =>
        [`${category}:`, place && `${place.file} ${place.cell}:`, inEnglish(message), text && `(${text})`]
          .filter(Boolean)
          .join(' ')
          .replaceAll('\n', ' '),
      );
    const fixture = [
      ...[...parts].filter(([file]) => file !== written && file !== reported),
      [written, all.join('')],
      [reported, `${lines.join('\n')}\n`],
    ]
      .map(([file, text]) => `//- ${file}\n${text}`)
      .join('');
    if (process.env.UPDATE) writeFileSync(path, fixture);
    expect(fixture).toBe(readFileSync(path, 'utf8'));
  });

  test('is written without faults of language, and no cell is lost', async () => {
    const result = await importing();
    expect(faultsOf(result.files)).toEqual([]);
    expect(lostCells(await Promise.all(inputs.map(readFile)), result)).toEqual([]);
  });
});

/** Without the comment that says what it was imported from. */
const withoutHead = (text: string): string => text.replace(/^(?:\/\/.*\n|\n)+/, '');
