import { asksHow } from '../../analysis/asked.ts';
import { calledOf, nodeTypes } from '../../language/schema.ts';
import type { AnyNode, Declaration, Located } from '../../model/declaration.ts';
import { isUnwritten, placeholderIn, saysNothing } from '../../model/placeholder.ts';
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel, shortText } from '../wording.ts';
import { isToldElsewhere } from './_asked.ts';

export default rule({
  code: 'isms/placeholder',
  severity: 'warning',
  moment: 'stage1',
  clause: '7.5.2',
  summary: 'A text is empty, or is or holds a placeholder such as “TBD” or a name from the template.',
  why: 'What is still to be written reaches the Statement of Applicability, the policies and the certificate as it stands. An auditor who finds one asks who has read the document that was approved.',
  remedy:
    'Write what is meant, or leave the property out until it is known. What only speaks of a placeholder belongs in quotes or backticks, if it is told.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  organization: "Our Company Ltd."\n}',
    good: 'isms Acme "Acme ISMS" {\n  organization: "Acme B.V."\n}',
  },
  on: ['any'],
  check(declaration, context) {
    for (const prose of textsOf(declaration)) {
      const { node, feature, text } = prose;
      if (notProse.has(feature)) continue;
      const message = messageFor(declaration, prose);
      if (!message) continue;
      if (isUnwritten(text.value) && isToldElsewhere(node, feature, declaration, context)) continue;
      context.report({ at: text, message });
    }
  },
});

interface Prose {
  readonly node: AnyNode;
  /** The node by which it is called: the innermost that may have a name or title. */
  readonly owner: AnyNode;
  readonly feature: string;
  readonly text: Located<string>;
}

/** Paths and addresses. */
const notProse: ReadonlySet<string> = new Set(['file', 'link', 'email', 'uses']);

/** Every quoted text of a node and of what is declared inside it, added to what was found before. */
function textsOf(node: AnyNode, above = node, found: Prose[] = []): Prose[] {
  const type = nodeTypes[node.$type];
  const owner = type?.titled || (type && type.named !== 'never') ? node : above;
  const take = (feature: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('$type' in value) textsOf(value as AnyNode, owner, found);
    else if ('quoted' in value && value.quoted) found.push({ node, owner, feature, text: value as Located<string> });
  };
  for (const feature in node) {
    if (feature.startsWith('$')) continue;
    const value: unknown = node[feature as keyof AnyNode];
    if (Array.isArray(value)) for (const each of value) take(feature, each);
    else take(feature, value);
  }
  return found;
}

/** That something is done, where it is asked how. */
const onlyThat =
  /^(?:yes|ok|okay|done|implemented|fully implemented|in place|fulfilled|compliant|test|ja|erledigt|umgesetzt|vollständig umgesetzt|vorhanden|erfüllt|konform)[.!]?$/i;

/** What forms call the organisation. */
const isForm =
  /^(?:(?:the |our |my )?(?:company|organi[sz]ation)|(?:die |unsere? )?(?:firma|unternehmen|organisation))$/i;

/** What cannot just be left out. */
const owed: ReadonlySet<string> = new Set([
  'Control implementation',
  'Isms organization',
  'Isms version',
  'PolicyDocument version',
  'Supplier agreement',
]);

/** What is wrong with a text; undefined if nothing is. */
function messageFor(declaration: Declaration, prose: Prose): Saying | undefined {
  const { node, feature, text } = prose;
  const key = nodeTypes[node.$type]?.properties.find(property => property.feature === feature)?.key;
  const who = ownerOf(declaration, prose);
  const isOwed = owed.has(`${node.$type} ${feature}`);
  const value = text.value.trim();
  if (value === '') {
    if (!key) return saying('A text of {0} is empty; write what is meant, or leave it out.', who);
    return isOwed
      ? saying('`{0}:` of {1} is empty; write what is meant.', key, who)
      : saying('`{0}:` of {1} is empty; write what is meant, or leave it out.', key, who);
  }
  // A control that is implemented cannot say that it is done in no way, or only that it is.
  const isHow = declaration.$type === 'Control' && feature === 'implementation' && asksHow(declaration);
  const isWhole =
    (isHow && (saysNothing(value) || onlyThat.test(value))) || (feature === 'organization' && isForm.test(value));
  const found = isWhole ? value : placeholderIn(text.value);
  if (found === undefined) return undefined;
  if (!key || found !== value)
    return saying('{0} still has a placeholder ({1}); write what is meant.', who, shortText(found));
  return isOwed
    ? saying('`{0}:` of {1} says only {2}; write what is meant.', key, who, shortText(found))
    : saying('`{0}:` of {1} says only {2}; write what is meant, or leave it out.', key, who, shortText(found));
}

/** What the owner of a text is called; if all that it is called by is the text, by its kind. */
function ownerOf(declaration: Declaration, { owner, text }: Prose): SayingValue {
  if (owner === declaration || owner.names?.length || (owner.title && owner.title !== text)) return shortLabel(owner);
  return saying('{0} of {1}', saying(calledOf(owner.$type)), shortLabel(declaration));
}
