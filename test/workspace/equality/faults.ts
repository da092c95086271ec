/**
 * Rules, a query and a projection that throw now and then: because of what a declaration says, of what they have read elsewhere, or because
 * of a switch that nobody notes, as the room on a stack is none that can be noted.
 */

import { projection, query } from '../../../src/model/view.ts';
import { rules } from '../../../src/rules/generated/registry.ts';
import { type Rule, type RuleDefinition, rule } from '../../../src/rules/rule.ts';
import { saying } from '../../../src/wording/wording.ts';

/** Whether whatever depends on it throws. */
export const fault = { on: false };

const failIf = (condition: boolean, why: string): void => {
  if (condition) throw new TypeError(`failed on purpose: ${why}`);
};

const documentation = { severity: 'warning', clause: '9.1', summary: 'S.', why: 'W.', remedy: 'R.' } as const;
const example = { bad: '', good: '' };

type Check = RuleDefinition<'any'>['check'];

const faulty = (name: string, on: Rule['on'], check: Check): Rule =>
  rule({ ...documentation, example, code: `fault/${name}`, on, check } as RuleDefinition<'any'>);

const risksByNames = query('risks that must not be there', view => {
  const names = view.all('Risk').flatMap(risk => risk.names.map(({ value }) => value));
  failIf(names.includes('R-2'), `there are ${names.join(', ')}`);
  return names.length;
});

const twice = query('asks a query that may fail', view => 2 * view.get(risksByNames));

const bySwitch = query('depends on the switch', view => {
  const count = view.count('Asset');
  failIf(fault.on, 'the switch is on');
  return count;
});

const treatments = projection('treatments that may fail', 'Risk', risk => {
  failIf(risk.treatment[0]?.value === 'retain', `what concerns ${risk.assets[0]?.name} is retained`);
  return risk.treatment[0]?.value;
});

const faultyRules: readonly Rule[] = [
  faulty('by-title', ['any'], (declaration, context) => {
    context.report({ at: { start: 0, end: 1 }, message: saying('Found before it fails.') });
    failIf(declaration.title?.value.includes('x') ?? false, 'a title');
  }),
  faulty('by-count', ['Asset', 'Isms', 'Role'], (declaration, context) => {
    failIf(context.count('Risk') % 2 === 0, `${context.count('Risk')} risks`);
    context.report({ at: { start: 0, end: 1 }, message: saying('Has {0} names.', declaration.names.length) });
  }),
  faulty('by-all', ['Person', 'Method'], (_declaration, context) => {
    failIf(context.all('Role').length > 3, `the first is ${context.all('Role')[0]?.names[0]?.value}`);
  }),
  faulty('by-reference', ['Asset', 'Risk'], (declaration, context) => {
    for (const ref of declaration.$references) {
      const found = context.resolve(ref)?.declaration;
      for (const far of found?.$references ?? [])
        failIf(context.resolve(far)?.declaration.$type === 'Person', `${far.name} is somebody`);
    }
    context.report({ at: { start: 0, end: 1 }, message: saying('Nobody far away.') });
  }),
  faulty('by-query', ['Asset', 'Control', 'Scope'], (_declaration, context) => {
    context.report({ at: { start: 0, end: 1 }, message: saying('{0} risks.', context.get(risksByNames)) });
  }),
  faulty('by-nested-query', ['Isms', 'Role'], (_declaration, context) => {
    context.report({ at: { start: 0, end: 1 }, message: saying('{0} risks, counted twice.', context.get(twice)) });
  }),
  faulty('by-projection', ['Role', 'Method'], (_declaration, context) => {
    context.report({ at: { start: 0, end: 1 }, message: saying('{0}.', context.collect(treatments).join(', ')) });
  }),
  faulty('by-switch', ['any'], (_declaration, context) => {
    failIf(fault.on, 'the switch is on');
    context.report({ at: { start: 0, end: 1 }, message: saying('The switch is off.') });
  }),
  faulty('by-query-by-switch', ['Asset', 'Isms'], (_declaration, context) => {
    context.report({ at: { start: 0, end: 1 }, message: saying('{0} assets.', context.get(bySwitch)) });
  }),
];

/** The rules of the product, with those that fail. */
export const rulesWithFaults: readonly Rule[] = [...rules, ...faultyRules];
