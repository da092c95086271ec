/** The risk assessment report for programs: by which method, and with which results. */
import {
  combine,
  exceedsAppetite,
  impactScale,
  impactScales,
  levelOf,
  type RiskMethod,
  readMethod,
  type ScaleStep,
} from '../../analysis/method.ts';
import { inUse } from '../../analysis/neighbours.ts';
import { type RiskLine, riskLines } from '../../analysis/risk-register.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approvalData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type KeptData,
  keptData,
  type NamedData,
  type ParticularsData,
  particularsData,
  periodData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';
import { type AnalysedRisk, analysed } from './risk-register.ts';

export interface RiskAssessmentReport extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:risk-assessment-report:1';
  /** Null where none is declared. */
  readonly method: MethodData | null;
  /** The gravest first. */
  readonly results: readonly ResultData[];
  /** The threats and weaknesses that the organisation declares itself. (6.1.2 c) */
  readonly threats: readonly ThreatData[];
  readonly vulnerabilities: readonly VulnerabilityData[];
}

export interface ThreatData extends DescribedData, KeptData {
  /** `deliberate`, `accidental` or `environmental`, as written. */
  readonly sources: readonly string[];
  /** The properties of information that it harms. */
  readonly affects: readonly string[];
  /** The controls that usually treat it. */
  readonly controls: readonly NamedData[];
}

export interface VulnerabilityData extends DescribedData, KeptData {
  /** The assets that have it; none for one that another ISMS keeps, whose assets are its own. */
  readonly assets: readonly NamedData[];
  /** The controls that usually treat it. */
  readonly controls: readonly NamedData[];
}

export interface MethodData extends ParticularsData, KeptData {
  readonly title: string | null;
  /** `asset-based` or `event-based`, as written. */
  readonly style: string | null;
  /** How likelihood and impact combine: `product`, `sum`, `maximum` or `matrix`. */
  readonly combination: string;
  /** The highest level that is accepted without treatment. */
  readonly appetite: string | null;
  /** How often risks are assessed again. */
  readonly review: string | null;
  readonly approved: ApprovalData | null;
  readonly likelihood: readonly StepData[];
  readonly impact: readonly ScaleData[];
  /** Of assets; empty where the usual one counts. */
  readonly values: readonly StepData[];
  /** `own` or `inherited`, as written: whether an asset takes over the highest value of what depends on it. */
  readonly assetValues: string | null;
  /** What the likelihood and impact of a risk are: `inherent` without its controls, `current` with those in place. */
  readonly assessed: string | null;
  readonly levels: readonly LevelData[];
  /** A row for each likelihood and impact of the common scale, from the lowest. */
  readonly matrix: readonly MatrixCellData[];
}

export interface StepData {
  readonly value: number;
  readonly word: string;
  readonly meaning: string | null;
}

export interface ScaleData {
  /** The property of information that it is for; null for the common one. */
  readonly property: string | null;
  readonly steps: readonly StepData[];
}

export interface LevelData {
  readonly word: string;
  /** The scores it takes in; null where a matrix names the levels. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether it is accepted without treatment; null where no appetite is stated. */
  readonly accepted: boolean | null;
  /** How many risks stand there. */
  readonly before: number;
  readonly today: number;
  readonly after: number;
}

export interface MatrixCellData {
  readonly likelihood: string;
  readonly impact: string;
  readonly score: number | null;
  readonly level: string | null;
}

export interface ResultData extends AnalysedRisk {
  /** 1 for the gravest; risks that stand alike share one. Null for a risk without a level. */
  readonly priority: number | null;
  readonly treatment: readonly string[];
  readonly assessed: string | null;
  /** The day by which it is to be assessed again. */
  readonly nextReview: string | null;
}

export function riskAssessmentReportData(view: IsmsView): RiskAssessmentReport {
  const [declared] = view.all('Method');
  const method = declared && readMethod(declared);
  const risks = riskLines(view);
  const used = inUse(view);
  return {
    $schema: 'urn:isms-as-code:schema:risk-assessment-report:1',
    ...headData(view),
    method: declared && method ? methodData(view, declared, method, risks) : null,
    results: results(method, risks),
    threats: byName(view, used('Threat'), (threat, name) => ({
      ...name,
      ...keptData(view, threat),
      sources: threat.sources.map(({ value }) => value),
      affects: threat.affects.map(({ value }) => value),
      controls: refsData(view, threat.controls),
    })),
    vulnerabilities: byName(view, used('Vulnerability'), (weakness, name) => ({
      ...name,
      ...keptData(view, weakness),
      assets: view.origin(weakness) === undefined ? refsData(view, weakness.assets) : [],
      controls: refsData(view, weakness.controls),
    })),
  };
}

function methodData(
  view: IsmsView,
  declared: Declarations['Method'],
  method: RiskMethod,
  risks: readonly RiskLine[],
): MethodData {
  const meanings = stepMeanings(declared);
  const steps = (scale: readonly ScaleStep[], of: string): StepData[] =>
    scale.map(({ label, value }) => ({ value, word: label, meaning: meanings.get(`${of} ${label}`) ?? null }));
  const count = (stage: 'inherent' | 'current' | 'residual', word: string): number =>
    risks.filter(risk => risk[stage]?.level === word).length;
  return {
    title: textData(declared.title),
    ...particularsData(view, declared),
    ...keptData(view, declared),
    style: valueData(declared.style),
    combination: method.matrix ? 'matrix' : method.formula,
    appetite: method.appetite ?? null,
    review: periodData(declared.review),
    approved: approvalData(view, declared.approved),
    likelihood: steps(method.likelihood, 'likelihood'),
    impact: impactScales(method).map(({ property, steps: scale }) => ({
      property: property ?? null,
      steps: steps(scale, `impact ${property ?? ''}`),
    })),
    values: declared.values.flatMap(({ steps: all }) =>
      all.flatMap(({ label, value, meaning }) =>
        label && value ? [{ value: value.value, word: label.value, meaning: meaning?.value ?? null }] : [],
      ),
    ),
    assetValues: valueData(declared.assetValues),
    assessed: valueData(declared.assessed),
    levels: method.levels.map(level => ({
      word: level.label,
      from: level.from ?? null,
      to: level.to ?? null,
      accepted: method.appetite === undefined ? null : !exceedsAppetite(method, { score: 0, level }),
      before: count('inherent', level.label),
      today: count('current', level.label),
      after: count('residual', level.label),
    })),
    matrix: matrixOf(method),
  };
}

/** What the steps of scales mean, by scale and word. */
function stepMeanings(declared: Declarations['Method']): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  const add = (of: string, steps: Declarations['Method']['likelihood'][number]['steps']): void => {
    for (const { label, meaning } of steps) if (label && meaning) meanings.set(`${of} ${label.value}`, meaning.value);
  };
  for (const scale of declared.likelihood) add('likelihood', scale.steps);
  for (const scale of declared.impact) add(`impact ${scale.property?.value ?? ''}`, scale.steps);
  return meanings;
}

const matrixOf = (method: RiskMethod): MatrixCellData[] =>
  method.likelihood.flatMap(chance =>
    impactScale(method, undefined).map((impact, index) => {
      const { score, level } = combine(method, chance, impact, index);
      return {
        likelihood: chance.label,
        impact: impact.label,
        score: method.matrix ? null : score,
        level: level?.label ?? null,
      };
    }),
  );

/** By the level before treatment, then by the score; alike ones in natural order. */
function results(method: RiskMethod | undefined, risks: readonly RiskLine[]): ResultData[] {
  const rank = ({ inherent }: RiskLine): number => (method && levelOf(method, inherent?.level)?.rank) ?? -1;
  const score = ({ inherent }: RiskLine): number => inherent?.score ?? -1;
  const compare = (a: RiskLine, b: RiskLine): number => rank(b) - rank(a) || score(b) - score(a);
  const sorted = [...risks].sort((a, b) => compare(a, b) || compareNaturally(a.id, b.id));
  let priority = 0;
  return sorted.map((risk, index) => {
    const before = sorted[index - 1];
    if (!before || compare(before, risk) !== 0) priority = index + 1;
    return {
      priority: rank(risk) < 0 ? null : priority,
      ...analysed(risk),
      treatment: risk.treatment,
      assessed: risk.assessed ?? null,
      nextReview: risk.nextReview ?? null,
    };
  });
}
