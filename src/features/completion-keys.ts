/** Kinds at the top of a file, and the properties and blocks of a declaration that it does not have yet. */
import type { Frame } from '../language/cursor.ts';
import { blockRule, type Kind, type PropertySchema, type RuleSchema, rules, topRules } from '../language/schema.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Offer, Offers } from './completion-item.ts';
import { blockSnippet, declarationSnippets } from './completion-snippets.ts';
import { docText } from './schema-text.ts';

/** The kinds, each with a whole declaration. Those of which an ISMS has one go to the end once it is there. */
export function kindOffers(unit: IsmsUnit): Offers {
  const view = unit.view();
  const hasAlready = (rule: RuleSchema): boolean => rule.single === true && unit.isms.count(rule.name as Kind) > 0;
  const ordered = [...topRules.filter(rule => !hasAlready(rule)), ...topRules.filter(hasAlready)];
  return {
    offers: ordered.flatMap(rule =>
      declarationSnippets(rule, view).map(({ label, detail, text }) => ({
        label,
        kind: 'declaration',
        detail: detail ?? rule.doc.replace(/ \(.*/, ''),
        documentation: docText(rule.doc),
        insert: text,
        snippet: true,
      })),
    ),
  };
}

/**
 * The properties, flags and blocks that may still be added.
 * @param beforeColon whether the colon of the key is there already
 */
export function keyOffers(unit: IsmsUnit, frame: Frame, beforeColon: boolean): Offers {
  const free = (frame.rule?.properties ?? []).filter(property => property.key && !isTaken(frame, property));
  return { offers: free.map(property => keyOffer(unit, frame, property, beforeColon)) };
}

const isTaken = (frame: Frame, property: PropertySchema): boolean =>
  !blockRule(property)?.repeatable && frame.given.has(property.feature);

function keyOffer(unit: IsmsUnit, frame: Frame, property: PropertySchema, beforeColon: boolean): Offer {
  const { key, form, doc } = property;
  const common = { label: key, documentation: docText(doc), detail: valueText(property) };
  if (beforeColon) return { ...common, kind: 'key' };
  if (form === 'flag') return { ...common, kind: 'flag' };
  const block = blockRule(property);
  if (block)
    return { ...common, kind: 'block', insert: blockSnippet(block, frame.onOneLine, unit.view()), snippet: true };
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
