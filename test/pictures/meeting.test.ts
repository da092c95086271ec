/** The agenda of a meeting: everything once, what cannot wait first, and what an approver is told of each. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pair, riskAgenda } from '../../src/pictures/agenda.ts';
import type { ControlItem, Pictures, RiskItem, RiskMark } from '../../src/pictures/data.ts';
import { gapRank } from '../../src/pictures/gaps.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { open } from '../documents/open.ts';

const method = `isms Small "Small" {}
method {
  likelihood { 1: rare  2: likely }
  impact { 1: minor  2: severe }
  levels { low: 1  medium: 2  high: 4 }
  appetite: medium
  review: every 12 months
}
role Cto "Chief technology officer" {}
role Ciso {}
`;
const given = (text: string): Pictures => {
  const { unit, workspace } = open([['a.isms', method + text]]);
  return picturesOf(unit, workspace);
};
const order = (text: string): string[] => given(text).meeting.risks.map(({ id }) => id);
const risk = (text: string): RiskItem => given(text).meeting.risks[0] as RiskItem;
const control = (text: string, id: string): ControlItem =>
  given(text).meeting.controls.find(one => one.id === id) as ControlItem;

const high = 'likelihood: likely impact: severe';
const medium = 'likelihood: likely impact: minor';
const low = 'likelihood: rare impact: minor';
const accepted = 'owner: Cto accepted: 2026-01-01 by Cto';

describe('the order of risks', () => {
  test.each([
    ['what is above the criteria comes first', `risk A {${medium}}\nrisk B {${high}}`, ['B', 'A']],
    ['what nobody can tell about comes behind it', `risk A {}\nrisk B {${high}}\nrisk C {${low}}`, ['B', 'A', 'C']],
    [
      'an acceptance that has ended comes before one that has not',
      `risk A {${high} ${accepted}}\nrisk B {${high} ${accepted} until 2026-05-01}`,
      ['B', 'A'],
    ],
    [
      'an overdue assessment comes first, too',
      `risk A {${low} assessed: 2026-01-01}\nrisk B {${low} assessed: 2025-01-01}`,
      ['B', 'A'],
    ],
    [
      'an overdue action as well',
      `risk A {${low}}\nrisk B {${low} action "Do it" { due: 2026-05-31 status: planned }}`,
      ['B', 'A'],
    ],
    [
      'what nobody has accepted comes before what somebody has',
      `risk A {${high} ${accepted}}\nrisk B {${high} owner: Cto}`,
      ['B', 'A'],
    ],
    ['the higher level comes first', `risk A {${low}}\nrisk B {${medium}}`, ['B', 'A']],
    [
      'more open controls come first',
      `control A.8.1 { applicable: yes status: planned }\ncontrol A.8.2 { applicable: yes status: implemented }
       risk A {${low} controls: A.8.2}\nrisk B {${low} controls: A.8.1}`,
      ['B', 'A'],
    ],
    ['names come in their natural order', `risk R-10 {${low}}\nrisk R-9 {${low}}`, ['R-9', 'R-10']],
    ['a name that is there twice is there once', `risk A {${low}}\nrisk A {${high}}`, ['A']],
  ])('%s', (_, text, wanted) => {
    expect(order(text)).toEqual(wanted);
  });

  test('neither loses nor doubles a risk, and is the same from whatever order', () => {
    const position = fc.option(
      fc.record({
        level: fc.option(fc.constantFrom('low', 'medium', 'high')),
        score: fc.option(fc.nat(25)),
        aboveAppetite: fc.option(fc.boolean()),
      }),
    );
    const urgencies = ['acceptance-ended', 'assessment-overdue', 'action-overdue', 'not-accepted'] as const;
    const facts = fc.record({ today: position, urgency: fc.subarray([...urgencies]), open: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (all, chance) => {
        const pairs = all.map(({ today, urgency, open: count }, index) => ({
          mark: { id: `R-${index}`, positions: { today }, open: count } as unknown as RiskMark,
          item: { id: `R-${index}`, urgency } as unknown as RiskItem,
        }));
        const levels = ['low', 'medium', 'high'].map(word => ({ word, accepted: null }));
        const agenda = (some: readonly Pair<RiskMark, RiskItem>[]): string[] =>
          riskAgenda(some, levels, mark => (mark as unknown as { open: number }).open).map(({ id }) => id);
        const result = agenda(pairs);
        expect([...result].sort()).toEqual(pairs.map(({ mark }) => mark.id).sort());
        const shuffled = pairs
          .map(pair => ({ pair, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ pair }) => pair);
        expect(agenda(shuffled)).toEqual(result);
        const above = (id: string): boolean | null | undefined =>
          pairs.find(({ mark }) => mark.id === id)?.mark.positions.today?.aboveAppetite;
        const lastAbove = result.findLastIndex(id => above(id) === true);
        expect(result.slice(0, lastAbove + 1).every(id => above(id) === true)).toBe(true);
      }),
    );
  });
});

describe('of a risk', () => {
  test('it says why it is on the agenda, gravest first', () => {
    const text = `risk A {${high} owner: Cto treatment: modify assessed: 2025-01-01 accepted: 2025-01-01 by Cto until 2026-01-01
      controls: A.8.1 action "Do it" { due: 2026-05-31 status: planned }}\ncontrol A.8.1 { applicable: yes status: partial }`;
    expect(risk(text).urgency).toEqual([
      'above',
      'acceptance-ended',
      'assessment-overdue',
      'action-overdue',
      'controls-open',
      'actions-open',
    ]);
    expect(risk(text).nextAssessment).toBe('2026-01-01');
  });

  test('what is only kept within the criteria needs nobody to accept it', () => {
    expect(risk(`risk A {${low} treatment: retain}`).urgency).toEqual([]);
    expect(risk(`risk A {${low} treatment: modify}`).urgency).toEqual(['not-accepted']);
    expect(risk(`risk A {${high} treatment: retain}`).urgency).toEqual(['above', 'not-accepted']);
  });

  test.each([
    ['', 'none', null],
    [accepted, 'valid', true],
    ['owner: Cto accepted: 2026-01-01 by Ciso', 'valid', false],
    [`${accepted} until 2026-06-01`, 'valid', true],
    [`${accepted} until 2026-05-31`, 'ended', true],
  ])('“%s” is %s', (text, acceptance, byOwner) => {
    const found = risk(`risk A {${high} ${text}}`);
    expect([found.acceptance, found.acceptedByOwner]).toEqual([acceptance, byOwner]);
  });

  test('an approval of the whole plan by its owner counts', () => {
    const plan = 'document Plan { kind: plan covers: 6.1.3 approved: 2026-02-01 by Cto }';
    expect(risk(`risk A {${high} owner: Cto assessed: 2026-01-15}\n${plan}`).acceptance).toBe('with-plan');
    expect(risk(`risk A {${high} owner: Ciso assessed: 2026-01-15}\n${plan}`).acceptance).toBe('none');
  });

  test('decisions whose words name it are told, and those about others are not', () => {
    const text = `risk R-1 {}\nreview MR-1 "Review" { held: 2026-03-01
      decision "R-1: buy a second line." { owner: Cto due: 2026-09-01 }
      decision "R-10 stays as it is"
      decision "Buy a line" { description: "It treats R-1." }
    }`;
    const { decisions } = risk(text);
    expect(decisions.map(({ title, on, due }) => [title, on, due])).toEqual([
      ['R-1: buy a second line.', '2026-03-01', '2026-09-01'],
      ['Buy a line', '2026-03-01', null],
    ]);
    expect(decisions[0]?.owner?.title).toBe('Chief technology officer');
  });

  test('incidents in which it came true are told', () => {
    const text = 'risk R-1 {}\nrisk R-2 {}\nincident INC-1 "Theft" { risks: R-1 }\nincident INC-2 { risks: R-2 }';
    expect(risk(text).incidents).toEqual([{ id: 'INC-1', title: 'Theft' }]);
  });

  test('findings are those of the editor, errors first, each with its line', () => {
    const { findings } = risk(`risk A {${high} owner: Nobody treatment: modify}`);
    const ranks = findings.map(({ severity }) => ['error', 'warning', 'info', 'hint'].indexOf(severity));
    expect(findings.length).toBeGreaterThan(1);
    expect(ranks).toEqual([...ranks].sort());
    expect(findings.every(({ place }) => place.path === 'a.isms' && place.line === 11)).toBe(true);
    const { unit, workspace } = open([['a.isms', `${method}risk A {${high} owner: Nobody treatment: modify}`]]);
    const shown = workspace.diagnostics('file:///isms/a.isms').filter(({ range }) => range.start.line === 10);
    expect(findings.map(({ message }) => message).sort()).toEqual(
      shown.map(({ message }) => inEnglish(message)).sort(),
    );
    expect(picturesOf(unit).meeting.risks[0]?.findings).toEqual([]);
  });
});

describe('of controls', () => {
  test('all of the Statement of Applicability are on the agenda, the gravest gap first', () => {
    const { meeting, soa } = given(
      'control A.8.1 { applicable: yes }\ncontrol A.8.2 { applicable: no because: not-in-scope }',
    );
    const ranks = meeting.controls.map(({ id }) => gapRank(soa.controls.find(one => one.id === id) ?? { gaps: [] }));
    expect(ranks).toEqual([...ranks].sort());
    expect(meeting.controls.map(({ id }) => id).sort()).toEqual(soa.controls.map(({ id }) => id).sort());
  });

  test('among equals the one that the graver risk leans on comes first', () => {
    const text = `risk A {${low} controls: A.5.1}\nrisk B {${high} controls: A.8.34}`;
    expect(
      given(text)
        .meeting.controls.slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['A.8.34', 'A.5.1']);
  });

  test('it says how they are implemented, and what audits found', () => {
    const text = `supplier Host {}\ncontrol A.8.1 { applicable: inherited from Host implementation: "By them."
      action "Ask" { due: 2026-05-01 status: open } action "Not" { status: cancelled } }
      finding NC-1 "Missing" { requirement: A.8.1 }\nfinding NC-2 "Old" { requirement: A.8.1 closed: 2026-01-01 }`;
    const found = control(text, 'A.8.1');
    expect([found.implementation, found.supplier?.id]).toEqual(['By them.', 'Host']);
    expect(found.nonconformities.map(({ id }) => id)).toEqual(['NC-1']);
    expect(found.actions.map(({ title, overdue }) => [title, overdue])).toEqual([['Ask', true]]);
    expect(found.urgency).toEqual(expect.arrayContaining(['action-overdue', 'actions-open']));
  });
});

describe.each(['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'])('of %s', name => {
  const folder = new URL(`../../examples/${name}/`, import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => join(folder, file))
    .filter(file => statSync(file).isFile() && /\.isms$|isms\..*json$/.test(file))
    .sort()
    .map((file): [string, string] => [relative(folder, file), readFileSync(file, 'utf8')]);

  test('the agenda holds each mark of the pictures once, whatever the order of the files', () => {
    const { unit, workspace } = open(files);
    const { landscape, soa, meeting } = picturesOf(unit, workspace);
    expect(meeting.risks.map(({ id }) => id).sort()).toEqual([...new Set(landscape.risks.map(({ id }) => id))].sort());
    expect(meeting.controls.map(({ id }) => id).sort()).toEqual([...new Set(soa.controls.map(({ id }) => id))].sort());
    const again = open([...files].reverse());
    expect(picturesOf(again.unit, again.workspace).meeting).toEqual(meeting);
    // Wherever somebody is above the criteria today, the agenda begins with one of them.
    const above = landscape.risks.filter(({ positions }) => positions.today?.aboveAppetite).map(({ id }) => id);
    expect(
      meeting.risks
        .slice(0, above.length)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(above.sort());
  });
});
