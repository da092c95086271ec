/** The codes of rules: a renamed rule keeps its former codes as `aliases`, which suppressions and settings may go on to name. */
import type { RuleDocumentation } from './rule.ts';

/** All codes under which a rule may be named, today's first. */
export const codesOf = ({ code, aliases = [] }: Pick<RuleDocumentation, 'code' | 'aliases'>): readonly string[] => [
  code,
  ...aliases,
];

/** The code that each former code has today. */
export const renamedCodes = (
  rules: readonly Pick<RuleDocumentation, 'code' | 'aliases'>[],
): ReadonlyMap<string, string> =>
  new Map(rules.flatMap(({ code, aliases = [] }) => aliases.map(alias => [alias, code] as const)));

/** The area of a code: `soa` of `soa/missing-justification`. */
export const areaOf = (code: string): string => code.slice(0, code.indexOf('/'));
