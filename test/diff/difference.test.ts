import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Difference, isDifferent } from '../../src/diff/data.ts';
import { differenceData, differenceOf } from '../../src/diff/difference.ts';
import { exportDifference, type Side, stateOf } from '../../src/export/difference.ts';
import { commonFormats, joined } from '../../src/export/index.ts';
import { formatText } from '../../src/syntax/format/format.ts';
import { open } from '../documents/open.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';

const base = `
isms Acme "Acme ISMS" { organization: "Acme" version: "1" }
role Ceo "Chief executive" { top-management }
role Ciso "Security officer" {}
asset Db "Database" { owner: Ciso }
party Regulator "Regulator" { requirement REQ-1 "Keep copies" { kind: legal controls: A.8.13 } }
method M "Method" {
  likelihood { 1: rare 2: likely } impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 } appetite: low
}
risk R-1 "Theft" {
  assets: Db threat: Theft scenario: "Somebody takes the disks away" owner: Ceo
  likelihood: likely impact: severe treatment: modify controls: A.8.13, A.8.7
  action Copy "Make copies" { owner: Ciso due: 2026-09-01 }
  residual { likelihood: rare impact: severe }
  accepted: 2026-03-01 by Ceo
}
control A.8.13 { applicable: yes justification: "Restores service" status: planned evidence: Restore }
control A.8.30, A.7.1 { applicable: no because: no-such-activity justification: "Nothing is outsourced" }
evidence Restore "Restore test" { link: "https://example.com/restore" collected: 2026-02-01 }
`;

const compare = (before: Side, after: Side): Difference =>
  differenceData(differenceOf(stateOf(before), stateOf(after)));

const sideOf = (name: string, text: string): Side => ({ name, ...open([text]) });

const differ = (before: string, after: string): Difference => compare(sideOf('before', before), sideOf('after', after));

/** The comparison as a file, in the language that documents of its later side speak. */
async function written(before: string, after: string, { format = 'md', language = 'en' } = {}): Promise<Buffer> {
  const now = sideOf('after', after);
  now.workspace.setSettings({ documentsLanguage: language });
  const comparison = differenceOf(stateOf(sideOf('before', before)), stateOf(now));
  return Buffer.from(await joined((await exportDifference(comparison, format, now)).pieces));
}

/** The changes in a line each: `risks R-1 changed likelihood: likely → rare`. */
const told = ({ sections }: Difference): string[] =>
  sections.flatMap(({ id, changes }) =>
    changes.flatMap(change => {
      const head = `${id} ${change.kind} ${change.id} ${change.change}${change.formerly ? ` from ${change.formerly}` : ''}`;
      const text = (values: readonly string[] | null): string => values?.join(', ') ?? '–';
      const lines = change.facts.map(({ key, before, after }) => `${head} ${key}: ${text(before)} → ${text(after)}`);
      return lines.length ? lines : [head];
    }),
  );

describe('what is told', () => {
  test.each<[what: string, from: string, to: string, told: string[]]>([
    [
      'a decision',
      'control A.8.13 { applicable: yes',
      'control A.8.13 { applicable: no',
      ['soa control A.8.13 changed applicable: yes → no', 'soa control A.8.13 changed reasons: RRA R-1, LR REQ-1 → –'],
    ],
    [
      'a status',
      'status: planned',
      'status: implemented',
      ['soa control A.8.13 changed status: planned → implemented'],
    ],
    [
      'a reason that follows from a risk',
      'controls: A.8.13, A.8.7',
      'controls: A.8.13',
      ['soa control A.8.7 changed reasons: RRA R-1 → –', 'treatment risk R-1 changed controls: A.8.13, A.8.7 → A.8.13'],
    ],
    [
      'an entry about two controls',
      'because: no-such-activity',
      'because: no-such-asset',
      [
        'soa control A.7.1 changed reasons: no-such-activity → no-such-asset',
        'soa control A.8.30 changed reasons: no-such-activity → no-such-asset',
      ],
    ],
    [
      'a level and what follows',
      'likelihood: likely impact: severe treatment',
      'likelihood: rare impact: severe treatment',
      [
        'risks risk R-1 changed likelihood: likely → rare',
        'risks risk R-1 changed level before treatment: high (4), above the appetite → low (2)',
      ],
    ],
    [
      'what follows from the method alone',
      'low: 1..2 high: 3..4',
      'low: 1 high: 2..4',
      [
        'treatment risk R-1 changed residual risk: low (2) → high (2), above the appetite',
        'others method M changed levels: low 1 2, high 3 4 → low 1, high 2 4',
      ],
    ],
    [
      'a residual level',
      'residual { likelihood: rare impact: severe }',
      'residual { likelihood: rare impact: minor }',
      [
        'treatment risk R-1 changed residual impact: severe → minor',
        'treatment risk R-1 changed residual risk: low (2) → low (1)',
      ],
    ],
    [
      'an acceptance',
      'accepted: 2026-03-01 by Ceo',
      'accepted: 2026-04-01 by Ceo until 2027-04-01',
      ['acceptances risk R-1 changed accepted: 2026-03-01 by Ceo → 2026-04-01 by Ceo until 2027-04-01'],
    ],
    [
      'an acceptance withdrawn',
      'accepted: 2026-03-01 by Ceo',
      '',
      ['acceptances risk R-1 changed accepted: 2026-03-01 by Ceo → –'],
    ],
    [
      'an action',
      'due: 2026-09-01',
      'due: 2026-10-01',
      ['treatment risk R-1 changed action Copy due: 2026-09-01 → 2026-10-01'],
    ],
    [
      'evidence',
      'collected: 2026-02-01',
      'collected: 2026-05-01',
      ['evidence evidence Restore changed collected: 2026-02-01 → 2026-05-01'],
    ],
    [
      'something new',
      'role Ciso "',
      'role Cto "Technical officer" { description: "Answers for systems" }\nrole Ciso "',
      [
        'others role Cto added title: – → Technical officer',
        'others role Cto added description: – → Answers for systems',
      ],
    ],
    [
      'what is gone',
      'asset Db "Database" { owner: Ciso }',
      '',
      ['others asset Db removed title: Database → –', 'others asset Db removed owner: Ciso → –'],
    ],
  ])('%s', (_, from, to, lines) => {
    expect(base).toContain(from);
    expect(told(differ(base, base.replace(from, to)))).toEqual(lines);
    expect(isDifferent(differ(base, base.replace(from, to)))).toBe(true);
  });

  test.each([
    ['a person or role', 'Ciso', 'SecurityOfficer', 'others role SecurityOfficer renamed from Ciso'],
    ['an asset', 'Db', 'CustomerDb', 'others asset CustomerDb renamed from Db'],
    ['a risk that controls refer to', 'R-1', 'R-77', 'risks risk R-77 renamed from R-1'],
    ['evidence', 'Restore', 'RestoreTest', 'evidence evidence RestoreTest renamed from Restore'],
    ['the ISMS', 'Acme', 'AcmeCloud', 'others isms AcmeCloud renamed from Acme'],
  ])('%s that was renamed, with all that refers to it, as one change', (_, from, to, line) => {
    const after = base.replace(new RegExp(`(?<!["\\w])${from}(?![\\w"])(?=[ ,\\n])(?! test| ISMS")`, 'g'), to);
    const difference = differ(base, after);
    expect(told(difference)).toEqual([line]);
    expect(difference.totals).toMatchObject({ renamed: 1, added: 0, removed: 0, changed: 0 });
    expect(difference.readiness).toEqual([]);
  });

  test('two that were renamed and refer to each other', () => {
    const after = base.replaceAll(/\bDb\b/g, 'CustomerDb').replaceAll(/\bR-1\b/g, 'R-77');
    expect(told(differ(base, after))).toEqual([
      'risks risk R-77 renamed from R-1',
      'others asset CustomerDb renamed from Db',
    ]);
  });

  test('what is another thing under another name is no rename', () => {
    const after = base.replace('asset Db "Database" { owner: Ciso }', 'asset Van "Delivery van" { owner: Ceo }');
    expect(differ(base, after).totals).toMatchObject({ renamed: 0, added: 1, removed: 1 });
  });

  test('the readiness: what stands against a point now, and what does no more', () => {
    const after = base.replace('accepted: 2026-03-01 by Ceo', '');
    const { readiness } = differ(base, after);
    const points = readiness.flatMap(stage => stage.points);
    expect(points.flatMap(({ appeared }) => appeared.map(({ code }) => code))).toContain('risk/not-accepted');
    const back = differ(after, base).readiness.flatMap(stage => stage.points);
    expect(back.flatMap(({ gone }) => gone.map(({ code }) => code))).toContain('risk/not-accepted');
  });
});

describe('what is no change', () => {
  test.each(exampleNames().filter(name => exampleFiles(name).some(([, text]) => /^isms /m.test(text))))(
    'the form and order of %s',
    name => {
      const files = exampleFiles(name);
      const [first] = files.filter(([uri]) => /\.isms$/.test(uri));
      const folder = first?.[0].slice(0, first[0].indexOf(`/${name}/`) + name.length + 2);
      const before = open(files);
      const chunks = files
        .filter(([uri]) => uri.endsWith('.isms'))
        .map(([uri, text]) => [uri, formatText(text.replaceAll('\n', '  \n'), { lineWidth: 60 })] as const);
      const after = open(
        [
          ...files.filter(([uri]) => !uri.endsWith('.isms')),
          ...chunks.map(([uri, text]) => [uri, `// new\n${text}`] as const),
        ].reverse(),
      );
      expect(folder).toBeTruthy();
      const difference = compare({ name: 'a', ...before }, { name: 'b', ...after });
      expect(told(difference)).toEqual([]);
      expect(isDifferent(difference)).toBe(false);
    },
  );

  test('declarations in any order and in any files', () => {
    const declarations = base.trim().split(/\n(?=[a-z])/);
    fc.assert(
      fc.property(fc.shuffledSubarray(declarations, { minLength: declarations.length }), fc.nat(5), (order, cut) => {
        const after = open([order.slice(0, cut).join('\n\n'), order.slice(cut).join('\n// a comment\n')]);
        const difference = compare({ name: 'a', ...open([base]) }, { name: 'b', ...after });
        expect(isDifferent(difference)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['the order of a list', 'controls: A.8.13, A.8.7', 'controls: A.8.7,\n    A.8.13'],
    [
      'how a text is broken into lines',
      '"Somebody takes the disks away"',
      '"""\n    Somebody takes\n    the disks away\n  """',
    ],
    [
      'an entry that is split',
      'control A.8.30, A.7.1 {',
      'control A.7.1 { applicable: no because: no-such-activity justification: "Nothing is outsourced" }\ncontrol A.8.30 {',
    ],
  ])('%s', (_, from, to) => {
    expect(base).toContain(from);
    expect(told(differ(base, base.replace(from, to)))).toEqual([]);
  });
});

describe('the document', () => {
  const hostile = '<script>alert(1)</script> | [x](javascript:y) =1+1 \u001b[31m';
  const changed = base
    .replace('Somebody takes the disks away', hostile)
    .replace('status: planned', 'status: implemented');

  test.each(commonFormats.filter(({ can }) => can.write !== 'the dates').map(({ id }) => id))(
    'in %s, twice the same',
    async format => {
      const first = await written(base, changed, { format });
      expect(first.length).toBeGreaterThan(100);
      expect(first.equals(await written(base, changed, { format }))).toBe(true);
      if (format === 'html') expect(first.toString()).not.toContain('<script>alert');
      if (format === 'text') expect(first.toString()).not.toContain('\u001b[31m');
    },
  );

  test('of nothing says so in every format', async () => {
    expect((await written(base, base)).toString()).toContain('Nothing has changed');
  });

  test('in the language of the documents, with days as it writes them; keys stay as they stand in the source', async () => {
    const german = { language: 'de' };
    expect((await written(base, base, german)).toString()).toContain('Was das ISMS sagt, hat sich nicht geändert.');
    const withoutAcceptance = changed.replace('  accepted: 2026-03-01 by Ceo\n', '');
    const text = (await written(base, withoutAcceptance, german)).toString();
    expect(text).toContain('Änderungen des ISMS');
    expect(text).toContain('01.06.2026');
    expect(text).toMatch(/\| geändert +\| status +\|/);
    expect(text).toContain('Zertifizierungsreife für Stufe 2');
    expect(text).not.toMatch(
      /\b(?:Changes?|Before|After|What|changed|New|Settled|Point|met|missing|Readiness|Risk treatment)\b/,
    );
  });
});
