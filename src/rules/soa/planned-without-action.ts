import { isOpen } from '../../analysis/action.ts';
import { isIncluded } from '../../analysis/control.ts';
import { controlStatus } from '../../analysis/coverage.ts';
import { isPlanned } from '../../analysis/implementation.ts';
import { nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, type Saying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel, unassigned } from '../wording.ts';

export default rule({
  code: 'soa/planned-without-action',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.1.3 e, 6.2 k',
  summary:
    'A control is planned or works in part, but no action says who completes it by when; or an open action of a control says neither.',
  why: 'A necessary control that is not there yet belongs into the treatment plan, with a person and a date. Else "planned" is a state in which controls stay for years.',
  remedy: 'Add an `action` with `owner:` and `due:` to the control, or to a risk that it treats.',
  asks: ['owner', 'due', 'action'],
  example: {
    bad: 'control A.8.15 "Logging" {\n  applicable: yes\n  status: planned\n}',
    good: 'control A.8.15 "Logging" {\n  applicable: yes\n  status: planned\n  action "Central log server" { owner: Cto  due: 2026-09-30 }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Control'],
  check(control, context) {
    for (const action of isIncluded(control) ? control.actions.filter(isOpen) : []) {
      const missing = (['owner', 'due'] as const).filter(key => !action[key]);
      if (!missing.length) continue;
      context.report({
        at: nameSpan(action),
        message: unassigned(action, shortLabel(control), missing),
      });
    }
    const status = controlStatus(control);
    if (!isIncluded(control) || !control.status || !status || status === 'implemented') return;
    if (control.actions.some(isOpen)) return;
    const without = control.names.map(({ value }) => value).filter(id => !isPlanned(context, id));
    if (!without.length) return;
    context.report({
      at: control.status,
      message: messageFor(status, without),
    });
  },
});

function messageFor(status: 'planned' | 'partial', controls: readonly string[]): Saying {
  const which = firstOfSaying(controls, 3);
  if (status === 'planned') {
    return saying(
      controls.length > 1
        ? '{0} are planned, but no action says who completes it by when; add an `action` with `owner:` and `due:`.'
        : '{0} is planned, but no action says who completes it by when; add an `action` with `owner:` and `due:`.',
      which,
    );
  }
  return saying(
    controls.length > 1
      ? '{0} are partial, but no action says who completes it by when; add an `action` with `owner:` and `due:`.'
      : '{0} is partial, but no action says who completes it by when; add an `action` with `owner:` and `due:`.',
    which,
  );
}
