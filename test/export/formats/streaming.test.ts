/** Memory: how many rows are made before a piece of the file leaves, counted; and that pieces make the same file as a whole document. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ExportDocument, lazily, madeNow, type Row } from '../../../src/export/document.ts';
import { type FormatId, formatById, formats, joined, type Piece } from '../../../src/export/formats/index.ts';
import { nastyTexts, textOf } from './sample.ts';

interface Counted {
  readonly document: ExportDocument;
  /** How many rows, or items of the data, were made so far. */
  readonly made: () => number;
  /** Whether all that began to make rows ended, too. */
  readonly ended: () => boolean;
}

/** A register of that many risks with these texts, in two groups, made while it is written, and as many items in its data. */
function register(count: number, texts: readonly string[] = nastyTexts): Counted {
  let made = 0;
  let open = 0;
  function* numbers(from: number, to: number): Generator<number> {
    open++;
    try {
      for (let number = from; number < to; number++) {
        made++;
        yield number;
      }
    } finally {
      open--;
    }
  }
  function* rows(from: number, to: number): Generator<Row> {
    for (const number of numbers(from, to)) {
      const text = `${texts[number % texts.length]} of ${number}`;
      yield [`R-${number}`, text, ['open', 'late', 'done'][number % 3], ['A.5.1', `A.8.${number % 34}`], number % 25];
    }
  }
  function* items(): Generator<{ id: string; scores: number[] }> {
    for (const number of numbers(0, count)) yield { id: `R-${number}`, scores: [number, number % 5] };
  }
  const half = count / 2;
  const document: ExportDocument = {
    id: 'risks',
    title: 'Risk register',
    head: [{ label: 'Risks', value: count }],
    sheets: [
      {
        id: 'risks',
        name: 'Risks',
        columns: [
          { key: 'id', title: 'Risk', width: 10 },
          { key: 'title', title: 'Title', width: 40, wrap: true },
          { key: 'status', title: 'Status', width: 8, tones: { open: 'attention', late: 'bad', done: 'good' } },
          { key: 'controls', title: 'Controls', width: 20, wrap: true },
          { key: 'score', title: 'Score', width: 8, kind: 'number' },
        ],
        groups: [
          { title: 'Above appetite', rows: lazily(() => rows(0, half)) },
          { title: 'Below appetite', rows: lazily(() => rows(half, count)) },
        ],
        groupBy: 'Level',
      },
    ],
    data: { $schema: 'https://example.org/risks.json', count, risks: lazily(items), none: lazily(() => [].values()) },
  };
  return { document, made: () => made, ended: () => open === 0 };
}

const ids = formats.map(({ id }) => id);

/** A worksheet's rows leave when the compression's window is full; those of the other formats by the hundred. */
const most: Record<FormatId, number> = { csv: 101, md: 101, html: 101, json: 101, xlsx: 500 };

describe.each(ids)('%s', id => {
  test('of 200,000 rows holds some hundreds of them', async () => {
    const { document, made, ended } = register(200_000, ['A risk that somebody wrote down in a line of usual length']);
    let before = 0;
    let ahead = 0;
    let largest = 0;
    for await (const piece of formatById(id)!.write(document)) {
      ahead = Math.max(ahead, made() - before);
      before = made();
      largest = Math.max(largest, piece.length);
    }
    expect(made()).toBe(200_000);
    expect(ended()).toBe(true);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(most[id]);
    expect(largest).toBeLessThan(200_000);
  });

  test('is in pieces what a document is whose rows are all there', async () => {
    const { document } = register(2_500);
    const hash = createHash('sha256');
    const sizes: number[] = [];
    for await (const piece of formatById(id)!.write(document)) {
      hash.update(piece);
      sizes.push(piece.length);
    }
    expect(sizes.length).toBeGreaterThan(3);
    const whole = await joined(formatById(id)!.write(madeNow(document)));
    expect(hash.digest('hex')).toBe(createHash('sha256').update(whole).digest('hex'));
    // Written again, the rows are made again.
    expect(Buffer.from(await joined(formatById(id)!.write(document))).equals(whole)).toBe(true);
  });

  test('makes no row that nobody wants, and ends what it began', async () => {
    const { document, made, ended } = register(10_000);
    let last: Piece = '';
    for await (const piece of formatById(id)!.write(document)) {
      last = piece;
      if (made() > 0) break;
    }
    expect(last.length).toBeGreaterThan(0);
    expect(made()).toBeLessThanOrEqual(most[id]);
    expect(ended()).toBe(true);
  });

  test('fails when a row cannot be made', async () => {
    const { document } = register(1_000);
    const rows = lazily(function* (): Generator<string[]> {
      for (let number = 0; number < 250; number++) yield [`R-${number}`];
      throw new Error('gone');
    });
    const [sheet] = document.sheets;
    const broken = { ...document, sheets: [{ ...sheet!, groups: [{ title: '', rows }] }], data: { rows } };
    await expect(joined(formatById(id)!.write(broken))).rejects.toThrow('gone');
  });
});

test('a list that is made while it is written is JSON like any other', async () => {
  const { document } = register(250);
  expect(await textOf('json', document)).toBe(`${JSON.stringify(madeNow(document).data, null, 2)}\n`);
});

test('a document that is made now speaks of now', async () => {
  const state = { word: 'before' };
  const { document } = register(0);
  const [sheet] = document.sheets;
  const rows = lazily(() => [[state.word]].values());
  const changing: ExportDocument = {
    ...document,
    sheets: [{ ...sheet!, groups: [{ title: '', rows }] }],
    data: { rows },
  };
  const now = madeNow(changing);
  state.word = 'after';
  for (const id of ['csv', 'json'] as const) {
    expect(await textOf(id, now)).toContain('before');
    expect(await textOf(id, changing)).toContain('after');
  }
});

test('a worksheet has the header, every row, and a filter over all of them', async () => {
  const { document } = register(2_500);
  const parts = unzipSync(await joined(formatById('xlsx')!.write(document)));
  const worksheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  const numbers = [...worksheet.matchAll(/<row r="(\d+)"/g)].map(match => Number(match[1]));
  expect(numbers).toEqual(Array.from({ length: 2_501 }, (_, index) => index + 1));
  expect(worksheet).toContain('<autoFilter ref="A1:F2501"/>');
});

test('a workbook refuses more rows than Excel has, before it has written them', async () => {
  const { document } = register(0);
  const column = { key: 'id', title: 'Id', width: 4 };
  const rows = lazily(function* (): Generator<string[]> {
    const row = [''];
    for (let number = 0; number <= 1_048_575; number++) yield row;
  });
  const tooLong = { ...document, sheets: [{ id: 's', name: 'S', columns: [column], groups: [{ title: '', rows }] }] };
  const write = async (): Promise<void> => {
    for await (const _ of formatById('xlsx')!.write(tooLong));
  };
  await expect(write()).rejects.toThrow('“S” has more rows than the 1048575 of a worksheet; choose CSV');
});
