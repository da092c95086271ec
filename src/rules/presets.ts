/**
 * Presets: how much is told. Each rule belongs to the moment from which it matters, and a preset tells the rules up to one of
 * these moments; a severity that is set for a code or an area always wins.
 */
import { areaOf, codesOf } from './codes.ts';
import type { Moment, Rule, Severity } from './rule.ts';

/** From the quietest to the strictest. */
export const presets = ['draft', 'stage1', 'stage2', 'strict'] as const;

export type Preset = (typeof presets)[number];

export type SeveritySetting = Severity | 'off';

/** The moment of an area's rules, where a rule does not name its own. */
const areas: Readonly<Record<string, Moment>> = {
  asset: 'stage1',
  audit: 'stage1',
  certification: 'stage2',
  change: 'stage2',
  communication: 'stage1',
  competence: 'stage1',
  config: 'contradiction',
  control: 'contradiction',
  date: 'contradiction',
  defaults: 'contradiction',
  document: 'stage1',
  evidence: 'stage2',
  exception: 'stage2',
  field: 'contradiction',
  finding: 'stage2',
  incident: 'stage2',
  internal: 'contradiction',
  isms: 'contradiction',
  issue: 'stage1',
  method: 'stage1',
  metric: 'stage2',
  name: 'contradiction',
  objective: 'stage1',
  opportunity: 'stage1',
  party: 'stage1',
  person: 'stage1',
  policy: 'stage1',
  programme: 'stage1',
  requirement: 'stage1',
  review: 'stage2',
  risk: 'stage1',
  role: 'stage1',
  scope: 'stage1',
  soa: 'stage1',
  supplier: 'stage2',
  suppression: 'contradiction',
  syntax: 'contradiction',
};

/** The areas that the table speaks of. */
export const classified: readonly string[] = Object.keys(areas);

/** From when on a rule matters. A rule of an area that is not in the table matters at once, so that it cannot be overlooked. */
export const momentOf = ({ code, moment }: Pick<Rule, 'code' | 'moment'>): Moment =>
  moment ?? areas[areaOf(code)] ?? 'contradiction';

const moments: Readonly<Record<Preset, readonly Moment[]>> = {
  draft: ['contradiction'],
  stage1: ['contradiction', 'stage1'],
  stage2: ['contradiction', 'stage1', 'stage2'],
  strict: ['contradiction', 'stage1', 'stage2'],
};

const stricter: Readonly<Record<Severity, Severity>> = {
  error: 'error',
  warning: 'error',
  info: 'warning',
  hint: 'info',
};

/** What a preset makes of a rule. */
export function presetSeverity(preset: Preset, rule: Pick<Rule, 'code' | 'severity' | 'moment'>): SeveritySetting {
  if (!moments[preset].includes(momentOf(rule))) return 'off';
  return preset === 'strict' ? stricter[rule.severity] : rule.severity;
}

/** What somebody chose: in the settings of the editor, or in the configuration file of an ISMS. */
export interface Choice {
  readonly preset?: Preset | undefined;
  /** Severities by code or area. */
  readonly rules?: Readonly<Record<string, SeveritySetting>> | undefined;
}

/**
 * The severity of a rule. The choices are in order of their weight, the settings before the configuration file. A code or an
 * area that any of them names counts before every preset; in one choice the code counts before its former codes, and these
 * before the area.
 */
export function severityOf(
  rule: Pick<Rule, 'code' | 'aliases' | 'severity' | 'moment'>,
  choices: readonly Choice[],
): SeveritySetting {
  const names = [...codesOf(rule), areaOf(rule.code)];
  for (const { rules } of choices) {
    const named = rules && names.find(name => rules[name]);
    const own = named && rules[named];
    if (own) return own;
  }
  const preset = presetOf(choices);
  return preset ? presetSeverity(preset, rule) : rule.severity;
}

/** The preset that counts: that of the first choice that has one. */
export const presetOf = (choices: readonly Choice[]): Preset | undefined =>
  choices.find(({ preset }) => preset !== undefined)?.preset;

export const isPreset = (value: unknown): value is Preset => presets.some(preset => preset === value);

/** What a preset tells, in a sentence for settings and documentation. */
export const presetDescriptions: Readonly<Record<Preset, string>> = {
  draft: 'Only contradictions and what cannot be read: while the ISMS is being written.',
  stage1: 'Also what the review of documents asks for (stage 1 of a certification).',
  stage2:
    'Everything, with the severities of the rules: evidence, records and actions too (stage 2). The same as no preset.',
  strict: 'Everything, and graver: warnings become errors, information becomes a warning.',
};
