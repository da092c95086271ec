import { describe, expect, test } from 'vitest';
import { samePersonAs } from '../../src/analysis/holders.ts';
import { viewOf as viewOfFiles } from './view-of.ts';

const viewOf = (text: string) => viewOfFiles(['isms Acme "Acme ISMS" {}', text]);

const actor = (name: string) => ({ name, type: 'Actor', start: 0, end: name.length });

describe('two actors are the same person', () => {
  const view = viewOf(`role Auditor
role Dba
role Engineer
person Jane "Jane" { roles: Auditor, Dba }
person John "John" { roles: Engineer, Dba }
person Joan "Joan" { roles: Engineer }
person Left "Left" { roles: Auditor left: 2026-03-01 }
`);
  const same = (one: string, other: string, on = '2026-06-01') => samePersonAs(view, actor(one), on)(other);

  test('by name', () => expect(same('Dba', 'Dba')).toBe(true));
  test('if a person holds the role', () => expect(same('Jane', 'Dba')).toBe(true));
  test('if the only holder of a role holds the other', () => expect(same('Auditor', 'Dba')).toBe(true));
  test('not as long as somebody else holds the role too', () => {
    expect(same('Engineer', 'Dba')).toBe(false);
    expect(same('Auditor', 'Dba', '2026-02-28')).toBe(false);
  });
  test('not by a role that somebody holds who is not asked about', () => expect(same('Joan', 'Dba')).toBe(false));
  test('not if nobody holds the role', () => expect(same('Nobody', 'Dba')).toBe(false));
});
