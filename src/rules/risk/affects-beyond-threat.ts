import { findThreat } from '../../catalogues/threats.ts';
import type { Ref } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { firstOfSaying, listSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'risk/affects-beyond-threat',
  severity: 'info',
  moment: 'contradiction',
  clause: '6.1.2 c 1',
  summary: 'A risk affects only what its threats, as they are declared, do not harm.',
  why: 'The threat says what it harms and the risk what would be lost. If the two differ, the controls are chosen for another loss than the one that was assessed. One property more than the threat names is no contradiction: events differ. What a built-in threat usually harms is no statement of yours and is not told.',
  remedy: 'Correct `affects:` of the risk, or add the property to `affects:` of the threat.',
  example: {
    bad: 'threat Ddos "Denial of service" {\n  affects: availability\n}\nrisk R-1 "The shop is flooded with requests" {\n  threat: Ddos\n  affects: confidentiality\n}',
    good: 'threat Ddos "Denial of service" {\n  affects: availability\n}\nrisk R-1 "The shop is flooded with requests" {\n  threat: Ddos\n  affects: availability\n}',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, context) {
    if (!risk.affects.length) return;
    const threats = risk.threats.map(ref => harmOf(context, ref));
    if (!threats.some(harm => harm?.isOwn)) return;
    const harmed = new Set<string>();
    for (const harm of threats) {
      // A threat that may harm anything.
      if (!harm?.properties.length) return;
      for (const property of harm.properties) harmed.add(property);
    }
    const [first] = risk.affects;
    if (!first || risk.affects.some(({ value }) => harmed.has(value))) return;
    context.report({
      at: first,
      message: saying(
        '{0} affects {1}, but not what {2} can harm: {3}; correct one of the two.',
        shortLabel(risk),
        listSaying(risk.affects.map(({ value }) => value)),
        firstOfSaying(
          risk.threats.map(({ name }) => name),
          1,
        ),
        listSaying([...harmed]),
      ),
    });
  },
});

interface Harm {
  readonly isOwn: boolean;
  readonly properties: readonly string[];
}

/** What a threat harms; undefined if it is not known. */
function harmOf(view: IsmsView, ref: Ref): Harm | undefined {
  const own = view.resolve(ref)?.declaration;
  if (own?.$type === 'Threat') return { isOwn: true, properties: own.affects.map(({ value }) => value) };
  const builtin = findThreat(ref.name);
  return builtin && { isOwn: false, properties: builtin.affects };
}
