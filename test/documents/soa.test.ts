import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/blocks.ts';
import { soaSchemaId } from '../../src/documents/data/soa.ts';
import { artefacts, exportArtefact, formatsOf } from '../../src/export/index.ts';
import { formats } from '../../src/formats/generated/registry.ts';
import { gridOf, mainTable } from '../../src/formats/shared/tables.ts';
import { cellText } from '../../src/formats/shared/text.ts';
import { built, bytesOf, type Opened, open, textOf } from './open.ts';

const text = `isms Small "Small <b>ISMS</b>" {
  organization: "=cmd|' /C calc'!A0"
  standard: ISO27001-2022
  version: "1.2"
  approved: 2026-01-02 by Ceo
}
role Ceo "Chief executive"
supplier Host "Host Ltd." {}
party P "Party" { requirement Law "A law" { kind: legal } }
evidence Report "A report" { file: "report.pdf" }
document Policy "A policy" { kind: policy }
control A.5.1 {
  applicable: yes because: Law justification: "=HYPERLINK(\\"http://evil\\")" status: implemented
  implementation: "<script>alert(1)</script> | *a* [b](c)" owner: Ceo evidence: Report policies: Policy
}
control A.7.1, A.7.2 { applicable: inherited from Host justification: "theirs" implementation: "Reviewed yearly" }
control A.8.30 { applicable: no because: no-such-activity, covered-by A.8.25 justification: "none" }
control X-1 "Own" { applicable: yes status: partial theme: people }
risk R-2 "two" { controls: A.5.1 } risk R-10 "ten" { controls: A.5.1 }
`;

const small = open([text]);
const document = built(small, 'soa');
const rows = (from: Document): Record<string, unknown>[] => {
  const { columns, rows: found } = gridOf(mainTable(from));
  return found.map(({ cells }) =>
    Object.fromEntries(
      columns.map(({ id, kind }, x) => [id, kind === 'prose' && cells[x] ? cellText(cells[x]) : cells[x]]),
    ),
  );
};
const rowOf = (id: string): Record<string, unknown> | undefined => rows(document).find(row => row.id === id);

describe('the register', () => {
  test('has its columns in the order that readers know', () => {
    expect(gridOf(mainTable(document)).columns.map(({ id }) => id)).toEqual([
      'id',
      'title',
      'theme',
      'applicable',
      'reasons',
      'justification',
      'status',
      'implementation',
      'owner',
      'risks',
      'evidence',
      'policies',
    ]);
  });

  test.each([
    [
      'A.5.1',
      {
        title: 'Policies for information security',
        theme: 'Organizational',
        applicable: 'yes',
        reasons: ['RRA', 'LR: A law'],
        status: 'implemented',
        owner: 'Chief executive',
        risks: ['R-2', 'R-10'],
        evidence: ['A report'],
        policies: ['A policy'],
      },
    ],
    ['A.7.2', { applicable: 'yes', implementation: 'Inherited from Host Ltd.\nReviewed yearly', status: undefined }],
    ['A.8.30', { applicable: 'no', reasons: ['no such activity', 'covered by A.8.25'] }],
    ['A.8.31', { applicable: 'undecided', reasons: [], justification: undefined }],
    ['X-1', { title: 'Own', theme: 'People', applicable: 'yes', status: 'partial' }],
  ])('tells %s', (id, expected) => {
    expect(rowOf(id)).toMatchObject(expected);
  });

  test('is grouped by theme, own controls last', () => {
    expect(mainTable(document).groups.map(({ title, rows: group }) => [title, [...group].length])).toEqual([
      ['Organizational controls', 37],
      ['People controls', 8],
      ['Physical controls', 14],
      ['Technological controls', 34],
      ['Controls beyond Annex A', 1],
    ]);
  });
});

const headOf = (from: Document): Record<string, unknown> =>
  Object.fromEntries(from.head.map(({ label, value }) => [label, value]));

describe('the head', () => {
  test('tells organisation, standard, version, approval and date', () => {
    expect(headOf(document)).toMatchObject({
      ISMS: 'Small <b>ISMS</b>',
      Standard: 'ISO/IEC 27001:2022',
      Version: '1.2',
      Approved: '2026-01-02 by Chief executive',
      'As of': '2026-06-01',
    });
    expect(headOf(built(open(['isms Small {\n}\n']), 'soa'))).toMatchObject({
      Approved: 'not approved',
      Version: 'not stated',
    });
  });

  test('has counts that equal the register and the coverage sheet', () => {
    const register = rows(document);
    const count = (key: string, value: string): number => register.filter(row => row[key] === value).length;
    const counts = {
      Controls: register.length,
      'Controls beyond Annex A': 1,
      Applicable: count('applicable', 'yes'),
      'Not applicable': count('applicable', 'no'),
      Undecided: count('applicable', 'undecided'),
      Implemented: count('status', 'implemented'),
      'Partially implemented': count('status', 'partial'),
      Planned: count('status', 'planned'),
      'Of these inherited from suppliers': register.filter(row => /^Inherited/.test(String(row.implementation))).length,
    };
    expect(headOf(document)).toMatchObject(counts);
    expect(counts).toMatchObject({ Controls: 94, Applicable: 4, 'Not applicable': 1, Undecided: 89 });
    const coverage = document.blocks.find(block => block.type === 'table' && block.id === 'coverage');
    const all = coverage?.type === 'table' ? coverage.groups[0]?.rows.at(-1) : undefined;
    expect(all).toEqual(['All', 94, 5, 4, 2, 1, 89, 1, 1, 0]);
  });
});

describe('the data', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/soa.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
  const data = async (from: Opened): Promise<unknown> => JSON.parse(await textOf(from, 'soa', 'json'));

  test.each([
    ['a small ISMS', text],
    ['an empty one', 'isms Small {\n}\n'],
    [
      'one full of mistakes',
      'isms Small { approved: 2026- by Nobody }\ncontrol A.5.1 { applicable: x status: y because: Z evidence: E }\ncontrol A.9.4.2 { theme: q }',
    ],
  ])('of %s follows the published schema', async (_, source) => {
    const valid = validate(await data(open([source])));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('names the schema, and the schema refuses what is none', async () => {
    const value = (await data(small)) as { $schema: string; controls: { decision: string }[] };
    expect(value.$schema).toBe(schema.$id);
    expect(value.$schema).toBe(soaSchemaId);
    expect(value.controls).toHaveLength(94);
    expect(validate({ ...value, controls: value.controls.slice(0, 92) })).toBe(false);
    expect(validate({ ...value, controls: value.controls.map(control => ({ ...control, decision: 'maybe' })) })).toBe(
      false,
    );
    expect(validate({ ...value, more: 1 })).toBe(false);
  });
});

describe('the files', () => {
  const written = (format: string): Promise<string> => textOf(small, 'soa', format);
  const exported = (artefact: string, format: string) =>
    exportArtefact(small.workspace, small.unit, { artefact, format });

  test('are named after the ISMS', async () => {
    expect((await exported('soa', 'csv')).fileName).toBe('Small-soa.csv');
  });

  test('begin in CSV with a header row, and each row with an id', async () => {
    const [header, ...records] = parse(await written('csv')) as string[][];
    expect(header?.[0]).toBe('Control');
    expect(records[0]?.[0]).toBe('A.5.1');
    expect(records).toHaveLength(94);
    expect(new Set(records.map(record => record.length))).toEqual(new Set([12]));
  });

  test('hold formulas and markup as text', async () => {
    expect(await written('csv')).toContain(`"'=HYPERLINK(""http://evil"")"`);
    const html = await written('html');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&#x3C;script>alert(1)');
    expect(html).not.toContain('<b>ISMS</b>');
    expect(await written('md')).toContain('\\<script>alert(1)\\</script> \\| *a* \\[b]\\(c)');
  });

  test('are the same bytes each time, whatever order the files were read in', async () => {
    const files = text.split(/^(?=control)/m).map((part, index) => [`${index}.isms`, part] as const);
    const soa = artefacts.find(({ id }) => id === 'soa');
    for (const { id } of formatsOf(soa ?? { models: [] })) {
      const [a, b] = await Promise.all(
        [open([text]), open([...files].reverse())].map(from => bytesOf(from, 'soa', id)),
      );
      expect(Buffer.from(a ?? []).equals(Buffer.from(b ?? [])), id).toBe(true);
    }
  });

  test.each([
    ['odt', 'soa', 'There is no format “odt”. Use one of: FORMATS.'],
    ['csv', 'sao', 'There is no artefact “sao”. Use one of: ARTEFACTS.'],
  ])('of %s %s are refused', async (format, artefact, message) => {
    const artefactIds = artefacts.map(({ id }) => id).join(', ');
    await expect(exported(artefact, format)).rejects.toMatchObject({
      code: 'ISMS_UNKNOWN_CHOICE',
      message: message.replace('ARTEFACTS', artefactIds).replace('FORMATS', formats.map(({ id }) => id).join(', ')),
    });
  });
});
