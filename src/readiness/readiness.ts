/**
 * How ready an ISMS is for the two stages of a certification: the checklists of checklist.ts, each line judged by what is
 * declared and by the findings that speak against it. A value; the readiness document says it in words.
 */
import { type InformationState, mandatoryInformation } from '../analysis/mandatory-information.ts';
import { pluralOf } from '../language/schema.ts';
import { type Declaration, label, nameSpan } from '../model/declaration.ts';
import { type Preset, severityOf } from '../rules/presets.ts';
import { areaOf, type Severity } from '../rules/rule.ts';
import { configFileName } from '../workspace/config.ts';
import { compareDiagnostics, type Diagnostic, diagnosticOf } from '../workspace/diagnostic.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { type Count, type Line, lateCodes, lines, type Stage } from './checklist.ts';

export type { Count, Stage } from './checklist.ts';

/**
 * `missing`: the thing is not there; `incomplete`: it is there, but something is missing or wrong about it; `late`: all that
 * stands against it is that a date has passed.
 */
export type LineState = 'met' | 'missing' | 'incomplete' | 'late';

export type Place = Pick<Diagnostic, 'uri' | 'range'>;

/** What stands against a line. */
export interface OpenItem {
  /** The rule that found it; undefined for what only a checklist asks for. */
  readonly code: string | undefined;
  readonly severity: Severity;
  readonly isLate: boolean;
  readonly message: string;
  readonly place: Place | undefined;
}

export interface ReadinessLine {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly state: LineState;
  readonly count: Count | undefined;
  readonly facts: readonly string[];
  /** Where it is declared, or should be: then the `isms` block. */
  readonly place: Place | undefined;
  /** In order of place. */
  readonly open: readonly OpenItem[];
}

export interface StageReadiness {
  readonly stage: Stage;
  readonly isReady: boolean;
  readonly lines: readonly ReadinessLine[];
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
 * The readiness of an ISMS as of the last update, for both stages or one. Stage 2 needs stage 1 as well. Severities that are set for
 * codes or areas count; a preset that only hides what is still to be done does not. Throws if a rule failed, since an ISMS is not to be
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
  const first = judged(1);
  const stages: StageReadiness[] = [];
  if (only !== 2) stages.push(stageOf(1, first));
  if (only !== 1) stages.push(stageOf(2, [everythingOf(first), ...judged(2)]));
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
  isReady: all.every(({ state }) => state === 'met'),
  lines: all,
});

/** The first line of stage 2: what stage 1 looks at still has to hold. */
function everythingOf(first: readonly ReadinessLine[]): ReadinessLine {
  const met = first.filter(({ state }) => state === 'met').length;
  return {
    id: 'stage-1',
    title: 'Everything that stage 1 asks for',
    clause: '4 to 10',
    state: met === first.length ? 'met' : 'incomplete',
    count: { done: met, total: first.length, what: 'points of stage 1 met' },
    facts: [],
    place: undefined,
    open: [],
  };
}

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
  const choices = workspace.choices(unit).map(({ preset, rules }) => ({
    rules,
    preset: preset && isHiding(preset) ? undefined : preset,
  }));
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
  const own = (message: string, where: Place | undefined): OpenItem => ({
    code: undefined,
    severity: 'warning',
    isLate: false,
    message,
    place: where,
  });
  const open = [...found.map(({ item }) => item), ...more.map(item => own(item.message, placeOf(unit, item.at)))];
  const faulty = new Set([...found.map(({ declaration }) => declaration), ...more.map(item => item.at)]);
  if (!exists && !open.length) open.push(own(line.remedy, place));
  return {
    id: line.id,
    title: line.title,
    clause: line.clause,
    state: stateOf(exists, open),
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

function placeOf(unit: IsmsUnit, declaration: Declaration | undefined): Place | undefined {
  const block = declaration && unit.isms.blockOf(declaration);
  return block && { uri: block.file.uri, range: block.range(nameSpan(declaration)) };
}
