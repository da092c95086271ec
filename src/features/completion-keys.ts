/** Kinds at the top of a file, and the properties and blocks of a declaration that it does not have yet. */
import type { Frame } from '../language/cursor.ts';
import { type Kind, type PropertySchema, type RuleSchema, rules, topRules } from '../language/schema.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Offer, Offers } from './completion-item.ts';
import { declarationSnippet } from './completion-snippets.ts';
import { docText } from './schema-text.ts';

/** Kinds of which an ISMS has one. They go to the end once it is there. */
const single: ReadonlySet<string> = new Set(['Isms', 'Scope', 'Method']);

/** Blocks that may stand in a declaration more than once. */
const repeatable: ReadonlySet<string> = new Set([
  'Action',
  'Requirement',
  'Decision',
  'Result',
  'CatalogEntry',
  'ImpactScale',
]);

/** The kinds, each with a whole declaration. */
export function kindOffers(unit: IsmsUnit): Offers {
  const view = unit.view();
  const owner = view.isms?.owner?.name ?? 'Role';
  const hasAlready = (rule: RuleSchema): boolean => single.has(rule.name) && unit.isms.count(rule.name as Kind) > 0;
  const ordered = [...topRules.filter(rule => !hasAlready(rule)), ...topRules.filter(hasAlready)];
  return {
    offers: ordered.map(rule => {
      const snippet = declarationSnippet(rule.name, view.asOf, owner);
      return {
        label: rule.keyword,
        kind: 'declaration',
        detail: rule.doc.replace(/ \(.*/, ''),
        documentation: docText(rule.doc),
        ...(snippet && { insert: snippet, snippet: true }),
      };
    }),
  };
}

/**
 * The properties, flags and blocks that may still be added.
 * @param beforeColon whether the colon of the key is there already
 */
export function keyOffers(frame: Frame, beforeColon: boolean): Offers {
  const free = (frame.rule?.properties ?? []).filter(property => property.key && !isTaken(frame, property));
  return { offers: free.map(property => keyOffer(frame, property, beforeColon)) };
}

function isTaken(frame: Frame, property: PropertySchema): boolean {
  const [value] = property.values;
  if (property.form === 'block' && value?.form === 'node' && repeatable.has(value.rule)) return false;
  return frame.given.has(property.feature);
}

function keyOffer(frame: Frame, property: PropertySchema, beforeColon: boolean): Offer {
  const { key, form, doc } = property;
  const common = { label: key, documentation: docText(doc), detail: valueText(property) };
  if (beforeColon) return { ...common, kind: 'key' };
  if (form === 'flag') return { ...common, kind: 'flag' };
  if (form === 'block') return { ...common, kind: 'block', insert: blockSnippet(frame, property), snippet: true };
  const [value] = property.values;
  if (value?.form === 'string' || value?.form === 'text') {
    return { ...common, kind: 'key', insert: `${key}: "$0"`, snippet: true };
  }
  return { ...common, kind: 'key', insert: `${key}: $0`, snippet: true, suggestNext: true };
}

/** What a property holds, in a word or two, to stand beside its key. */
function valueText({ form, many, values: [value] }: PropertySchema): string {
  if (form === 'flag') return 'flag';
  if (form === 'block' || !value) return 'block';
  const text = (): string => {
    switch (value.form) {
      case 'reference':
        return value.targets.map(target => rules[target]?.keyword || target.toLowerCase()).join(' or ');
      case 'enum':
        return value.words.length > 4 ? `${value.words.slice(0, 3).join(' | ')} | …` : value.words.join(' | ');
      case 'node':
        return rules[value.rule]?.name.toLowerCase() ?? '';
      default:
        return value.form;
    }
  };
  return many ? `${text()}, …` : text();
}

/** A block with braces and its first properties: on one line if what it stands in is, else over several. */
function blockSnippet(frame: Frame, property: PropertySchema): string {
  const [value] = property.values;
  const rule = value?.form === 'node' ? rules[value.rule] : undefined;
  if (!rule) return property.key;
  let stop = 0;
  const head = [
    rule.keyword,
    ...(rule.named === 'required' ? [`\${${++stop}:Name}`] : []),
    ...(rule.titled ? [`"\${${++stop}:${titleHint[rule.name] ?? 'Title'}}"`] : []),
  ].join(' ');
  const bodies = blockBodies[rule.name];
  if (!bodies) return `${head} {${frame.onOneLine ? ' $0 ' : '\n\t$0\n'}}`;
  const lines = bodies.map(line => line.replaceAll('#', () => `$${++stop}`));
  return frame.onOneLine
    ? `${head} { ${lines.join('  ')} }$0`
    : `${head} {\n${lines.map(line => `\t${line}\n`).join('')}}$0`;
}

const titleHint: Readonly<Record<string, string>> = {
  Action: 'What is done',
  Decision: 'What was decided',
  Requirement: 'What is required',
  Result: 'Value',
};

/** The lines of a block; `#` is a place to fill in. */
const blockBodies: Readonly<Record<string, readonly string[]>> = {
  Action: ['owner: #', 'due: #', 'status: #'],
  Decision: ['owner: #', 'due: #'],
  Requirement: ['kind: #'],
  Result: ['on: #', 'met: #'],
  CurrentLevel: ['likelihood: #', 'impact: #'],
  ResidualLevel: ['likelihood: #', 'impact: #'],
};
