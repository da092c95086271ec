import {
  asksForCause,
  asksForConclusion,
  asksForLessons,
  asksForTarget,
  asksHow,
  hasMeasuredTarget,
  isMeasured,
} from '../../analysis/asked.ts';
import { assessmentStyle } from '../../analysis/assets.ts';
import { partnerOf } from '../../analysis/control.ts';
import type { AnyNode, Declaration, Kind, Located } from '../../model/declaration.ts';
import { isUnwritten, placeholderIn } from '../../model/placeholder.ts';
import { saying } from '../../wording/wording.ts';
import { ownName } from '../control/_own.ts';
import { type RuleContext, rule } from '../rule.ts';
import { shortLabel, shortText } from '../wording.ts';

export default rule({
  code: 'isms/placeholder',
  severity: 'warning',
  moment: 'stage1',
  clause: '7.5.2',
  summary: 'A text is, or holds, a placeholder such as “TBD” or a name from the template.',
  why: 'What is still to be written reaches the Statement of Applicability, the policies and the certificate as it stands. An auditor who finds one asks who has read the document that was approved.',
  remedy: 'Write what is meant, or leave the property out until it is known.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  organization: "Our Company Ltd."\n}',
    good: 'isms Acme "Acme ISMS" {\n  organization: "Acme B.V."\n}',
  },
  on: ['any'],
  check(declaration, context) {
    for (const { node, feature, text } of textsOf(declaration)) {
      if (notProse.has(feature)) continue;
      const found = placeholderIn(text.value);
      if (found === undefined) continue;
      if (isUnwritten(text.value) && asked[`${node.$type} ${feature}`]?.(declaration, context)) continue;
      context.report({
        at: text,
        message: saying(
          '{0} still has a placeholder ({1}); write what is meant, or leave it out.',
          shortLabel(declaration),
          shortText(found),
        ),
      });
    }
  },
});

interface Prose {
  readonly node: AnyNode;
  readonly feature: string;
  readonly text: Located<string>;
}

/** Paths and addresses. */
const notProse: ReadonlySet<string> = new Set(['file', 'link', 'email', 'uses']);

/** Every quoted text of a node and of what is declared inside it, added to what was found before. */
function textsOf(node: AnyNode, found: Prose[] = []): Prose[] {
  const take = (feature: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('$type' in value) textsOf(value as AnyNode, found);
    else if ('quoted' in value && value.quoted) found.push({ node, feature, text: value as Located<string> });
  };
  for (const feature in node) {
    if (feature.startsWith('$')) continue;
    const value: unknown = node[feature as keyof AnyNode];
    if (Array.isArray(value)) for (const each of value) take(feature, each);
    else take(feature, value);
  }
  return found;
}

/**
 * Texts of which another rule tells that they are missing, as long as they say nothing; and when it does, if not always. What no rule
 * asks for, or not now, is told here, so that no placeholder stays untold.
 */
const asked: Readonly<Record<string, (declaration: Declaration, context: RuleContext) => boolean>> = {
  'Audit conclusion': ofKind('Audit', asksForConclusion),
  'Communication when': () => true,
  'Communication channel': () => true,
  'Control theirs': ofKind('Control', isShared),
  'Control ours': ofKind('Control', isShared),
  'Control implementation': ofKind('Control', asksHow),
  'Control justification': ofKind('Control', ({ because }) => !because.length),
  'Control title': ofKind('Control', (control, context) => ownName(context, control) !== undefined),
  'Exception justification': () => true,
  'Exclusion reason': () => true,
  'Finding correction': ofKind(
    'Finding',
    (finding, { asOf }) => !finding.actions.length && asksForCause(finding, asOf),
  ),
  'Finding rootCause': ofKind('Finding', (finding, { asOf }) => asksForCause(finding, asOf)),
  'Incident lessons': ofKind('Incident', asksForLessons),
  'Metric method': () => true,
  'Metric target': ofKind('Metric', asksForTarget),
  'Objective evaluation': ofKind('Objective', (objective, context) => !isMeasured(context, objective)),
  'Objective target': ofKind('Objective', (objective, context) => !hasMeasuredTarget(context, objective)),
  'Risk scenario': (_, { get }) => get(assessmentStyle) === 'event-based',
  'Scope statement': () => true,
};

function isShared(control: Of<'Control'>): boolean {
  return partnerOf(control) !== undefined;
}

type Of<K extends Kind> = Extract<Declaration, { readonly $type: K }>;

function ofKind<K extends Kind>(kind: K, tells: (declaration: Of<K>, context: RuleContext) => boolean) {
  return (declaration: Declaration, context: RuleContext): boolean =>
    declaration.$type === kind && tells(declaration as Of<K>, context);
}
