import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hover } from '../../src/ide/hover.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const main = 'file:///w/main.isms';
const defaults = 'file:///w/defaults.isms';

const register = `isms Acme "Acme" {
  owner: Ceo
}
role Ceo "CEO" { top-management }
role Ciso "CISO"
person Eva "Eva" { roles: Ceo, Ciso }
asset Db "Database" {
  type: information
}
asset Web "Shop" {
  owner: Eva
}
risk R-1 "Theft" {
  assets: Db
  assessed: 2025-01-10
}
supplier Host "Host" {
  service: "Hosting"
  reviewed: 2025-01-10
}
`;

/** What is found in all files, as of a day. */
const foundIn = (workspace: Workspace): string[] =>
  workspace
    .files()
    .flatMap(uri =>
      workspace.diagnostics(uri).map(({ code, message, range }) => JSON.stringify([uri, code, message, range])),
    )
    .sort();

function workspaceWith(text: string | undefined): Workspace {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles([[main, register], ...(text === undefined ? [] : [[defaults, text] as const])]);
  workspace.update();
  return workspace;
}

const codes = (text: string | undefined): string[] =>
  foundIn(workspaceWith(text)).map(found => (JSON.parse(found) as string[])[1] as string);

describe('defaults', () => {
  test('say what a declaration does not say', () => {
    expect(codes(undefined)).toEqual(expect.arrayContaining(['asset/no-owner', 'risk/no-owner']));
    const told = codes('defaults {\n  owner: Ceo\n}\n');
    expect(told).not.toContain('asset/no-owner');
    expect(told).not.toContain('risk/no-owner');
  });

  test('those of a kind come before those of all, and what is stated before both', () => {
    const view = workspaceWith('defaults {\n  owner: Ceo\n  asset { owner: Ciso }\n}\n').unitOf(main)?.view();
    expect(view?.all('Asset').map(({ owner }) => owner?.name)).toEqual(['Ciso', 'Eva']);
    expect(view?.all('Risk').map(({ owner }) => owner?.name)).toEqual(['Ceo']);
  });

  test('set an interval that is judged', () => {
    expect(codes(undefined)).not.toContain('risk/review-overdue');
    expect(codes('defaults {\n  risk { review: every 6 months }\n}\n')).toContain('risk/review-overdue');
  });

  test('a name that nothing has is told once, where it stands', () => {
    const found = foundIn(workspaceWith('defaults {\n  owner: Nobody\n}\n')).filter(each =>
      each.includes('name/unresolved'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(defaults);
  });

  test.each(['accepted: 2026-01-01 by Ceo', 'likelihood: likely', 'assessed: 2026-01-01', 'treatment: retain'])(
    '%s cannot hold for all risks',
    line => {
      const found = foundIn(workspaceWith(`defaults {\n  risk {\n    ${line}\n  }\n}\n`));
      const [error] = found.filter(each => each.includes('syntax/error'));
      expect(error).toContain('has no default');
      expect(found.filter(each => each.includes('syntax/error'))).toHaveLength(1);
    },
  );

  test('are shown where one hovers over a declaration', () => {
    const workspace = workspaceWith('defaults {\n  owner: Ceo\n  risk { review: every 6 months }\n}\n');
    const offset = register.split('\n').findIndex(line => line.startsWith('risk'));
    const card = hover(workspace, main, { line: offset, character: 6 });
    expect(card?.contents).toContain('By default owner: `Ceo`, review: 6 months');
  });

  test('an edit of them finds what a fresh workspace finds', () => {
    const texts = [
      undefined,
      '',
      'defaults {\n  owner: Ceo\n}\n',
      'defaults {\n  owner: Nobody\n}\n',
      'defaults {\n  risk { review: every 6 months }\n  supplier { review: every 3 months }\n}\n',
      'defaults {\n  risk { review: every 60 months }\n  asset { owner: Ciso }\n  metric { owner: Ciso }\n}\n',
      'defaults {\n  owner: Ceo\n',
      'role Nobody "Now there" {}\ndefaults {\n  owner: Nobody\n}\ndefaults {\n  owner: Ceo\n}\n',
    ];
    const mains = [
      register,
      register.replace('role Ciso', 'role Nobody'),
      register.replace(/asset Db[\s\S]*?\n\}\n/, ''),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...mains)), { minLength: 2, maxLength: 6 }),
        steps => {
          const workspace = new Workspace({ rules, today: '2026-06-01' });
          for (const [text, own] of steps) {
            workspace.setFiles([[main, own]]);
            if (text === undefined) workspace.removeFile(defaults);
            else workspace.setFiles([[defaults, text]]);
            workspace.update();
            const fresh = new Workspace({ rules, today: '2026-06-01' });
            if (text !== undefined) fresh.setFiles([[defaults, text]]);
            fresh.setFiles([[main, own]]);
            fresh.update();
            expect(foundIn(workspace)).toEqual(foundIn(fresh));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
