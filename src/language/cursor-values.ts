/** What may stand next in a value, by the words that are there already. */
import { type PropertySchema, rules, type ValueSchema } from './schema.ts';

/** A place for one value: which part of which rule it is, and what it may be. */
export interface Slot {
  /** The rule that the part belongs to: `Risk`, or `Approval` inside `accepted: …`. */
  readonly rule: string;
  /** The feature of the rule: `likelihood`, or `by` in an approval. */
  readonly feature: string;
  readonly values: readonly ValueSchema[];
}

export interface Expectation {
  readonly slots: readonly Slot[];
  /** Words that lead to a further part, such as `by` after the date of an approval. */
  readonly keywords: readonly string[];
  /** Whether the value could end here. */
  readonly complete: boolean;
}

const expectation = (slots: readonly Slot[], keywords: readonly string[], complete: boolean): Expectation => ({
  slots,
  keywords,
  complete,
});

const finished = expectation([], [], true);

/**
 * What may come next.
 * @param ruleName the rule that has the property
 * @param parts what has been written behind the key, punctuation included
 */
export function expectAfter(ruleName: string, property: PropertySchema, parts: readonly string[]): Expectation {
  const [value] = property.values;
  if (value?.form === 'node') {
    const after = afterPart[value.rule];
    // The lines of a matrix or mapping have no key; commas are part of them.
    if (after) return after(property.many && property.key ? sinceComma(parts) : parts);
  }
  const slots = [{ rule: ruleName, feature: property.feature, values: property.values }];
  const words = sinceComma(parts);
  if (words.length === 0) return expectation(slots, [], false);
  // A control may be sought by the words of its title: `information back`.
  const isSearch = value?.form === 'reference' && value.targets.includes('CatalogEntry') && !/\d/.test(words.join(''));
  return isSearch ? expectation(slots, [], true) : finished;
}

const sinceComma = (parts: readonly string[]): readonly string[] => parts.slice(parts.lastIndexOf(',') + 1);

const slot = (rule: string, feature: string): Slot => ({ rule, feature, values: rules[rule]?.values[feature] ?? [] });

const afterPart: Readonly<Record<string, (parts: readonly string[]) => Expectation>> = {
  Approval(parts) {
    if (!parts.length) return expectation([slot('Approval', 'on')], [], false);
    const last = parts.at(-1);
    const by = parts.indexOf('by');
    const until = parts.indexOf('until');
    if (last === 'until') return expectation([slot('Approval', 'until')], [], false);
    if (until >= 0) return finished;
    if (last === 'by' || (by >= 0 && last === ',')) return expectation([slot('Approval', 'by')], [], false);
    return expectation([], by >= 0 ? ['until'] : ['by', 'until'], true);
  },
  Interval(parts) {
    if (!parts.length) return expectation([slot('Interval', 'count')], ['every'], false);
    if (parts.length === 1 && parts[0] === 'every') return expectation([slot('Interval', 'count')], [], false);
    if (/^\d+$/.test(parts.at(-1) as string)) return expectation([slot('Interval', 'unit')], [], false);
    return finished;
  },
  Exclusion(parts) {
    if (!parts.length) return expectation([slot('Exclusion', 'what'), slot('Exclusion', 'text')], [], false);
    if (parts.at(-1) === 'because') return expectation([slot('Exclusion', 'reason')], [], false);
    return parts.includes('because') ? finished : expectation([], ['because'], true);
  },
  Applicability(parts) {
    if (!parts.length) return expectation([slot('Applicability', 'decision')], [], false);
    if (parts.at(-1) === 'from') return expectation([slot('Applicability', 'provider')], [], false);
    return expectation([], parts.length === 1 && parts[0] === 'inherited' ? ['from'] : [], true);
  },
  Because(parts) {
    if (!parts.length) return expectation([slot('Because', 'reason'), slot('Because', 'ground')], [], false);
    if (parts.at(-1) === 'covered-by') return expectation([slot('Because', 'coveredBy')], [], false);
    return finished;
  },
  ImpactValue(parts) {
    const level = slot('ImpactValue', 'level');
    if (!parts.length) return expectation([level, slot('ImpactValue', 'property')], [], false);
    const isProperty = slot('ImpactValue', 'property').values.some(
      value => value.form === 'enum' && value.words.includes(parts[0] as string),
    );
    return parts.length === 1 && isProperty ? expectation([level], [], false) : finished;
  },
  Step: () => finished,
  Band: () => finished,
  MatrixRow(parts) {
    if (!parts.length) return expectation([slot('MatrixRow', 'likelihood')], [], true);
    const last = parts.at(-1);
    return last === ':' || last === ',' ? expectation([slot('MatrixRow', 'cells')], [], false) : finished;
  },
  MappingPair(parts) {
    if (!parts.length) return expectation([slot('MappingPair', 'source')], [], true);
    const last = parts.at(-1);
    if (last === '->' || last === ',') return expectation([slot('MappingPair', 'targets')], [], false);
    return parts.includes('->') ? finished : expectation([], ['->'], false);
  },
};
