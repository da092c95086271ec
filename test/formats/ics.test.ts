import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/blocks.ts';
import { flatTable } from '../../src/documents/blocks.ts';
import { nastyTexts, sample, textOf } from './sample.ts';

const dates = (rows: readonly (readonly [string, string])[]): Document => ({
  ...sample,
  head: [...sample.head, { id: 'next-review', label: 'Next review', value: '2026-05-12' }],
  blocks: [
    flatTable(
      'dates',
      'Dates',
      [
        { id: 'due', title: 'Due', kind: 'date', isDeadline: true },
        { id: 'what', title: 'What', kind: 'title' },
      ],
      rows,
    ),
  ],
});

/** The lines of a calendar, unfolded. (RFC 5545, 3.1) */
const linesOf = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('ICS', () => {
  test('has a whole-day event for each day that is one, and the next review of the document', async () => {
    const lines = linesOf(
      await textOf(
        'ics',
        dates([
          ['2026-03-01', 'Audit'],
          ['soon', 'Talk'],
          ['2026-02-30', 'Never'],
        ]),
      ),
    );
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.filter(line => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20260301',
      'DTSTART;VALUE=DATE:20260512',
    ]);
    expect(lines.filter(line => line.startsWith('SUMMARY:'))).toEqual([
      'SUMMARY:Audit',
      'SUMMARY:Next review: Statement of Applicability',
    ]);
    expect(lines.filter(line => line.startsWith('DTSTAMP:'))).toEqual(Array(2).fill('DTSTAMP:20250630T000000Z'));
  });

  test('keeps the identity of what is moved, and tells apart what is called alike', async () => {
    const idsOf = async (document: Document): Promise<string[]> =>
      linesOf(await textOf('ics', document)).filter(line => line.startsWith('UID:'));
    const before = await idsOf(
      dates([
        ['2026-03-01', 'Audit'],
        ['2026-04-01', 'Audit'],
      ]),
    );
    expect(new Set(before).size).toBe(3);
    expect(
      await idsOf(
        dates([
          ['2026-03-09', 'Audit'],
          ['2026-04-01', 'Audit'],
        ]),
      ),
    ).toEqual(before);
  });

  test('holds no line but its own, whatever the texts, and none over 75 bytes', async () => {
    const text = await textOf('ics', dates(nastyTexts.map(nasty => ['2026-03-01', `${nasty}\nBEGIN:VALARM`] as const)));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const names = new Set(linesOf(text).flatMap(line => /^[A-Z-]+(?=[:;])/.exec(line)?.[0] ?? []));
    expect([...names].filter(name => !known.has(name))).toEqual([]);
    expect(linesOf(text).filter(line => line.startsWith('BEGIN:'))).toHaveLength(nastyTexts.length + 2);
  });
});

const known: ReadonlySet<string> = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'PRODID',
  'NAME',
  'X-WR-CALNAME',
  'UID',
  'SEQUENCE',
  'DTSTAMP',
  'DTSTART',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
  'SUMMARY',
  'TRANSP',
  'DESCRIPTION',
]);
