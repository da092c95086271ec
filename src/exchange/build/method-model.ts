/** What a method of risk assessment is made of, while it is found out. */
import type { Entity, FieldCell } from './entity.ts';
import type { Scale } from './scales.ts';
import type { Formula } from './solve.ts';

export interface Level {
  readonly label: string;
  /** As the register writes it. */
  readonly word: string;
  readonly from?: number;
  readonly to?: number;
}

export interface Method {
  readonly likelihood?: Scale;
  readonly impact?: Scale;
  readonly values?: Scale;
  readonly formula?: Formula;
  readonly levels: readonly Level[];
  /** Labels of levels by likelihood, then impact, in the order of the scales. */
  readonly matrix?: readonly (readonly string[])[];
}

export const phases = [
  { name: 'inherent', likelihood: 'likelihood', impact: 'impact', score: 'score' },
  { name: 'current', likelihood: 'currentLikelihood', impact: 'currentImpact', score: 'currentScore' },
  { name: 'residual', likelihood: 'residualLikelihood', impact: 'residualImpact', score: 'residualScore' },
] as const;

export const impactProperties = [
  ['impactConfidentiality', 'confidentiality'],
  ['impactIntegrity', 'integrity'],
  ['impactAvailability', 'availability'],
] as const;

/** A scored place of a risk: both numbers, and what is printed. */
export interface Scored {
  readonly risk: Entity;
  readonly phase: (typeof phases)[number];
  readonly likelihood?: number;
  /** The highest, where there are several. */
  readonly impact?: number;
  readonly score?: number;
  readonly level?: string;
  readonly cells: readonly FieldCell[];
}

export interface Axes {
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  /** By likelihood, then impact, from the lowest. */
  readonly levels: readonly (readonly string[])[];
  readonly order: readonly string[];
}
