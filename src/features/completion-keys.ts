/** Kinds at the top of a file, and the properties and blocks of a declaration that it does not have yet. */
import type { Frame } from '../language/cursor.ts';
import {
  type Kind,
  type PropertySchema,
  propertyByKey,
  type RuleSchema,
  rules,
  topRule,
  topRules,
} from '../language/schema.ts';
import { inSnippet, type Offer, type Offers } from './completion-item.ts';
import { declarationSnippet } from './completion-snippets.ts';
import type { CursorPlace } from './cursor-place.ts';
import { freeName } from './free-name.ts';
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

/** The kinds: each with a whole declaration, or alone where the rest of a head is there already. */
export function kindOffers(place: CursorPlace): Offers {
  const { unit } = place;
  const view = unit.view();
  // The cursor may stand right before the keyword that is to be another one.
  const to = place.cursor.end + (wordAtStart.exec(place.text.slice(place.cursor.end))?.[0].length ?? 0);
  const isAlone = !hasRestOfHead(place, to);
  const owner = view.isms?.owner?.name ?? 'Role';
  const hasAlready = (rule: RuleSchema): boolean => single.has(rule.name) && unit.isms.count(rule.name as Kind) > 0;
  const ordered = [...topRules.filter(rule => !hasAlready(rule)), ...topRules.filter(hasAlready)];
  return {
    offers: ordered.map(rule => {
      const snippet = isAlone ? declarationSnippet(rule.name, view.asOf, owner) : undefined;
      return {
        label: rule.keyword,
        kind: 'declaration',
        detail: rule.doc.replace(/ \(.*/, ''),
        documentation: docText(rule.doc),
        to,
        ...(snippet && { insert: withFreeName(snippet, place, rule), snippet: true }),
      };
    }),
  };
}

const wordAtStart = /^[\p{L}\p{N}_.-]*/u;

/** What stands on a line from an offset on, comments left out. */
function restOfLine({ text }: CursorPlace, from: number): string {
  const rest = /^[^\n\r]*/.exec(text.slice(from))?.[0].trim() ?? '';
  return rest.startsWith('//') || rest.startsWith('/*') ? '' : rest;
}

/** Whether a name, a title or a body follows, so that a keyword is all that is missing. */
function hasRestOfHead(place: CursorPlace, from: number): boolean {
  const rest = restOfLine(place, from);
  if (rest !== '') return !rest.startsWith('}');
  const { next } = place.cursor;
  return next !== undefined && from === place.cursor.end && /^[^}:]/.test(next) && topRule(next) === undefined;
}

/** A snippet whose proposed name is not taken. */
function withFreeName(snippet: string, { unit }: CursorPlace, rule: RuleSchema): string {
  return snippet.replace(/^(\S+ \$\{1:)([^}"]+)\}/, (_, head: string, name: string) => {
    const free = freeName(unit, rule, name);
    return `${head}${inSnippet(free)}}`;
  });
}

/** What follows a key that is written anew. */
type Following = 'nothing' | 'colon' | 'value';

/** The properties, flags and blocks that may still be added. What stands behind the cursor is not written again. */
export function keyOffers(frame: Frame, place: CursorPlace): Offers {
  const free = (frame.rule?.properties ?? []).filter(property => property.key && !isTaken(frame, property));
  const following = followingOf(frame, place);
  return { offers: free.map(property => keyOffer(frame, property, following)) };
}

function followingOf(frame: Frame, place: CursorPlace): Following {
  const { next, end } = place.cursor;
  if (next === ':') return 'colon';
  const rest = restOfLine(place, end);
  if (rest === '') return next?.startsWith('{') || next?.startsWith('"') ? 'value' : 'nothing';
  if (rest.startsWith('}')) return 'nothing';
  const [word = ''] = wordAtStart.exec(rest) ?? [];
  // The next property, on the same line.
  const isProperty = /^\s*:/.test(rest.slice(word.length)) || (frame.rule && propertyByKey(frame.rule, word));
  return word && isProperty ? 'nothing' : 'value';
}

function isTaken(frame: Frame, property: PropertySchema): boolean {
  const [value] = property.values;
  if (property.form === 'block' && value?.form === 'node' && repeatable.has(value.rule)) return false;
  return frame.given.has(property.feature);
}

function keyOffer(frame: Frame, property: PropertySchema, following: Following): Offer {
  const { key, form, doc } = property;
  const common = { label: key, documentation: docText(doc), detail: valueText(property) };
  if (following === 'colon') return { ...common, kind: 'key' };
  if (form === 'flag') return { ...common, kind: 'flag' };
  if (following === 'value')
    return form === 'block' ? { ...common, kind: 'block' } : { ...common, kind: 'key', insert: `${key}:` };
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
