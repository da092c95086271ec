/** The Statement of Applicability for programs. Its shape is published in docs/schemas/soa.schema.json; a change of it is a new version. */
import type { CoverageCounts, SoaCoverage } from '../../analysis/coverage.ts';
import type { SoaLine, StatementOfApplicability } from '../../analysis/soa.ts';
import { approval, evidence, named, optional } from './_shared.ts';

/** The `$id` of the schema. */
export const soaSchemaId = 'urn:isms-as-code:schema:soa:1';

/** For whom it is written: customers are told neither risks nor how controls are implemented, nor persons. */
export type Edition = 'internal' | 'customer';

/** Absent values are null, so that every line has the same keys. */
export function soaData(
  statement: StatementOfApplicability,
  coverage: SoaCoverage,
  all: CoverageCounts,
  edition: Edition,
): object {
  const { organization, isms, standard, version, owner, approved, asOf, changes, lines } = statement;
  return {
    $schema: soaSchemaId,
    edition,
    organization: organization ?? null,
    isms: optional(isms, named),
    standard: standard ?? null,
    version: version ?? null,
    owner: edition === 'customer' ? null : optional(owner, named),
    approved: optional(approved, given =>
      approval(edition === 'customer' ? { ...given, by: [], because: undefined } : given),
    ),
    changedSinceApproval: optional(changes, ({ changed, gone }) => ({ changed: [...changed.keys()], gone })),
    asOf,
    coverage: {
      total: counts(all),
      themes: Object.fromEntries(coverage.themes.map(({ theme, ...rest }) => [theme, counts(rest)])),
      own: counts(coverage.own),
    },
    controls: lines.map(line => control(edition === 'customer' ? forCustomers(line) : line)),
  };
}

/** What customers are told of a control: whether it applies, why, and how far it is. */
export const forCustomers = (line: SoaLine): SoaLine => ({
  ...line,
  reasons: line.reasons.map(reason => (reason.code === 'RRA' ? { ...reason, ids: [], names: [] } : reason)),
  implementation: undefined,
  owner: undefined,
  risks: [],
  evidence: [],
  policies: [],
});

const counts = (counted: CoverageCounts): object => ({
  total: counted.total,
  decided: counted.decided,
  applicable: counted.applicable,
  inherited: counted.inherited,
  excluded: counted.excluded,
  implemented: counted.implemented,
  partial: counted.partial,
  planned: counted.planned,
  undecided: counted.undecided,
});

const control = (line: SoaLine): object => ({
  id: line.id,
  title: line.title,
  theme: line.theme ?? null,
  own: line.own,
  decision: line.decision ?? null,
  applicable: line.decision === undefined ? null : line.decision !== 'no',
  reasons: line.reasons.map(({ code, ids }) => ({ code, ids })),
  exclusions: line.exclusions.map(({ ground, coveredBy }) => ({ ground, coveredBy: coveredBy ?? null })),
  justification: line.justification ?? null,
  status: line.status ?? null,
  implementation: line.implementation ?? null,
  provider: optional(line.provider, named),
  owner: optional(line.owner, named),
  risks: line.risks.map(named),
  requirements: line.requirements.map(named),
  evidence: line.evidence.map(evidence),
  policies: line.policies.map(named),
});
