/** The parts of a comparison, in the order in which a reader wants to know them. */

/** What is told in a part of its own; everything else is told under `others`. */
export const sectionTitles = {
  soa: 'Statement of Applicability',
  risks: 'Risks',
  treatment: 'Risk treatment',
  acceptances: 'Acceptances and exceptions',
  evidence: 'Evidence',
  others: 'Everything else',
} as const;

export type SectionId = keyof typeof sectionTitles;

export const sectionIds = Object.keys(sectionTitles) as SectionId[];

/** By kind, the part that a declaration is told in. */
const byKind: Readonly<Record<string, SectionId>> = {
  Control: 'soa',
  Risk: 'risks',
  Exception: 'acceptances',
  Evidence: 'evidence',
};

/** Of a risk, what is told in another part: by the first word of its key. */
const byRiskKey: Readonly<Record<string, SectionId>> = {
  treatment: 'treatment',
  controls: 'treatment',
  counterparty: 'treatment',
  action: 'treatment',
  residual: 'treatment',
  accepted: 'acceptances',
};

export const sectionOfKind = (kind: string): SectionId => byKind[kind] ?? 'others';

/** The part in which a fact of a declaration is told. */
export const sectionOf = (kind: string, key: string): SectionId =>
  (kind === 'Risk' ? byRiskKey[key.split(' ', 1)[0] ?? ''] : undefined) ?? sectionOfKind(kind);
