/**
 * How ready an ISMS is for the two stages of a certification, and for surveillance once it is certified: the checklists of checklist.ts, each line judged by what is
 * declared and by the findings that speak against it. A value; the readiness document says it in words.
 */
import { type InformationState, mandatoryInformation } from '../analysis/mandatory-information.ts';
import { pluralOf } from '../language/schema.ts';
import { type Declaration, label, nameSpan } from '../model/declaration.ts';
import { areaOf } from '../rules/codes.ts';
import { rules } from '../rules/generated/registry.ts';
import { type Choice, type Preset, type SeveritySetting, severityOf } from '../rules/presets.ts';
import type { Severity } from '../rules/rule.ts';
import { firstOfSaying, type Saying, saying } from '../wording/wording.ts';
import { configFileName } from '../workspace/configuration/config.ts';
import { compareDiagnostics, type Diagnostic, diagnosticOf } from '../workspace/diagnostic.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { lateCodes, lines } from './checklist.ts';
import type { Count, Line, Stage } from './line.ts';
import { currentCertificate } from './surveillance.ts';

export type { Count, Stage } from './line.ts';

/**
 * `missing`: the thing is not there; `incomplete`: it is there, but something is missing or wrong about it; `late`: all that
 * stands against it is that a date has passed; `nothing`: there is nothing to judge yet, such as an incident, and that is no fault.
 */
export type LineState = 'met' | 'missing' | 'incomplete' | 'late' | 'nothing';

/** Whether a line stands against being ready. */
export const isOpenLine = ({ state }: Pick<ReadinessLine, 'state'>): boolean => state !== 'met' && state !== 'nothing';

export type Place = Pick<Diagnostic, 'uri' | 'range'>;

/** What stands against a line. */
export interface OpenItem {
  /** The rule that found it; undefined for what only a checklist asks for. */
  readonly code: string | undefined;
  readonly severity: Severity;
  readonly isLate: boolean;
  readonly message: Saying;
  readonly place: Place | undefined;
}

export interface ReadinessLine {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly state: LineState;
  readonly count: Count | undefined;
  readonly facts: readonly Saying[];
  /** Where it is declared, or should be: then the `isms` block. */
  readonly place: Place | undefined;
  /** In order of place. */
  readonly open: readonly OpenItem[];
}

export interface StageReadiness {
  readonly stage: Stage;
  readonly isReady: boolean;
  readonly lines: readonly ReadinessLine[];
  /** What is most urgent: at most three lines that are not met, the worst first. */
  readonly worst: readonly ReadinessLine[];
}

export interface InformationEntry {
  readonly key: string;
  readonly name: string;
  readonly clause: string;
  readonly state: InformationState;
  readonly place: Place | undefined;
}

export interface Readiness {
  readonly isms: { readonly name: string; readonly title: string | undefined };
  readonly asOf: string;
  /** A preset that hides some of these findings while one writes; undefined where it hides none. */
  readonly hidingPreset: Preset | undefined;
  readonly stages: readonly StageReadiness[];
  /** The documented information that the standard asks for by name. (7.5.1 a) */
  readonly information: readonly InformationEntry[];
}

/** Whether a line only says how far the stage before is. */
export const isSummaryLine = ({ id }: Pick<ReadinessLine, 'id'>): boolean => id.startsWith(summaryPrefix);

const summaryPrefix = 'stage-';

/** How many lines are met, of those that there is something to judge for. */
export function progressOf(all: readonly ReadinessLine[]): { readonly met: number; readonly total: number } {
  const judged = all.filter(({ state }) => state !== 'nothing');
  return { met: judged.filter(({ state }) => state === 'met').length, total: judged.length };
}

/** Whether an ISMS is ready for all the stages that were judged. */
export const isReady = ({ stages }: Readiness): boolean => stages.every(stage => stage.isReady);

const blocking: readonly Severity[] = ['error', 'warning'];

/** The line that a finding speaks against. `document` is the key of the documented information that it misses. */
export function lineOf(code: string, document?: unknown): Line | undefined {
  const byDocument =
    typeof document === 'string'
      ? (lines.find(({ documents }) => documents?.includes(document)) ??
        lines.find(({ documents }) => documents?.includes('*')))
      : undefined;
  return (
    byDocument ??
    lines.find(({ findings }) => findings.includes(code)) ??
    lines.find(({ findings }) => findings.includes(areaOf(code)))
  );
}

/**
 * The readiness of an ISMS as of the last update, for all stages or one. Each stage needs the one before. Severities that are set for
 * codes or areas count, and those that silence a rule stand against stage 1; a preset that only hides what is still to be done does not. Throws if a rule failed, since an ISMS is not to be
 * called ready when a rule may have had something to say; and what an analysis throws.
 */
export function readiness(workspace: Workspace, unit: IsmsUnit, only?: Stage): Readiness {
  const failed = workspace.failedRules([unit]);
  if (failed.length) {
    const which =
      failed.length > 3 ? `${failed.slice(0, 3).join(', ')} and ${failed.length - 3} more` : failed.join(', ');
    throw new Error(`rules of this program failed, so what speaks against it is not known (${which})`);
  }
  const view = unit.view();
  const found = findingsByLine(workspace, unit);
  const judged = (stage: Stage): ReadinessLine[] =>
    lines.filter(line => line.stage === stage).map(line => judge(unit, line, found.get(line) ?? []));
  const first = [allRulesOn(workspace, unit), ...judged(1)];
  const second = [everythingOf(1, first), ...judged(2)];
  const isAsked = (stage: Stage): boolean => only === undefined || only === stage;
  const stages: StageReadiness[] = [];
  if (isAsked(1)) stages.push(stageOf(1, first));
  if (isAsked(2)) stages.push(stageOf(2, second));
  if (only === 'surveillance' || (only === undefined && currentCertificate(view)))
    stages.push(stageOf('surveillance', [everythingOf(2, second), ...judged('surveillance')]));
  const preset = workspace.preset(unit);
  return {
    isms: { name: view.isms ? label(view.isms) : '', title: view.isms?.title?.value },
    asOf: view.asOf,
    hidingPreset: preset && isHiding(preset) ? preset : undefined,
    stages,
    information: mandatoryInformation(view).map(({ item, state, at }) => ({
      key: item.key,
      name: item.name,
      clause: item.reference.replace(/\)$/, ''),
      state,
      place: placeOf(unit, at),
    })),
  };
}

const isHiding = (preset: Preset): boolean => preset === 'draft' || preset === 'stage1';

const stageOf = (stage: Stage, all: readonly ReadinessLine[]): StageReadiness => ({
  stage,
  isReady: !all.some(isOpenLine),
  lines: all,
  worst: worstOf(all),
});

const urgency: Readonly<Record<LineState, number>> = { missing: 0, incomplete: 1, late: 2, nothing: 3, met: 3 };

/** Three lines at most: what is missing before what is incomplete before what is late, and of these the one with the most errors. */
const worstOf = (all: readonly ReadinessLine[]): ReadinessLine[] =>
  all
    .filter(line => isOpenLine(line) && !isSummaryLine(line))
    .sort(compareUrgency)
    .slice(0, 3);

/** What is more urgent comes first: what is missing, then what is incomplete, then what is late; of these, what has the most errors. */
export function compareUrgency(a: ReadinessLine, b: ReadinessLine): number {
  const errors = ({ open }: ReadinessLine): number => open.filter(({ severity }) => severity === 'error').length;
  return urgency[a.state] - urgency[b.state] || errors(b) - errors(a) || b.open.length - a.open.length;
}

/** The first line: an ISMS is not to be called ready by looking away. */
function allRulesOn(workspace: Workspace, unit: IsmsUnit): ReadinessLine {
  const off = silencedRules(workspace, unit);
  const which = firstOfSaying(off, 3);
  return {
    id: 'rules',
    title: 'No rule is switched off',
    clause: 'isms.config.json',
    state: off.length ? 'incomplete' : 'met',
    count: undefined,
    facts: off.length ? [saying('{0} switched off or lowered', off.length)] : [],
    place: undefined,
    open: off.length
      ? [
          {
            code: undefined,
            severity: 'warning',
            isLate: false,
            message: saying(
              off.length > 1
                ? 'What {0} would find is not known, since `rules` of the configuration silences them; silence single findings with a reason instead.'
                : 'What {0} would find is not known, since `rules` of the configuration silences it; silence single findings with a reason instead.',
              which,
            ),
            place: undefined,
          },
        ]
      : [],
  };
}

/** The rules that would speak against a line, if a configuration had not switched them off or lowered them. */
function silencedRules(workspace: Workspace, unit: IsmsUnit): string[] {
  const choices = stagesChoices(workspace, unit);
  const withoutRules = choices.map(({ preset }) => ({ preset, rules: undefined }));
  const isBlocking = (severity: SeveritySetting): boolean => severity !== 'off' && blocking.includes(severity);
  return rules
    .filter(rule => isBlocking(severityOf(rule, withoutRules)) && !isBlocking(severityOf(rule, choices)))
    .map(({ code }) => code)
    .sort();
}

/** The first line of the stage that follows: what the stage before looks at still has to hold. */
function everythingOf(stage: 1 | 2, before: readonly ReadinessLine[]): ReadinessLine {
  const { met, total } = progressOf(before);
  return {
    id: `${summaryPrefix}${stage}`,
    title: stage === 1 ? 'Everything that stage 1 asks for' : 'Everything that stage 2 asks for',
    clause: '4 to 10',
    state: met === total ? 'met' : 'incomplete',
    count: { done: met, total, what: stage === 1 ? 'points of stage 1 met' : 'points of stage 2 met' },
    facts: [],
    place: undefined,
    open: [],
  };
}

/** The choices of severities, without presets that only hide what is still to be done. */
const stagesChoices = (workspace: Workspace, unit: IsmsUnit): Choice[] =>
  workspace.choices(unit).map(({ preset, rules }) => ({
    rules,
    preset: preset && isHiding(preset) ? undefined : preset,
  }));

interface Found {
  readonly declaration: Declaration | undefined;
  readonly item: OpenItem;
}

/** What is found in the ISMS and grave enough to stand against a line, by line. */
function findingsByLine(workspace: Workspace, unit: IsmsUnit): Map<Line, Found[]> {
  const found = new Map<Line, { diagnostic: Diagnostic; declaration: Declaration | undefined }[]>();
  const add = (diagnostic: Diagnostic | undefined, declaration: Declaration | undefined, data: unknown): void => {
    const line = diagnostic && blocking.includes(diagnostic.severity) && lineOf(diagnostic.code, data);
    if (!line) return;
    const all = found.get(line);
    if (all) all.push({ diagnostic, declaration });
    else found.set(line, [{ diagnostic, declaration }]);
  };
  const choices = stagesChoices(workspace, unit);
  for (const uri of unit.isms.files.keys()) {
    for (const { block, finding } of workspace.findings(uri)) {
      const data = finding.rule.code === 'document/mandatory-missing' ? finding.data : undefined;
      const diagnostic = diagnosticOf(block, finding, severityOf(finding.rule, choices));
      add(diagnostic, block.declaration, data);
    }
  }
  for (const diagnostic of workspace.diagnostics(`${unit.root}/${configFileName}`))
    add(diagnostic, undefined, undefined);
  return new Map(
    [...found].map(([line, all]) => [
      line,
      all
        .sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic))
        .map(({ diagnostic, declaration }) => ({ declaration, item: itemOf(diagnostic) })),
    ]),
  );
}

const itemOf = ({ code, severity, message, uri, range }: Diagnostic): OpenItem => ({
  code,
  severity,
  isLate: lateCodes.has(code),
  message,
  place: { uri, range },
});

function judge(unit: IsmsUnit, line: Line, found: readonly Found[]): ReadinessLine {
  const view = unit.view();
  const { at, exists = at !== undefined, count, facts = [], open: more = [] } = line.judge(view);
  const place = placeOf(unit, at ?? view.isms);
  const own = (message: Saying, where: Place | undefined): OpenItem => ({
    code: undefined,
    severity: 'warning',
    isLate: false,
    message,
    place: where,
  });
  const open = [...found.map(({ item }) => item), ...more.map(item => own(item.message, placeOf(unit, item.at)))];
  const faulty = new Set([...found.map(({ declaration }) => declaration), ...more.map(item => item.at)]);
  if (!exists && !open.length) open.push(own(saying(line.remedy), place));
  return {
    id: line.id,
    title: line.title,
    clause: line.clause,
    state: !open.length && exists && !at && !line.remedy ? 'nothing' : stateOf(exists, open),
    count: count ?? countOf(view.all(line.counts ?? 'Isms'), line, faulty),
    facts,
    place,
    open,
  };
}

function stateOf(exists: boolean, open: readonly OpenItem[]): LineState {
  if (!exists) return 'missing';
  if (!open.length) return 'met';
  return open.every(({ isLate }) => isLate) ? 'late' : 'incomplete';
}

function countOf(all: readonly Declaration[], { counts }: Line, faulty: ReadonlySet<unknown>): Count | undefined {
  if (!counts || !all.length) return undefined;
  return { done: all.filter(one => !faulty.has(one)).length, total: all.length, what: `${pluralOf(counts)} in order` };
}

/** Where the name of a declaration stands, in an ISMS or one that it uses. */
export function placeOf(unit: IsmsUnit, declaration: Declaration | undefined): Place | undefined {
  const block = declaration && unit.isms.blockInReach(declaration);
  return block && { uri: block.file.uri, range: block.range(nameSpan(declaration)) };
}
