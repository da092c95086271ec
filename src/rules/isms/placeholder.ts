import type { AnyNode, Declaration, Located } from '../../model/declaration.ts';
import { isUnwritten, placeholderIn } from '../../model/placeholder.ts';
import { rule } from '../rule.ts';
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
  check(declaration, { report }) {
    for (const { node, feature, text } of textsOf(declaration)) {
      if (notProse.has(feature)) continue;
      const found = placeholderIn(text.value);
      if (found === undefined || isToldElsewhere(declaration, node, feature, text)) continue;
      report({
        at: text,
        message: `${shortLabel(declaration)} still has a placeholder (${shortText(found)}); write what is meant, or leave it out.`,
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
const notProse: ReadonlySet<string> = new Set(['file', 'link', 'email']);

/** Every quoted text of a node and of what is declared inside it. */
function textsOf(node: AnyNode): Prose[] {
  const found: Prose[] = [];
  for (const [feature, value] of Object.entries(node)) {
    if (feature.startsWith('$')) continue;
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each !== 'object' || each === null) continue;
      if ('$type' in each) found.push(...textsOf(each as AnyNode));
      else if ('quoted' in each && each.quoted) found.push({ node, feature, text: each as Located<string> });
    }
  }
  return found;
}

/** Texts of which another rule tells that they are missing, as long as they say nothing. */
const asked: ReadonlySet<string> = new Set([
  'Control implementation',
  'Control title',
  'Exception justification',
  'Exclusion reason',
  'Finding correction',
  'Finding rootCause',
  'Incident lessons',
  'Metric method',
  'Metric target',
  'Objective evaluation',
  'Objective target',
  'Risk scenario',
  'Scope statement',
]);

function isToldElsewhere(declaration: Declaration, node: AnyNode, feature: string, text: Located<string>): boolean {
  if (!isUnwritten(text.value)) return false;
  // A reason stands in for the sentence: then nothing else tells of it.
  if (declaration.$type === 'Control' && feature === 'justification') return !declaration.because.length;
  return asked.has(`${node.$type} ${feature}`);
}
