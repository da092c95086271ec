/** Hover: what is known about the word at a position. */
import { riskMethod } from '../analysis/method.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import { builtin } from '../frameworks/framework.ts';
import { type NodeType, propertyByKey, topType } from '../language/schema.ts';
import { daysBetween, isDate } from '../model/dates.ts';
import type { AnyNode, Declaration } from '../model/declaration.ts';
import { pathsOf } from '../model/file-paths.ts';
import { acceptsBuiltin } from '../model/reference-types.ts';
import { codesOf } from '../rules/codes.ts';
import { citation, type Rule } from '../rules/rule.ts';
import { suppressionIn } from '../syntax/suppressions.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import { later, said, say, sayCounted } from '../wording/wording.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { baseName } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { meaningsOfSteps, stepsOf, traitsOf } from './completion-values.ts';
import { type CursorPlace, cursorPlace } from './cursor-place.ts';
import { daysAhead } from './days.ts';
import { fileTarget } from './document-link.ts';
import { meaningSaid } from './grammar-text.ts';
import { about2013, aboutBuiltin, aboutControl } from './hover-control.ts';
import { aboutNode } from './hover-declaration.ts';
import { type HoverLinks, noLinks, withLinks } from './hover-links.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { placeAt } from './place.ts';
import { aboutProperty, docText } from './schema-text.ts';

export interface HoverCard {
  /** Markdown. */
  readonly contents: string;
  readonly range: TextRange;
  /** The declaration that the word stands for, with its ISMS. */
  readonly about?: { readonly unit: IsmsUnit; readonly declaration: Declaration } | undefined;
}

/**
 * What is known about the word at a position, and why what was found there matters; undefined where there is nothing to say.
 * @param rules that explain the findings, and the codes of `isms-ignore` comments
 * @param links how to lead to what is named; without them there are none
 */
export function hover(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  rules: readonly Rule[] = [],
  links: HoverLinks = noLinks,
): HoverCard | undefined {
  const word = aboutPlace(workspace, uri, position, rules);
  const findings = workspace.diagnostics(uri).filter(({ range }) => holds(range, position));
  const range = word?.range ?? findings[0]?.range;
  const unit = workspace.unitOf(uri);
  const about = declarationAt(workspace, uri, position);
  const parts = [
    ...(word ? [unit ? withLinks(unit, word.contents, links) : word.contents] : []),
    ...(about ? fileLine(about, links) : []),
    ...aboutFindings(findings, rules, links),
  ];
  const contents = parts.join('\n\n---\n\n');
  return range && contents ? { contents, range, ...(about && { about }) } : undefined;
}

/** What a name at a position stands for, as far as it is declared. */
function declarationAt(workspace: Workspace, uri: string, position: TextPosition): HoverCard['about'] {
  const { unit, block, reference, definition } = placeAt(workspace, uri, position) ?? {};
  if (!unit || !block) return undefined;
  const [target] = reference ? unit.isms.declared(reference.name, reference.type) : [];
  const declaration = target?.declaration ?? (definition && block.declaration);
  return declaration && { unit, declaration };
}

/** The most findings that are listed: what is told of a whole ISMS stands on its name, and that is much at the beginning. */
const mostFindings = 6;

/** One rule is explained; of several findings each is a line. */
function aboutFindings(findings: readonly Diagnostic[], rules: readonly Rule[], links: HoverLinks): string[] {
  const codes = [...new Set(findings.map(finding => finding.code))];
  const [only, ...more] = codes.flatMap(each => rules.filter(rule => rule.code === each));
  if (!more.length) return only ? [aboutRule(only, links)] : [];
  const lines = findings
    .slice(0, mostFindings)
    .map(({ code: name, message }) => `- ${ruleName(name, links)}: ${escapeMarkdown(said(message))}`);
  const rest = findings.length - lines.length;
  return [
    [
      `**${say('{0} findings', findings.length)}**\n`,
      ...lines,
      ...(rest > 0 ? [`- ${say('and {0} more', rest)}`] : []),
    ].join('\n'),
  ];
}

/** What a finding of a rule means and what to do about it, from the rule's own documentation. */
const aboutRule = ({ code: name, clause, why, remedy }: Rule, links: HoverLinks): string =>
  `${ruleName(name, links)} · ${clause}\n\n${why}\n\n*${say('What to do:')}* ${remedy}`;

/** The code, which leads to its page where that is known. */
function ruleName(name: string, links: HoverLinks): string {
  const page = links.rule(name);
  return page === undefined ? `**${name}**` : `[**${name}**](${page})`;
}

/** The file that what is declared is kept in. */
function fileLine({ unit, declaration }: NonNullable<HoverCard['about']>, links: HoverLinks): string[] {
  const [path] = pathsOf(declaration as AnyNode);
  const holder = unit.isms.blockInReach(declaration);
  if (!holder || !path) return [];
  const file = fileTarget(unit, holder.file.uri, path.value);
  const link = file && links.file(file);
  return link ? [`[${say('Open {0}', escapeMarkdown(baseName(file)))}](${link})`] : [];
}

const holds = ({ start, end }: TextRange, { line, character }: TextPosition): boolean =>
  (start.line < line || (start.line === line && start.character <= character)) &&
  (line < end.line || (line === end.line && character <= end.character));

function aboutPlace(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  rules: readonly Rule[],
): HoverCard | undefined {
  const place = cursorPlace(workspace, uri, position, true);
  if (!place) return undefined;
  const { cursor, text } = place;
  if (cursor.place === 'comment') return aboutCode(place, rules);
  if (cursor.place === 'string' || cursor.start === cursor.end) return undefined;
  const word = text.slice(cursor.start, cursor.end);
  const contents = aboutName(workspace, uri, position) ?? aboutWord(place, word);
  return contents ? { contents, range: place.range(cursor.start, cursor.end) } : undefined;
}

/** What a name stands for, where it is a reference or the name of what is declared. */
function aboutName(workspace: Workspace, uri: string, position: TextPosition): string | undefined {
  const place = placeAt(workspace, uri, position);
  const { unit, block, reference, definition } = place ?? {};
  if (!unit || !block) return undefined;
  if (definition && block.declaration) return aboutNode(unit, block.declaration, definition.node, definition.name);
  if (!reference) return undefined;
  const [target] = unit.isms.declared(reference.name, reference.type);
  if (target) return aboutNode(unit, target.declaration, target.node, reference.name);
  const entry = builtin(reference.name);
  if (entry && acceptsBuiltin(reference.type, entry)) {
    return aboutBuiltin(unit.view(), entry.name);
  }
  const recognised = recogniseControlId(reference.name);
  return recognised?.edition === '2013' ? about2013(recognised.superseded.id) : undefined;
}

/** What a word of the language, a date or a word of a scale means. */
function aboutWord(place: CursorPlace, word: string): string | undefined {
  const { cursor, unit } = place;
  const frame = cursor.frames.at(-1);
  const { asOf } = unit.view();
  if (/^\d{4}-/.test(word)) return isDate(word) ? aboutDate(word, asOf) : undefined;
  if (cursor.place === 'kind') return aboutKind(topType(word));
  if (cursor.place === 'name' && frame?.nodeType?.catalogued) {
    return aboutControl(unit.view(), word) || about2013(word) || undefined;
  }
  const property = frame?.nodeType && propertyByKey(frame.nodeType, word);
  if (cursor.place === 'key' || (cursor.orKey && property)) return property && aboutProperty(property, frame?.nodeType);
  if (cursor.place !== 'value') return undefined;
  for (const slot of cursor.slots) {
    for (const value of slot.values) {
      const meaning =
        value.form === 'enum' && value.words.includes(word) ? meaningSaid(value.enumeration, word) : undefined;
      if (meaning) return `${code(word)}: ${meaning}`;
    }
  }
  return aboutStep(place, word) ?? (cursor.property?.key ? aboutProperty(cursor.property, frame?.nodeType) : undefined);
}

const aboutKind = (nodeType: NodeType | undefined): string | undefined => {
  if (!nodeType) return undefined;
  const keys = nodeType.properties.filter(({ key }) => key).map(({ key }) => code(key));
  const properties = keys.length ? [say('Properties: {0}.', keys.join(', '))] : [];
  return [`*${say('declaration')}* ${code(nodeType.keyword)}`, docText(nodeType.doc), ...properties].join('\n\n');
};

/** A word of the declared method: its place on the scale, what the method says of it, or the scores of a level. */
function aboutStep({ unit, cursor }: CursorPlace, word: string): string | undefined {
  const method = unit.view().get(riskMethod);
  const scale = cursor.slots.map(slot => traitsOf(slot).scale).find(found => found !== undefined);
  if (!method || !scale) return undefined;
  if (scale === 'levels') {
    const level = method.levels.find(({ label }) => label === word);
    return (
      level &&
      `${code(word)}: ${level.from === undefined ? say('a level') : say('scores {0} to {1}', level.from, level.to ?? '')}`
    );
  }
  const steps = stepsOf(method, scale, cursor);
  const step = steps.find(({ label }) => label === word);
  if (!step) return undefined;
  const meaning = meaningsOfSteps(unit).get(word);
  const highest = Math.max(...steps.map(({ value }) => value));
  const place = say('{0} of {1}', step.value, highest);
  return `${code(word)}: ${place}${meaning ? `, ${escapeMarkdown(meaning)}` : ''}`;
}

const weekdays = [
  later('Sunday'),
  later('Monday'),
  later('Tuesday'),
  later('Wednesday'),
  later('Thursday'),
  later('Friday'),
  later('Saturday'),
];

function aboutDate(date: string, asOf: string): string {
  const days = daysBetween(asOf, date);
  const weekday = weekdays[new Date(Date.parse(date)).getUTCDay()] ?? '';
  const when = days < 0 ? sayCounted(-days, '{0} day ago', '{0} days ago') : daysAhead(days);
  return say('{0}, {1} (as of {2})', say(weekday), when, asOf);
}

/** The rule whose code stands at a position in a comment that silences it. */
function aboutCode(place: CursorPlace, rules: readonly Rule[]): HoverCard | undefined {
  const { cursor, text } = place;
  const found = suppressionIn(text, cursor);
  const rule = found && rules.find(candidate => codesOf(candidate).includes(found.code));
  if (!found || !rule) return undefined;
  const contents = [
    `**${rule.code}** (${say(rule.severity)}, ${escapeMarkdown(citation(rule))})`,
    escapeMarkdown(rule.summary),
    escapeMarkdown(rule.why),
  ].join('\n\n');
  return { contents, range: place.range(found.start, found.end) };
}
