/** What there is to know about anything declared: kind, title, facts, and how often it is referred to. */
import { personsIn } from '../analysis/holders.ts';
import { kindWord, nodeTypes } from '../language/schema.ts';
import { type AnyNode, type Declaration, type Declarations, label } from '../model/declaration.ts';
import { isDefault } from '../model/default-value.ts';
import { accepts } from '../model/reference-types.ts';
import { valueText } from '../model/value-text.ts';
import { say, sayCounted } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { about2013, aboutControl, aboutEntry } from './hover-control.ts';
import { assetFacts, riskFacts } from './hover-risk.ts';
import { code, codeList, escapeMarkdown, shorten } from './markdown.ts';

/** The most facts that are told of a declaration. */
const factLimit = 10;

/**
 * What is known about a declaration, or a node inside it, as Markdown.
 * @param name the name that was asked for
 */
export function aboutNode(unit: IsmsUnit, declaration: Declaration, node: AnyNode, name: string): string {
  const view = unit.view();
  if (node.$type === 'Control') {
    const catalogued = aboutControl(view, name) || about2013(name);
    if (catalogued) return catalogued;
  }
  const title = node.title ? ` **${escapeMarkdown(node.title.value)}**` : '';
  const isInner = (declaration as AnyNode) !== node;
  const facts = factsOf(unit, declaration, node, name);
  return [
    `*${say(kindWord(node.$type))}* ${code(name)}${title}`,
    ...sharedBy(unit, declaration),
    ...(isInner ? [say('Of {0} {1}', say(kindWord(declaration.$type)), escapeMarkdown(label(declaration)))] : []),
    ...(facts.length ? [facts.map(fact => `- ${fact}`).join('\n')] : []),
    ...defaultsOf(node),
    referenceCount(unit, node, name),
  ].join('\n\n');
}

/** Which other ISMS a declaration is shared by, as a paragraph; none for one of this ISMS. */
function sharedBy(unit: IsmsUnit, declaration: Declaration): string[] {
  const origin = unit.view().origin(declaration);
  return origin === undefined ? [] : [say('Shared by the ISMS in {0}', code(origin))];
}

function factsOf(unit: IsmsUnit, declaration: Declaration, node: AnyNode, name: string): string[] {
  const view = unit.view();
  switch (node.$type) {
    case 'Risk':
      return riskFacts(view, node as Declarations['Risk']);
    case 'Asset':
      return assetFacts(view, node as Declarations['Asset']);
    case 'Control':
      return [aboutEntry(view, declaration as Declarations['Control'], name)];
    case 'Role': {
      const people = personsIn(view, name, declaration).flatMap(person =>
        person.names.slice(0, 1).map(({ value }) => value),
      );
      return [people.length ? say('Held by {0}', codeList(people)) : say('Held by nobody'), ...plainFacts(node)];
    }
    default:
      return plainFacts(node);
  }
}

/** The properties of a node in the order of the grammar, each with its value. Blocks are counted. */
function plainFacts(node: AnyNode): string[] {
  const nodeType = nodeTypes[node.$type];
  const facts: string[] = [];
  for (const { feature, form, key, unlisted } of nodeType?.properties ?? []) {
    if (unlisted || facts.length >= factLimit) continue;
    const value: unknown = Reflect.get(node, feature);
    if (isDefault(value)) continue;
    const list = (Array.isArray(value) ? value : [value]).filter(item => item !== undefined);
    if (!list.length) continue;
    if (form === 'flag') facts.push(key);
    else if (form === 'block') facts.push(`${key || feature}: ${list.length}`);
    else facts.push(`${key}: ${list.slice(0, 12).map(markdownOf).join(', ')}${list.length > 12 ? ', …' : ''}`);
  }
  return facts;
}

/** What holds for a declaration because the ISMS says it for all, as a paragraph; none where it states everything itself. */
export function defaultsOf(node: AnyNode): string[] {
  const given = (nodeTypes[node.$type]?.properties ?? []).flatMap(({ feature, key }) => {
    const value: unknown = Reflect.get(node, feature);
    return isDefault(value) ? [`${key}: ${markdownOf(value)}`] : [];
  });
  return given.length ? [say('By default {0}', given.join(', '))] : [];
}

/** A value of the model as Markdown. */
const markdownOf = (value: unknown): string =>
  valueText(value, { name: ({ name }) => code(name), text: text => escapeMarkdown(shorten(text, 120)) });

function referenceCount(unit: IsmsUnit, node: AnyNode, name: string): string {
  let references = 0;
  let places = 0;
  for (const { declaration } of unit.isms.symbols.get(name)?.users() ?? []) {
    const here = declaration?.$references.filter(ref => ref.name === name && accepts(ref.type, node.$type)).length ?? 0;
    references += here;
    if (here) places++;
  }
  if (!references) return say('Referred to by nothing.');
  return say(
    '{0} in {1}.',
    sayCounted(references, '{0} reference', '{0} references'),
    sayCounted(places, '{0} declaration', '{0} declarations'),
  );
}
