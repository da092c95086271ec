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
