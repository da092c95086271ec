import { expect, test } from 'vitest';
import { rule } from '../../src/rules/rule.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

/** Tells how many risks with an owner name the first control of a risk: something that two risks share and neither defines. */
const shared = rule({
  code: 'risk/shared',
  severity: 'info',
  clause: '8.3',
  summary: 'Tells who else relies on a control.',
  why: 'For this test.',
  remedy: 'None.',
  example: { bad: '', good: '' },
  on: ['Risk'],
  check(risk, { report, users }) {
    const [control] = risk.controls;
    if (!control) return;
    const owned = users(control.name, 'Control', 'Risk').filter(({ owner }) => owner).length;
    report({ at: control, message: saying('{0} owned.', owned) });
  },
});

test.each([['risk alone'], ['with an entry of the control']])(
  'a change of what refers to the same name is seen: %s',
  how => {
    const workspace = new Workspace({ rules: [shared], today: '2026-06-01' });
    const entry = how === 'risk alone' ? '' : 'control A.8.13 {}\n';
    workspace.setFiles([
      ['file:///w/a.isms', `${entry}risk R-1 "One" { controls: A.8.13 }\n`],
      ['file:///w/b.isms', 'risk R-2 "Two" { controls: A.8.13 }\n'],
    ]);
    workspace.update();
    const told = () => workspace.diagnostics('file:///w/a.isms').map(({ message }) => inEnglish(message));
    expect(told()).toEqual(['0 owned.']);
    workspace.setFiles([['file:///w/b.isms', 'risk R-2 "Two" { controls: A.8.13 owner: Ceo }\n']]);
    workspace.update();
    expect(told()).toEqual(['1 owned.']);
    workspace.removeFile('file:///w/b.isms');
    workspace.update();
    expect(told()).toEqual(['0 owned.']);
  },
);
