/** Words that are taken back, questioned or contradicted by what stands beside them decide nothing. */
import { describe, expect, test } from 'vitest';
import { noMapping, parseMapping } from '../../src/exchange/recognise/mapping.ts';
import { isNotImplemented, saidWord, type WordList, wordOf } from '../../src/exchange/values/words.ts';
import { declarationOf, imported } from './text-of.ts';

describe('a word', () => {
  test.each<[WordList, string, string | undefined]>([
    ['decided', 'Yes', 'yes'],
    ['decided', 'Ja.', 'yes'],
    ['decided', '☑', 'yes'],
    ['decided', '✅ Yes', 'yes'],
    ['decided', '[x]', 'yes'],
    ['decided', '❌', 'no'],
    ['decided', '✗ not applicable', 'no'],
    ['decided', '[NOT] applicable', 'no'],
    ['decided', 'Yes (ja)', 'yes'],
    ['decided', 'Applicable (inherited)', 'inherited'],
    ['controlStatus', 'implemented (100 %)', 'implemented'],
    ['controlStatus', '⚠️ Partially implemented', 'partial'],
    ['controlStatus', '🟢 Implemented', 'implemented'],
    ['actionStatus', '✗ cancelled', 'cancelled'],
    ['treatment', 'Mitigate (reduce)', 'modify'],
  ])('of %s: %s is %s', (list, text, word) => {
    expect(saidWord(list, text, noMapping)).toEqual({ word, isGuess: false });
  });

  test.each<[WordList, string]>([
    ['decided', '☒'],
    ['decided', '☐'],
    ['decided', '☐ Yes'],
    ['decided', '☒ Yes'],
    ['decided', '[ ] Yes'],
    ['decided', '☑ ☐'],
    ['decided', '❌ Applicable'],
    ['decided', '✓ No'],
    ['decided', 'Yes?'],
    ['decided', '❓ yes'],
    ['decided', 'Yes (to be confirmed)'],
    ['decided', 'Yes (no)'],
    ['decided', 'Yes (tbd)'],
    ['decided', 'Yes (not for site B'],
    ['decided', 'No (only site B)'],
    ['decided', 'No (not yet decided)'],
    ['decided', 'Applicable [NOT]'],
    ['decided', 'Ja (nur Standort B)'],
    ['controlStatus', '✗ implemented'],
    ['controlStatus', 'Implemented (not started)'],
    ['controlStatus', 'Implemented?'],
    ['controlStatus', 'in progress (cancelled)'],
    ['controlStatus', 'umgesetzt (geplant)'],
    ['actionStatus', 'done?'],
    ['actionStatus', 'done (50 %)'],
    ['actionStatus', 'erledigt (noch zu prüfen)'],
    ['treatment', 'Accept?'],
    ['treatment', 'Mitigate (rejected, accept instead)'],
    ['treatment', 'Reduzieren (abgelehnt)'],
    ['yesNo', 'x?'],
  ])('of %s is not decided by %s', (list, text) => {
    expect(wordOf(list, text, noMapping)).toBeUndefined();
  });

  test.each<[WordList, string, string]>([
    ['decided', 'Yes (since 2024)', 'yes'],
    ['decided', '⚠️ Yes', 'yes'],
    ['controlStatus', '🔴 implemented', 'implemented'],
    ['decided', 'nicht anwendbar (kein Homeoffice)', 'no'],
    ['controlStatus', 'in progress (80 %)', 'partial'],
    ['controlStatus', 'implemented (see wiki)', 'implemented'],
    ['actionStatus', 'erledigt [Ticket 17]', 'done'],
  ])('of %s is guessed where there is more: %s', (list, text, word) => {
    expect(saidWord(list, text, noMapping)).toEqual({ word, isGuess: true });
  });

  test('that is in doubt can be mapped, which says nothing of the word alone', () => {
    const mapping = parseMapping('{ "words": { "treatment": { "Lassen?": "retain", "machen": "modify" } } }');
    expect(['lassen?', 'Lassen', 'Machen.', 'machen?'].map(text => wordOf('treatment', text, mapping))).toEqual([
      'retain',
      undefined,
      'modify',
      undefined,
    ]);
  });
});

test('a status that nothing is there may have a cross', () => {
  expect(['not implemented', '❌ Not implemented', '✓ not implemented', '❌'].map(isNotImplemented)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const statement = (...said: readonly string[]): string =>
  ['Control ID;Applicable;Status', ...said.map((each, index) => `A.5.${index + 1};${each};planned`)].join('\n');

describe('boxes', () => {
  test('are understood in a column that has empty and filled ones', async () => {
    const { written, report } = await imported('soa.csv', statement('☒', '☐', '☐ Yes', '☒ Yes', '☑', '✓'));
    const decided = [1, 2, 3, 4, 5, 6].map(
      n => /applicable: (\w+)/.exec(declarationOf(written, `control A.5.${n}`))?.[1],
    );
    expect(decided).toEqual(['yes', 'no', undefined, 'yes', 'yes', 'yes']);
    expect(written).toContain('Applicable: ☐ Yes');
    expect(report).toMatch(/Not understood[\s\S]*soa\.csv, B4: .*“☐ Yes”/);
  });

  test.each(['☒', '☐'])('of one kind, %s, decide nothing, and are told', async box => {
    const { written, report } = await imported('soa.csv', statement(box, box, box));
    expect(written).not.toContain('applicable:');
    expect(written).toContain(`Applicable: ${box}`);
    expect(report).toMatch(/Not understood[\s\S]*soa\.csv, B2:B4/);
  });
});

test('what says more than a word is kept in notes and told as guessed', async () => {
  const { written, report } = await imported(
    'plan.csv',
    [
      'Risk ID;Risk title;Treatment;Treatment action;Due date;Action status',
      'R-1;Fire;Mitigate (see wiki);Alarm;2026-01-01;done (ticket 17)',
    ].join('\n'),
  );
  expect(written).toContain('treatment: modify');
  expect(written).toContain('status: done');
  expect(written).toContain('Treatment: Mitigate (see wiki)');
  expect(written).toContain('Action status: done (ticket 17)');
  expect(report).toMatch(
    /Guessed[\s\S]*C2: “Treatment” is taken for modify[\s\S]*F2: “Action status” is taken for done/,
  );
});
