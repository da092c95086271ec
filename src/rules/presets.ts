/**
 * Presets: how much is told. Each rule belongs to the moment from which it matters, and a preset tells the rules up to one of
 * these moments; a severity that is set for a code or an area always wins. This table is the only place where that is decided.
 */
import { areaOf, codesOf, type Rule, type Severity } from './rule.ts';

/** From the quietest to the strictest. */
export const presets = ['draft', 'stage1', 'stage2', 'strict'] as const;

export type Preset = (typeof presets)[number];

export type SeveritySetting = Severity | 'off';

/**
 * From when on a rule matters:
 * - `contradiction`: at once. Two statements contradict each other, one contradicts itself or the calendar, or something cannot be read;
 * - `stage1`: something that the review of documents asks for is missing or late;
 * - `stage2`: something that shows that the ISMS works is missing or late: evidence, records, actions.
 */
export type Moment = 'contradiction' | 'stage1' | 'stage2';

/** The moment of an area's rules. */
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

/** Rules with another moment than their area. */
const exceptions: Readonly<Record<string, Moment>> = {
  'asset/off-scale': 'contradiction',
  'asset/recovery-contradiction': 'contradiction',
  'audit/auditor-not-impartial': 'contradiction',
  'audit/control-not-covered': 'stage2',
  'audit/no-report': 'stage2',
  'audit/not-covered': 'stage2',
  'certification/stage-order': 'contradiction',
  'certification/unaccredited-body': 'stage1',
  'certification/unknown-accreditation': 'stage1',
  'control/untitled': 'stage1',
  'date/far-ahead': 'stage1',
  'date/long-interval': 'stage1',
  'document/missing-file': 'contradiction',
  'evidence/missing-file': 'contradiction',
  'field/missing': 'stage1',
  'finding/closed-too-early': 'contradiction',
  'isms/no-owner': 'stage1',
  'isms/placeholder': 'stage1',
  'method/duplicate': 'contradiction',
  'method/duplicate-word': 'contradiction',
  'method/levels-gap-or-overlap': 'contradiction',
  'method/levels-beyond-scale': 'contradiction',
  'method/matrix-descending': 'contradiction',
  'method/scale-not-ascending': 'contradiction',
  'method/unreachable-level': 'contradiction',
  'metric/result-contradicts-target': 'contradiction',
  'objective/missed-without-action': 'stage2',
  'objective/overdue': 'stage2',
  'person/acted-after-leaving': 'contradiction',
  'programme/ended': 'stage2',
  'review/before-audit': 'contradiction',
  'review/no-date': 'stage1',
  'review/none': 'stage1',
  'review/overdue': 'stage1',
  'risk/accepted-by-non-owner': 'contradiction',
  'risk/annual-loss-differs': 'contradiction',
  'risk/credits-unimplemented-control': 'stage2',
  'risk/incident-since-assessment': 'stage2',
  'risk/lowered-without-treatment': 'contradiction',
  'risk/monitoring-overdue': 'stage2',
  'risk/off-scale': 'contradiction',
  'risk/overdue-action': 'stage2',
  'risk/residual-exceeds-inherent': 'contradiction',
  'risk/stated-result-differs': 'contradiction',
  'risk/step-number': 'contradiction',
  'scope/several': 'contradiction',
  'soa/covered-by-excluded': 'contradiction',
  'soa/duplicate-entry': 'contradiction',
  'soa/excluded-but-used': 'contradiction',
  'soa/ground-without-exclusion': 'contradiction',
  'soa/inherited-without-assurance': 'stage2',
  'soa/no-evidence': 'stage2',
  'soa/planned-without-action': 'stage2',
};

/** All codes and areas that the table speaks of. */
export const classified: readonly string[] = [...Object.keys(areas), ...Object.keys(exceptions)];

/** From when on a rule matters. A rule of an area that is not in the table matters at once, so that it cannot be overlooked. */
export const momentOf = (code: string): Moment => exceptions[code] ?? areas[areaOf(code)] ?? 'contradiction';

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
export function presetSeverity(preset: Preset, { code, severity }: Pick<Rule, 'code' | 'severity'>): SeveritySetting {
  if (!moments[preset].includes(momentOf(code))) return 'off';
  return preset === 'strict' ? stricter[severity] : severity;
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
  rule: Pick<Rule, 'code' | 'aliases' | 'severity'>,
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
