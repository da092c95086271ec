/** What there is to know about anything declared: kind, title, facts, and how often it is referred to. */
import { kindWord, nodeTypes } from '../language/schema.ts';
import { type AnyNode, type Declaration, type Declarations, label } from '../model/declaration.ts';
import { isDefault } from '../model/default-value.ts';
import { accepts } from '../model/reference-types.ts';
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
    `*${kindWord(node.$type)}* ${code(name)}${title}`,
    ...(isInner ? [`Of ${kindWord(declaration.$type)} ${escapeMarkdown(label(declaration))}`] : []),
    ...(facts.length ? [facts.map(fact => `- ${fact}`).join('\n')] : []),
    ...defaultsOf(node),
    referenceCount(unit, node, name),
  ].join('\n\n');
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
      const holders = view.users(name, 'Role', 'Person').filter(person => person.roles.some(ref => ref.name === name));
      const people = holders.flatMap(person => person.names.slice(0, 1).map(({ value }) => value));
      return [people.length ? `Held by ${codeList(people)}` : 'Held by nobody', ...plainFacts(node)];
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
    else facts.push(`${key}: ${list.slice(0, 12).map(valueText).join(', ')}${list.length > 12 ? ', …' : ''}`);
  }
  return facts;
}

/** What holds for a declaration because the ISMS says it for all, as a paragraph; none where it states everything itself. */
export function defaultsOf(node: AnyNode): string[] {
  const given = (nodeTypes[node.$type]?.properties ?? []).flatMap(({ feature, key }) => {
    const value: unknown = Reflect.get(node, feature);
    return isDefault(value) ? [`${key}: ${valueText(value)}`] : [];
  });
  return given.length ? [`By default ${given.join(', ')}`] : [];
}

/** A value of the model as Markdown. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('name' in value && typeof value.name === 'string') return code(value.name);
  if ('value' in value) return escapeMarkdown(shorten(String(value.value), 120));
  const known = '$type' in value && typeof value.$type === 'string' ? nodeTypes[value.$type]?.parts : undefined;
  const parts: { readonly text: string; readonly start: number }[] = [];
  for (const [feature, part] of Object.entries(value)) {
    if (feature.startsWith('$') || part === undefined) continue;
    const items: readonly unknown[] = Array.isArray(part) ? part : [part];
    const texts = items.map(valueText).filter(Boolean);
    if (texts.length)
      parts.push({ text: [known?.[feature]?.lead ?? [], texts.join(', ')].flat().join(' '), start: startOf(items[0]) });
  }
  return parts
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join(' ');
}

const startOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number' ? value.start : 0;

function referenceCount(unit: IsmsUnit, node: AnyNode, name: string): string {
  let references = 0;
  let places = 0;
  for (const { declaration } of unit.isms.symbols.get(name)?.users() ?? []) {
    const here = declaration?.$references.filter(ref => ref.name === name && accepts(ref.type, node.$type)).length ?? 0;
    references += here;
    if (here) places++;
  }
  if (!references) return 'Referred to by nothing.';
  return `${references} ${references === 1 ? 'reference' : 'references'} in ${places} ${places === 1 ? 'declaration' : 'declarations'}.`;
}
