import { decisionOf } from '../../analysis/control.ts';
import { projection, query } from '../../model/view.ts';
import { later, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/**
 * Controls whose text asks for something in writing, with what. (Annex A; compared with lists of documents that certification bodies
 * ask for, see docs/catalogues.md)
 */
const written: Readonly<Record<string, string>> = {
  'A.5.10': later('the rules of acceptable use'),
  'A.5.26': later('the procedures of incident response'),
  'A.5.37': later('the operating procedures'),
  'A.6.6': later('the confidentiality agreements'),
  'A.8.9': later('the configurations'),
  'A.8.27': later('the principles of secure engineering'),
};

/** What records show as well as a document. */
const recorded: ReadonlySet<string> = new Set(['A.6.6', 'A.8.9']);

const coveredBy = projection('coveredByDocument', 'PolicyDocument', ({ covers }) =>
  covers.length ? covers.map(({ name }) => name) : undefined,
);

const covered = query('coveredByDocuments', (view): readonly string[] => {
  const names = new Set([...view.collect(coveredBy), ...view.collectShared(coveredBy)].flat());
  return Object.keys(written).filter(id => names.has(id));
});

export default rule({
  code: 'soa/not-written-down',
  severity: 'info',
  clause: '7.5.1 b',
  summary: 'A control that asks for something in writing is implemented, but names no document.',
  why: 'A few controls of Annex A ask for documented rules, procedures or agreements. Where such a control applies, auditors ask for the document first.',
  remedy: 'Declare the `document` and name it in `policies:` of the control, or name the control in its `covers:`.',
  asks: ['policies'],
  example: {
    bad: 'control A.5.37 "Documented operating procedures" {\n  applicable: yes\n  status: implemented\n}',
    good: 'control A.5.37 "Documented operating procedures" {\n  applicable: yes\n  status: implemented\n  policies: Handbook\n}\ndocument Handbook "Operating handbook" { kind: procedure }',
  },
  on: ['Control'],
  check(control, { report, get }) {
    const { status, policies, evidence } = control;
    if (decisionOf(control) !== 'yes' || !status || status.value === 'planned') return;
    if (policies.length) return;
    for (const name of control.names) {
      const what = Object.hasOwn(written, name.value) ? written[name.value] : undefined;
      if (!what || (evidence.length && recorded.has(name.value)) || get(covered).includes(name.value)) continue;
      report({
        at: name,
        message: saying(
          '{0} asks for {1} in writing, but nothing says where they are; name the document in `policies:`.',
          name.value,
          saying(what),
        ),
      });
    }
  },
});
