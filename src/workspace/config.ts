/** The file `isms.config.json` beside the `isms` block: what editor and command line both read. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearest } from '../language/nearest.ts';
import { isDate } from '../model/dates.ts';
import { isPreset, type Preset, presets, type SeveritySetting } from '../rules/presets.ts';
import { areaOf, type Rule, severities } from '../rules/rule.ts';
import { defaultLineWidth } from '../syntax/format/format.ts';
import { patternFault } from './exclusion.ts';

export const configFileName = 'isms.config.json';
export const lockFileName = 'isms.lock.json';

export type { SeveritySetting };

export interface Config {
  /** The date as of which everything is judged, so that results can be reproduced. */
  readonly asOf?: string;
  /** How much is told; see src/rules/presets.ts. */
  readonly preset?: Preset;
  /** Severity by code (`risk/no-owner`) or area (`risk`); the code wins. */
  readonly rules?: Readonly<Record<string, SeveritySetting>>;
  /** Patterns of folders and files that are left out, relative to the folder of the file; see exclusion.ts. */
  readonly exclude?: readonly string[];
  readonly format?: FormatConfig;
}

export interface FormatConfig {
  /** How long a line may become before the formatter breaks it. */
  readonly lineWidth?: number;
}

export interface ConfigProblem {
  readonly message: string;
  /** UTF-16 offset in the file's text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** The setting counts, but its rule has another code today. */
  readonly isRenamed?: boolean;
  /** Whether it may be why a setting of `format` does not count. */
  readonly harmsFormat?: boolean;
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** How long lines may become in an ISMS with a configuration, or in a file without one. */
export const lineWidthOf = (config: Config | undefined): number => config?.format?.lineWidth ?? defaultLineWidth;

/** The codes and areas of rules, which a configuration may name. */
export const knownCodes = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(rule => [rule.code, areaOf(rule.code)]));

/** Notes what is wrong at a place. */
type Tell = (
  at: Pick<Node, 'offset' | 'length'>,
  message: string,
  more?: Pick<ConfigProblem, 'isRenamed' | 'harmsFormat'>,
) => void;

/** The codes and areas that there are, and what former codes are called today. */
interface Codes {
  readonly known: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const keys = ['asOf', 'preset', 'rules', 'exclude', 'format'];

/** What a line width may be: narrower than the first nothing reads well, and wider than the second nobody sees. */
const lineWidths = { least: 40, most: 1000 };

const settings: readonly string[] = [...severities, 'off'];
const isSetting = (value: unknown): value is SeveritySetting => typeof value === 'string' && settings.includes(value);

/** How deep brackets may be nested: a setting needs two levels, and the parser calls itself for each. */
const deepest = 100;

/** Reads the text of a configuration file (JSON, comments allowed). What is wrong is left out and told. */
export function parseConfig(
  text: string,
  knownCodes: ReadonlySet<string>,
  renamedCodes: ReadonlyMap<string, string> = new Map(),
): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const tell: Tell = ({ offset, length }, message, more) => void problems.push({ message, offset, length, ...more });
  return { config: readConfig(text, { known: knownCodes, renamed: renamedCodes }, tell), problems };
}

function readConfig(text: string, codes: Codes, tell: Tell): Config {
  const tooDeep = bracketTooDeep(text);
  if (tooDeep !== undefined) {
    tell(
      { offset: tooDeep, length: 1 },
      `Brackets are nested more than ${deepest} levels deep here; a setting needs two.`,
      { harmsFormat: true },
    );
    return {};
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    const message = `${configFileName} is not valid JSON here (${printParseErrorCode(error)}); correct it.`;
    tell({ offset, length: Math.max(1, length) }, message, { harmsFormat: true });
  }
  if (root?.type !== 'object') {
    const message = `${configFileName} has to hold an object, as in { "asOf": "2026-06-15" }.`;
    if (!errors.length) tell({ offset: 0, length: 1 }, message, { harmsFormat: true });
    return {};
  }
  const config: Writable<Config> = {};
  for (const { key, name, value } of properties(root, tell)) {
    if (name === 'asOf') {
      if (isDate(String(value.value))) config.asOf = value.value;
      else tell(key, '"asOf" has to be a date such as "2026-06-15".');
    } else if (name === 'preset') {
      if (isPreset(value.value)) config.preset = value.value;
      else tell(key, `"preset" has to be one of ${presets.join(', ')}.`);
    } else if (name === 'rules') {
      if (value.type === 'object') config.rules = readRules(value, codes, tell);
      else tell(key, '"rules" has to be an object, as in { "risk/no-owner": "error" }.');
    } else if (name === 'exclude') {
      if (value.type === 'array') config.exclude = readPatterns(value, tell);
      else tell(key, '"exclude" has to be a list of folders or patterns, as in [ "archive", "drafts/*.isms" ].');
    } else if (name === 'format') {
      const tellOf: Tell = (at, message) => tell(at, message, { harmsFormat: true });
      if (value.type === 'object') config.format = readFormat(value, tellOf);
      else tellOf(key, '"format" has to be an object, as in { "lineWidth": 120 }.');
    } else if (name !== '$schema') {
      const what = advice(name, keys) ?? 'correct its name or delete it.';
      tell(key, `${shown(name)} is not a setting of ${configFileName}; ${what}`);
    }
  }
  return config;
}

function readRules(object: Node, { known, renamed }: Codes, tell: Tell): Record<string, SeveritySetting> {
  const rules: Record<string, SeveritySetting> = Object.create(null);
  for (const { key, name, value } of properties(object, tell)) {
    const today = renamed.get(name);
    if (!known.has(name) && !today) {
      tell(key, `No rule or area is called ${shown(name)}; ${advice(name, known) ?? 'see `isms explain`.'}`);
    } else if (!isSetting(value.value)) tell(key, `"${name}" has to be one of ${settings.join(', ')}.`);
    else {
      rules[name] = value.value;
      if (today)
        tell(key, `"${name}" is called "${today}" now; it still counts, but write the new code.`, { isRenamed: true });
    }
  }
  return rules;
}

function readFormat(object: Node, tell: Tell): FormatConfig {
  const format: Writable<FormatConfig> = {};
  const { least, most } = lineWidths;
  for (const { key, name, value } of properties(object, tell)) {
    if (name !== 'lineWidth') {
      tell(
        key,
        `${shown(name)} is not a setting of "format"; ${advice(name, ['lineWidth']) ?? 'there is "lineWidth".'}`,
      );
    } else if (Number.isInteger(value.value) && value.value >= least && value.value <= most) {
      format.lineWidth = value.value;
    } else tell(key, `"lineWidth" has to be a whole number from ${least} to ${most}.`);
  }
  return format;
}

function readPatterns(list: Node, tell: Tell): string[] {
  const patterns: string[] = [];
  for (const item of list.children ?? []) {
    const fault = patternFault(item.value);
    if (fault) tell(item, fault);
    else patterns.push(item.value);
  }
  return patterns;
}

/** The properties of an object, each name once: where it stands twice, it is told, and the first counts. */
function properties(object: Node, tell: Tell): { key: Node; name: string; value: Node }[] {
  const found = new Map<string, { key: Node; name: string; value: Node }>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (!key || !value) continue;
    const name = String(key.value);
    if (found.has(name)) tell(key, `${shown(name)} is set twice, and the first counts; delete one.`);
    else found.set(name, { key, name, value });
  }
  return [...found.values()];
}

/** Where the first bracket opens that is nested too deep; undefined if none is. */
function bracketTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const bracket = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : undefined;
    if (bracket === '{' || bracket === '[') depth++;
    if (bracket === '}' || bracket === ']') depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

/** A name of the file in a message, which is not to become as long as whatever stands there. */
const shown = (name: string): string => `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}"`;

/** What was meant, if it can be guessed. */
function advice(word: string, known: Iterable<string>): string | undefined {
  const [meant] = nearest(word, known, 1);
  return meant && `did you mean "${meant}"?`;
}
