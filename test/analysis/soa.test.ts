import { describe, expect, test } from 'vitest';
import { soaCoverage } from '../../src/analysis/coverage.ts';
import { type SoaLine, statementOfApplicability } from '../../src/analysis/soa.ts';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { viewOf } from './view-of.ts';

const head = `isms Small "Small" {
  organization: "Small & Co"
  standard: ISO27001-2022
  version: "1.2"
  approved: 2026-01-02 by Ceo until 2027-01-01
}
role Ceo "Chief executive"
supplier Host "Host Ltd." {}
party P "Party" {
  requirement Law "A law" { kind: legal }
  requirement Deal "A contract" { kind: contractual }
  requirement Wish "A wish" { kind: business }
  requirement Some "Something"
}
evidence Report "A report" { file: "report.pdf" collected: 2026-01-05 }
document Policy "A policy" { kind: policy }
`;

const lineOf = (text: string, id: string): SoaLine | undefined =>
  statementOfApplicability(viewOf([head, text])).lines.find(line => line.id === id);

describe('a line of the Statement of Applicability', () => {
  test('says all that the entry says', () => {
    const text = `control A.5.1 {
      applicable: yes because: Law, Deal, Wish, Some, R-10
      justification: "because" status: partial implementation: "somehow" owner: Ceo evidence: Report policies: Policy
    }
    risk R-10 "ten" {} risk R-9 "nine" { controls: A.5.1 } risk R-2 "two" { controls: A.5.1, A.5.2 }`;
    expect(lineOf(text, 'A.5.1')).toEqual({
      id: 'A.5.1',
      title: 'Policies for information security',
      theme: 'organizational',
      own: false,
      decision: 'yes',
      reasons: [
        expect.objectContaining({ code: 'RRA', ids: ['R-2', 'R-9', 'R-10'] }),
        expect.objectContaining({ code: 'LR', ids: ['Law'] }),
        expect.objectContaining({ code: 'CO', ids: ['Deal'] }),
        expect.objectContaining({ code: 'BR', ids: ['Wish', 'Some'] }),
      ],
      exclusions: [],
      justification: 'because',
      status: 'partial',
      implementation: 'somehow',
      owner: { id: 'Ceo', title: 'Chief executive' },
      risks: [
        { id: 'R-2', title: 'two' },
        { id: 'R-9', title: 'nine' },
        { id: 'R-10', title: 'ten' },
      ],
      requirements: [
        { id: 'Law', title: 'A law' },
        { id: 'Deal', title: 'A contract' },
        { id: 'Wish', title: 'A wish' },
        { id: 'Some', title: 'Something' },
      ],
      evidence: [{ id: 'Report', title: 'A report', file: 'report.pdf', collected: '2026-01-05' }],
      policies: [{ id: 'Policy', title: 'A policy' }],
    });
  });

  test.each([
    [
      'excluded',
      'applicable: no because: no-such-asset, covered-by A.7.2 status: planned',
      {
        decision: 'no',
        reasons: [],
        status: undefined,
        exclusions: [{ ground: 'no-such-asset' }, { ground: 'covered-by', coveredBy: 'A.7.2' }],
      },
    ],
    [
      'inherited',
      'applicable: inherited from Host because: Law',
      {
        decision: 'inherited',
        provider: { id: 'Host', title: 'Host Ltd.' },
        reasons: [expect.objectContaining({ code: 'LR', ids: ['Law'] })],
      },
    ],
    ['inherited from one that is not declared', 'applicable: inherited from Nobody', { provider: { id: 'Nobody' } }],
    ['decided by a word that is none', 'applicable: maybe', { decision: undefined, reasons: [] }],
    ['without anything', '', { decision: undefined, justification: undefined }],
    [
      'with blank texts',
      'applicable: yes justification: " " implementation: ""',
      {
        justification: undefined,
        implementation: undefined,
      },
    ],
    ['with an unknown status', 'applicable: yes status: soonish', { status: undefined }],
  ])('%s', (_, body, expected) => {
    expect(lineOf(`control A.7.1 { ${body} }`, 'A.7.1')).toMatchObject(expected);
  });

  test('of an entry for several controls is there for each', () => {
    const text = 'control A.7.1, A.7.2 { applicable: no } risk R-1 "x" { controls: A.7.2 }';
    expect(lineOf(text, 'A.7.1')).toMatchObject({ decision: 'no', risks: [] });
    expect(lineOf(text, 'A.7.2')).toMatchObject({ decision: 'no', risks: [{ id: 'R-1' }] });
  });

  test('without an entry shows the risks that name the control', () => {
    const line = lineOf('risk R-1 "x" { controls: A.8.13 }', 'A.8.13');
    expect(line).toMatchObject({ reasons: [{ code: 'RRA', ids: ['R-1'] }], risks: [{ id: 'R-1', title: 'x' }] });
    expect(line?.decision).toBeUndefined();
  });

  test('follows the first of two entries', () => {
    const text = 'control A.5.1 { applicable: no } control A.5.1 { applicable: yes }';
    expect(lineOf(text, 'A.5.1')?.decision).toBe('no');
  });
});

describe('the statement', () => {
  const text = `control X-10 "Ten" { applicable: yes theme: people } control X-9 "Nine" { applicable: no }
    control A.8.3 { applicable: yes }`;

  test('has the 93 controls in natural order, then the own ones', () => {
    const ids = statementOfApplicability(viewOf([head, text])).lines.map(({ id }) => id);
    expect(ids).toEqual([...annexA.map(({ id }) => id), 'X-9', 'X-10']);
    expect(ids.indexOf('A.8.3')).toBeLessThan(ids.indexOf('A.8.12'));
  });

  test('states what it is the statement of', () => {
    expect(statementOfApplicability(viewOf([head]))).toMatchObject({
      organization: 'Small & Co',
      isms: { id: 'Small', title: 'Small' },
      standard: 'ISO27001-2022',
      version: '1.2',
      approved: { on: '2026-01-02', by: [{ id: 'Ceo', title: 'Chief executive' }], until: '2027-01-01' },
      asOf: '2026-06-01',
    });
  });

  test('is the same whatever order the files are read in', () => {
    const files = [
      ['a.isms', head],
      ['b.isms', 'control A.5.1 { applicable: yes } risk R-1 "x" { controls: A.5.1 }'],
      ['c.isms', 'control A.5.1 { applicable: no } risk R-2 "y" { controls: A.5.1 }'],
    ] as const;
    const forth = viewOf(files);
    const back = viewOf([...files].reverse());
    expect(statementOfApplicability(back)).toEqual(statementOfApplicability(forth));
    expect(back.get(soaCoverage)).toEqual(forth.get(soaCoverage));
  });
});

describe('coverage', () => {
  const view = viewOf([
    head,
    `control A.5.1, A.5.2 { applicable: yes status: implemented }
     control A.6.1 { applicable: inherited from Host status: partial }
     control A.6.2 { applicable: no status: implemented }
     control A.8.1 { applicable: yes status: planned }
     control A.8.2 { applicable: perhaps }
     control X-1 "Own" { applicable: yes }`,
  ]);
  const { total, themes, own } = view.get(soaCoverage);

  test('counts the 93', () => {
    expect({ ...total, undecided: total.undecided.length }).toEqual({
      total: 93,
      decided: 5,
      applicable: 4,
      inherited: 1,
      excluded: 1,
      implemented: 2,
      partial: 1,
      planned: 1,
      undecided: 88,
    });
    expect(total.undecided).toContain('A.8.2');
    expect(total.undecided).not.toContain('A.6.2');
  });

  test('of the themes adds up to the whole', () => {
    expect(themes.map(({ theme, total: count }) => [theme, count])).toEqual([
      ['organizational', 37],
      ['people', 8],
      ['physical', 14],
      ['technological', 34],
    ]);
    for (const key of [
      'decided',
      'applicable',
      'inherited',
      'excluded',
      'implemented',
      'partial',
      'planned',
    ] as const) {
      expect(themes.reduce((sum, theme) => sum + theme[key], 0)).toBe(total[key]);
    }
    expect(themes.flatMap(({ undecided }) => undecided)).toEqual(total.undecided);
  });

  test('of own controls stands apart', () => {
    expect(own).toMatchObject({ total: 1, decided: 1, applicable: 1, undecided: [] });
  });

  test('is of an empty ISMS too', () => {
    const empty = viewOf(['isms Small {\n}\n']).get(soaCoverage);
    expect(empty.total).toMatchObject({ total: 93, decided: 0 });
    expect(empty.own).toMatchObject({ total: 0, undecided: [] });
  });
});
