import { describe, expect, it } from 'vitest';
import { builtinNames } from '../../../src/analysis/names.ts';
import { nameLimit } from '../../../src/ide/completion-names.ts';
import { accept, completeAt, labelsAt } from './completing.ts';

describe('names for references', () => {
  it.each([
    ['asset X { owner: <|> }', ['Ceo', 'Ciso', 'Boss', 'Jane']],
    ['asset X { location: <|> }', ['Utrecht']],
    ['asset X { supplier: <|> }', ['Hoster']],
    ['asset X { depends-on: <|> }', ['CustomerDb', 'Postgres']],
    ['asset Postgres2 { depends-on: CustomerDb, <|> }', ['Postgres']],
    ['asset CustomerDb { depends-on: <|> }', ['Postgres']],
    ['risk R { assets: C<|> }', ['CustomerDb', 'Postgres']],
    ['risk R-002 "x" { counterparty: <|> }', ['Hoster', 'Customers']],
    ['control A.7.1 { applicable: inherited from <|> }', ['Hoster']],
    ['control A.5.1 { evidence: <|> }', ['RestoreTest']],
    ['control A.5.1 { policies: <|> }', []],
    ['person P { roles: <|> }', ['Ceo', 'Ciso']],
    [
      'control A.5.1 { because: <|> }',
      [
        'R-001',
        'Gdpr28',
        'covered-by',
        'not-necessary',
        'not-in-scope',
        'no-such-asset',
        'no-such-activity',
        'law-does-not-apply',
      ],
    ],
    [
      'control A.5.1 { because: R-001, G<|> }',
      [
        'Gdpr28',
        'covered-by',
        'not-necessary',
        'not-in-scope',
        'no-such-asset',
        'no-such-activity',
        'law-does-not-apply',
      ],
    ],
    ['finding F { requirement: x audit: <|>', []],
  ])('%s', (marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  it('puts top management first for an approval, and the risk owner first for an acceptance', () => {
    expect(labelsAt('document D { approved: 2026-01-01 by <|> }')).toEqual(['Ceo', 'Boss', 'Ciso', 'Jane']);
    expect(labelsAt('risk R { owner: Jane accepted: 2026-01-01 by <|> }')).toEqual(['Jane', 'Ceo', 'Boss', 'Ciso']);
    expect(labelsAt('risk R { accepted: 2026-01-01 by <|>\n owner: Ciso }')[0]).toBe('Ciso');
  });

  it('shows the title and can be found by it', () => {
    const [item] = completeAt('control A.5.1 { evidence: <|> }').items;
    expect(item).toMatchObject({ detail: 'Restore test report', filterText: 'RestoreTest Restore test report' });
    expect(accept('control A.5.1 { evidence: Res<|>\n}', 'RestoreTest')).toBe(
      'control A.5.1 { evidence: RestoreTest\n}',
    );
  });

  it('offers built-in threats and vulnerabilities, declared ones first and once', () => {
    const others = { 'acme.isms': 'isms A {}\nthreat Ransomware "Ours" {}\n' };
    const { items } = completeAt('risk R { threat: <|> }', others);
    expect(items.filter(({ label }) => label === 'Ransomware')).toHaveLength(1);
    expect(items[0]).toMatchObject({ label: 'Ransomware', detail: 'Ours' });
    expect(items).toHaveLength(builtinNames('Threat').length);
    expect(labelsAt('risk R { vulnerabilities: <|> }', others)).toEqual(builtinNames('Vulnerability'));
  });

  it('never offers names of another ISMS', () => {
    const others = {
      'acme.isms': 'isms Acme {}\nrole Ceo "x"\n',
      '../other/other.isms': 'isms Other {}\nrole Stranger "y"\n',
    };
    expect(labelsAt('asset X { owner: <|> }', others)).toEqual(['Ceo']);
  });

  it('tells markup in titles as text', () => {
    const others = { 'acme.isms': 'isms A {}\nrole Ceo "<b>[x](http://evil)"\n' };
    expect(completeAt('asset X { owner: <|> }', others).items[0]?.documentation).toBe(
      '*role* `Ceo` \\<b\\>\\[x\\](http\\://evil)',
    );
  });

  it('offers at most 100 of many, by what they begin with, and asks to be asked again', () => {
    const many = Array.from({ length: 250 }, (_, i) => `asset A${String(i).padStart(3, '0')} "x" {}`).join('\n');
    const others = { 'acme.isms': `isms A {}\n${many}\n` };
    const all = completeAt('risk R { assets: <|> }', others);
    expect(all.items).toHaveLength(nameLimit);
    expect(all.isIncomplete).toBe(true);
    const some = completeAt('risk R { assets: a24<|> }', others);
    expect(some.items.map(item => item.label)).toEqual(Array.from({ length: 10 }, (_, i) => `A24${i}`));
    expect(some.isIncomplete).toBe(true);
  });

  it('does not offer names that are gone', () => {
    const { workspace } = completeAt('asset X { owner: <|> }');
    workspace.setFiles([['file:///acme/acme.isms', 'isms Acme {}\nrole Cto "x"\n']]);
    workspace.update();
    expect(workspace.unitOf('file:///acme/file.isms')?.isms.symbols.names('Role').sorted()).toEqual(['Cto']);
  });

  it('numbers on', () => {
    expect(labelsAt('risk <|>')).toEqual(['R-002']);
    expect(labelsAt('role <|>')).toEqual([]);
  });
});
