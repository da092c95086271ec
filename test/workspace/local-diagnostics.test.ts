import { describe, expect, test } from 'vitest';
import type { Rule, RuleContext } from '../../src/rules/rule.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///w/a.isms';
const text = 'isms Acme "Acme" {}\nasset Crm "CRM" { owner: Sales }\nasset Erp "ERP" { owner: Sales }\n';

/** A rule for assets that reports, does something, and reports again. */
const reporting = (inBetween: (context: RuleContext) => unknown): Rule => ({
  code: 'asset/test',
  severity: 'warning',
  clause: '5.9',
  summary: '',
  why: '',
  remedy: '',
  example: { bad: '', good: '' },
  on: ['Asset'],
  damagedToo: false,
  check(_declaration, context) {
    context.report({ at: { start: 0, end: 5 }, message: saying('before') });
    inBetween(context);
    context.report({ at: { start: 0, end: 5 }, message: saying('behind') });
  },
});

function messages(...rules: readonly Rule[]): string[] {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles([[uri, text]]);
  return workspace.localDiagnostics(uri).map(({ message }) => inEnglish(message));
}

describe('the diagnostics before all is read', () => {
  test('are those of rules that look at the declaration alone', () => {
    expect(messages(reporting(() => undefined))).toEqual(['before', 'behind', 'before', 'behind']);
  });

  test.each<[string, (context: RuleContext) => unknown]>([
    ['other declarations', context => context.all('Role')],
    ['a name', context => context.named('Sales', 'Role')],
    ['who uses a name', context => context.isUsed('Sales', 'Role', 'Asset')],
    ['how many there are', context => context.count('Risk')],
    ['the date', context => context.asOf],
  ])('leave out a rule that looks at %s, and do not finish it', (_what, look) => {
    let finished = 0;
    const looking = reporting(context => {
      look(context);
      finished++;
    });
    expect(
      messages(
        looking,
        reporting(() => undefined),
      ),
    ).toEqual(['before', 'behind', 'before', 'behind']);
    expect(finished).toBe(0);
  });

  test('leave out a rule that fails, which is told once all is read', () => {
    const failing = reporting(() => {
      throw new RangeError('a mistake in a rule');
    });
    expect(
      messages(
        failing,
        reporting(() => undefined),
      ),
    ).toEqual(['before', 'behind', 'before', 'behind']);
  });
});
