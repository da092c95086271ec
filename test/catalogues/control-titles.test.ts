import { describe, expect, test } from 'vitest';
import { annexA, findControl } from '../../src/catalogues/annex-a.ts';
import { annexA2013 } from '../../src/catalogues/annex-a-2013.ts';
import { controlsByTitle, hasTitle, sameTitle } from '../../src/catalogues/control-titles.ts';
import { titleKey } from '../../src/catalogues/title-words.ts';

function carriers(title: string) {
  const { controls2022, controls2013 } = controlsByTitle(title);
  return { 2022: controls2022.map(control => control.id), 2013: controls2013.map(control => control.id) };
}

describe('controls of a title', () => {
  test.each([
    ['Secure log-on procedures', [], ['A.9.4.2']],
    ['SECURE LOGON PROCEDURES.', [], ['A.9.4.2']],
    ['Review of user access rights', [], ['A.9.2.5']],
    ['Information backup', ['A.8.13'], ['A.12.3.1']],
    ['Policies for information security', ['A.5.1'], ['A.5.1.1']],
    ['Clock synchronisation', ['A.8.17'], ['A.12.4.4']],
    ['Labeling of information', ['A.5.13'], ['A.8.2.2']],
    ['User end-point devices', ['A.8.1'], []],
    ['Secure development lifecycle', ['A.8.25'], []],
    ['Access control', ['A.5.15'], []],
    ['Privacy & protection of PII', ['A.5.34'], ['A.18.1.4']],
    ['Privacy and protection of personally identifiable information (PII)', ['A.5.34'], ['A.18.1.4']],
    [
      'Managing information security in the information and communication technology (ICT) supply chain',
      ['A.5.21'],
      [],
    ],
    ['ICT supply chain', [], ['A.15.1.3']],
    ['Secure disposal or reuse of equipment', ['A.7.14'], ['A.11.2.7']],
    ['Our backups', [], []],
    ['…', [], []],
    ['', [], []],
  ])('"%s"', (title, in2022, in2013) => {
    expect(carriers(title)).toEqual({ 2022: in2022, 2013: in2013 });
  });

  test('every control is found by its title and by every other wording', () => {
    for (const control of annexA) {
      for (const title of [control.title, ...control.aliases]) {
        expect(controlsByTitle(title).controls2022, title).toEqual([control]);
        expect(hasTitle(control, title.toUpperCase())).toBe(true);
      }
    }
    for (const control of annexA2013) {
      expect(controlsByTitle(control.title).controls2013, control.title).toEqual([control]);
      expect(hasTitle(control, control.title)).toBe(true);
    }
  });

  test('the tolerance never makes two controls of one edition alike', () => {
    const keys2022 = annexA.map(control => titleKey(control.title));
    const keys2013 = annexA2013.map(control => titleKey(control.title));
    expect(new Set(keys2022).size).toBe(93);
    expect(new Set(keys2013).size).toBe(114);
  });
});

describe('same title', () => {
  test.each([
    ['Log-on', 'logon'],
    ['Policies & rules', 'policies and rules'],
    ['Organisation of the audit programme', 'Organization of the audit program'],
    ['Users’ rights', "users' rights"],
    ['Café', 'Cafe\u0301'],
  ])('%s = %s', (a, b) => {
    expect(sameTitle(a, b)).toBe(true);
  });

  test('keeps different titles apart', () => {
    expect(sameTitle('Access control', 'Access rights')).toBe(false);
    expect(sameTitle('Network controls', 'Networks security')).toBe(false);
    expect(sameTitle('', '')).toBe(false);
    expect(sameTitle('—', '…')).toBe(false);
    expect(hasTitle(findControl('A.8.5')!, 'Secure log-on procedures')).toBe(false);
  });
});
