import { type ApprovedPart, currentLock, partsSince } from '../../analysis/approval.ts';
import { decisionOf, hasText } from '../../analysis/control.ts';
import { findControl } from '../../catalogues/annex-a.ts';
import { type Control, type Isms, keySpan, nameSpan, type Span } from '../../model/declaration.ts';
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/changed-since-approval',
  severity: 'warning',
  clause: '7.5.3 e',
  summary: 'The Statement of Applicability differs from what was approved last.',
  why: 'An approval holds for what was approved. A decision that changed afterwards is one that the approver has never seen. That a control made progress is none: only one that is no longer as far as it was is told.',
  remedy: 'Have the change approved, set `approved:` and run `isms approve`; or restore what was approved.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-01 by Ceo\n}\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n}\n//- isms.lock.json\n{\n  "approved": "2026-03-01",\n  "controls": { "A.8.13": "no implemented - d5501d12c0d53ad6" }\n}',
    good: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-01 by Ceo\n}\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n}\n//- isms.lock.json\n{\n  "approved": "2026-03-01",\n  "controls": { "A.8.13": "yes planned - d5501d12c0d53ad6" }\n}',
  },
  on: ['Control', 'Isms'],
  check(declaration, context) {
    if (declaration.$type === 'Isms') checkIsms(declaration, context);
    else checkControl(declaration, context);
  },
});

function checkControl(control: Control, context: RuleContext): void {
  if (!decisionOf(control)) return;
  const lock = currentLock(context);
  if (!lock) return;
  for (const name of control.names) {
    const changed = partsSince(lock, name.value, control);
    if (!changed) {
      context.report({ at: name, message: messageForNew(name.value, lock.approved) });
      continue;
    }
    // A justification that is gone is told by the rule that asks for one.
    const parts = changed.filter(part => part !== 'justification' || hasText(control.justification));
    if (!parts.length) continue;
    context.report({
      at: (control.names.length === 1 && parts.length === 1 && parts[0] && placeOf(control, parts[0])) || name,
      message: messageForChanged(name.value, lock.approved, parts),
    });
  }
}

/** Of an approval, the day may not be known. */
const messageForNew = (name: string, approved: string | undefined): Saying =>
  approved
    ? saying(
        '{0} is new since the approval of {1}; have the Statement of Applicability approved again.',
        name,
        approved,
      )
    : saying('{0} is new since the approval; have the Statement of Applicability approved again.', name);

function messageForChanged(name: string, approved: string | undefined, parts: readonly ApprovedPart[]): Saying {
  const changed: SayingValue = { items: parts.map(part => saying(part)), conjunction: 'none' };
  return approved
    ? saying(
        '{0} changed since the approval of {1} ({2}); have the change approved, or restore what was approved.',
        name,
        approved,
        changed,
      )
    : saying(
        '{0} changed since the approval ({1}); have the change approved, or restore what was approved.',
        name,
        changed,
      );
}

function placeOf(control: Control, part: ApprovedPart): Span | undefined {
  switch (part) {
    case 'decision':
      return control.applicable?.decision;
    case 'status':
      return control.status;
    case 'reasons':
      return keySpan(control, 'because');
    case 'justification':
      return keySpan(control, 'justification');
  }
}

function checkIsms(isms: Isms, context: RuleContext): void {
  const { lock } = context;
  if (!lock) return;
  const at = isms.approved?.on ?? nameSpan(isms);
  const current = currentLock(context);
  if (!current) {
    context.report({
      at,
      message: saying(
        '{0} is approved as of {1}, but isms.lock.json records {2}; run `isms approve`.',
        labelled(isms),
        isms.approved?.on?.value ?? '',
        lock.approved ?? '',
      ),
    });
    return;
  }
  // An Annex A control without an entry is undecided, which is told already.
  const names = new Set(context.names('Control'));
  for (const id of Object.keys(current.controls)) {
    if (names.has(id) || findControl(id)) continue;
    context.report({
      at,
      message: saying(
        '{0} was approved, but has no entry any more; have the Statement of Applicability approved again or restore it.',
        id,
      ),
    });
  }
}
