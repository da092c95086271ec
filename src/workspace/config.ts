/** The file `isms.config.json` beside the `isms` block: what editor and command line both read. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { nearest } from '../language/nearest.ts';
import { isDate } from '../model/dates.ts';
import { isPreset, type Preset, presets, type SeveritySetting } from '../rules/presets.ts';
import { severities } from '../rules/rule.ts';

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
}

export interface ConfigProblem {
  readonly message: string;
  /** UTF-16 offset in the file's text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

const settings: readonly string[] = [...severities, 'off'];
const isSetting = (value: unknown): value is SeveritySetting => typeof value === 'string' && settings.includes(value);

/** Reads the text of a configuration file (JSON, comments allowed). What is wrong is left out and told. */
export function parseConfig(text: string, knownCodes: ReadonlySet<string>): ParsedConfig {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.map(error => ({
    message: `${configFileName} is not valid JSON here (${printParseErrorCode(error.error)}); correct it.`,
    offset: error.offset,
    length: Math.max(1, error.length),
  }));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (!problems.length)
      problems.push({
        message: `${configFileName} has to hold an object, as in { "asOf": "2026-06-15" }.`,
        offset: 0,
        length: 1,
      });
    return { config: {}, problems };
  }
  const { asOf, preset, rules, ...rest } = value as Record<string, unknown>;
  const at = (key: string): { offset: number; length: number } => {
    const written = JSON.stringify(key);
    return { offset: Math.max(0, text.indexOf(written)), length: written.length };
  };
  const config: { asOf?: string; preset?: Preset; rules?: Record<string, SeveritySetting> } = {};
  if (typeof asOf === 'string' && isDate(asOf)) config.asOf = asOf;
  else if (asOf !== undefined)
    problems.push({ message: `"asOf" has to be a date such as "2026-06-15".`, ...at('asOf') });
  if (isPreset(preset)) config.preset = preset;
  else if (preset !== undefined)
    problems.push({ message: `"preset" has to be one of ${presets.join(', ')}.`, ...at('preset') });
  if (typeof rules === 'object' && rules !== null && !Array.isArray(rules)) {
    config.rules = {};
    for (const [code, severity] of Object.entries(rules)) {
      if (!knownCodes.has(code))
        problems.push({
          message: `No rule or area is called "${code}"; ${advice(code, knownCodes) ?? 'see `isms explain`.'}`,
          ...at(code),
        });
      else if (!isSetting(severity))
        problems.push({ message: `"${code}" has to be one of ${settings.join(', ')}.`, ...at(code) });
      else config.rules[code] = severity;
    }
  } else if (rules !== undefined) {
    problems.push({ message: '"rules" has to be an object, as in { "risk/no-owner": "error" }.', ...at('rules') });
  }
  for (const key of Object.keys(rest)) {
    if (key === '$schema') continue;
    const what = advice(key, ['asOf', 'preset', 'rules']) ?? 'correct its name or delete it.';
    problems.push({ message: `"${key}" is not a setting of ${configFileName}; ${what}`, ...at(key) });
  }
  return { config, problems };
}

/** What was meant, if it can be guessed. */
function advice(word: string, known: Iterable<string>): string | undefined {
  const [meant] = nearest(word, known, 1);
  return meant && `did you mean "${meant}"?`;
}
