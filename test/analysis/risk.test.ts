import { describe, expect, test } from 'vitest';
import { isAcceptedByOwner } from '../../src/analysis/acceptance.ts';
import { isPutInPlace, statusOf } from '../../src/analysis/credit.ts';
import {
  evaluateRisk,
  hasMeasures,
  isAnalysed,
  namesControls,
  needsTreatment,
  reviewPeriod,
  statedLevels,
  statesResidual,
} from '../../src/analysis/risk.ts';
import type { Risk } from '../../src/model/declaration.ts';
import type { IsmsView } from '../../src/model/view.ts';
import { viewOf } from './view-of.ts';

const method = `method "Ours" {
  likelihood { 1: rare 2: possible 3: likely }
  impact { 1: minor 2: serious 3: severe }
  levels { low: 1..2 medium: 3..4 high: 5..9 }
  appetite: medium
  review: every 12 months
}`;

const read = (body: string, ...others: string[]): { view: IsmsView; risk: Risk } => {
  const view = viewOf([`isms A "A" {}\nrisk R-1 "One" { ${body} }`, ...others]);
  const [risk] = view.all('Risk');
  if (!risk) throw new Error('no risk');
  return { view, risk };
};

describe('where a risk stands', () => {
  const scores = (body: string) => {
    const { view, risk } = read(body, method);
    const { inherent, current, residual } = evaluateRisk(view, risk);
    return [inherent?.score, current?.score, residual?.score];
  };

  test.each([
    ['likelihood: likely impact: severe', [9, undefined, undefined]],
    ['likelihood: likely impact: severe residual { likelihood: rare }', [9, undefined, 3]],
    ['likelihood: likely impact: severe residual { impact: minor }', [9, undefined, 3]],
    ['likelihood: likely impact: severe current { likelihood: possible } residual { impact: minor }', [9, 6, 2]],
    ['likelihood: likely impact: severe residual { }', [9, undefined, 9]],
    ['likelihood: likely residual { impact: minor }', [undefined, undefined, 3]],
    ['likelihood: often impact: severe residual { likelihood: rare }', [undefined, undefined, 3]],
  ])('%s', (body, expected) => {
    expect(scores(body)).toEqual(expected);
  });

  test('is unknown without a method', () => {
    const { view, risk } = read('likelihood: likely impact: severe');
    expect(evaluateRisk(view, risk)).toEqual({ inherent: undefined, current: undefined, residual: undefined });
    expect(needsTreatment(view, risk)).toBe(false);
  });

  test.each([
    ['likelihood: likely impact: severe', true],
    ['likelihood: possible impact: serious', false],
    ['likelihood: possible impact: serious current { likelihood: likely }', true],
    ['likelihood: likely impact: severe current { likelihood: rare }', true],
    ['likelihood: likely', false],
  ])('calls for treatment: %s', (body, expected) => {
    const { view, risk } = read(body, method);
    expect(needsTreatment(view, risk)).toBe(expected);
  });
});

describe('what a risk states', () => {
  test('stage by stage', () => {
    const { risk } = read('likelihood: likely impact: severe, integrity minor residual { impact: minor }');
    expect(
      statedLevels(risk).map(({ stage, likelihood, impact }) => [stage, likelihood?.value, impact.length]),
    ).toEqual([
      ['inherent', 'likely', 2],
      ['residual', undefined, 1],
    ]);
    expect([isAnalysed(risk), statesResidual(risk)]).toEqual([true, true]);
  });

  test.each([
    ['', false, false],
    ['controls: A.8.13', true, true],
    ['counterparty: Insurer', true, false],
    ['action "Move out" {}', true, false],
    ['action "Move out" { controls: A.7.1 }', true, true],
    ['action "Move out" { status: cancelled controls: A.7.1 }', false, false],
  ])('as measures: %s', (body, measures, controls) => {
    const { risk } = read(body);
    expect([hasMeasures(risk), namesControls(risk)]).toEqual([measures, controls]);
  });

  test('as the interval of its review, else that of the method', () => {
    const own = read('review: every 2 weeks', method);
    expect(reviewPeriod(own.view, own.risk)).toEqual({ count: 2, unit: 'weeks' });
    const common = read('', method);
    expect(reviewPeriod(common.view, common.risk)).toEqual({ count: 12, unit: 'months' });
    const none = read('');
    expect(reviewPeriod(none.view, none.risk)).toBeUndefined();
  });
});

describe('an acceptance is the owner’s', () => {
  const people = `role Ceo "CEO" role Cto "CTO" role Ciso "CISO"
    person Ann "Ann" { roles: Ceo, Cto } person Bob "Bob" { roles: Ciso left: 2026-03-01 }`;

  test.each([
    ['owner: Ceo accepted: 2026-02-01 by Ceo', true],
    ['owner: Ceo accepted: 2026-02-01 by Ann', true],
    ['owner: Ann accepted: 2026-02-01 by Cto', true],
    ['owner: Ceo accepted: 2026-02-01 by Cto', true],
    ['owner: Ceo accepted: 2026-02-01 by Bob, Ceo', true],
    ['owner: Ceo accepted: 2026-02-01 by Ciso', false],
    ['owner: Ann accepted: 2026-02-01 by Bob', false],
    ['owner: Ciso accepted: 2026-02-28 by Bob', true],
    ['owner: Ciso accepted: 2026-03-01 by Bob', false],
    ['owner: Nobody accepted: 2026-02-01 by Ceo', undefined],
    ['owner: Ceo accepted: 2026-02-01 by Nobody', undefined],
    ['owner: Ceo accepted: 2026-02-01', undefined],
    ['accepted: 2026-02-01 by Ceo', undefined],
  ])('%s', (body, expected) => {
    const { view, risk } = read(body, people);
    expect(isAcceptedByOwner(view, risk)).toBe(expected);
  });
});

describe('a control that a risk counts on', () => {
  test('has the status of its entry, if that includes it', () => {
    const { view, risk } = read(
      'controls: A.5.1, A.5.2, A.5.3, A.5.4',
      'control A.5.1 { applicable: yes status: planned } control A.5.2 { applicable: no status: planned } control A.5.3 { applicable: yes }',
    );
    expect(risk.controls.map(ref => statusOf(view, ref)?.status ?? (statusOf(view, ref) ? 'none' : 'out'))).toEqual([
      'planned',
      'out',
      'none',
      'out',
    ]);
  });

  test.each([
    ['action "A" { controls: A.5.1 }', '', true],
    ['action "A" { }', '', true],
    ['action "A" { controls: A.5.2 }', '', false],
    ['action "A" { controls: A.5.1 status: done }', '', false],
    ['action "A" { controls: A.5.1 status: cancelled }', '', false],
    ['', 'risk R-2 "Two" { action "A" { controls: A.5.1 } }', true],
    ['', 'risk R-2 "Two" { action "A" { } }', false],
    ['', 'objective O "O" { action "A" { controls: A.5.1 } }', true],
    ['', 'finding F "F" { action "A" { controls: A.5.1 status: in-progress } }', true],
    ['', 'finding F "F" { action "A" { controls: A.5.1 completed: 2026-01-01 } }', false],
  ])('is put in place by an open action: %s %s', (body, others, expected) => {
    const { view, risk } = read(`controls: A.5.1 ${body}`, others);
    expect(isPutInPlace(view, risk, 'A.5.1')).toBe(expected);
  });
});
