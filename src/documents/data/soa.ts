/** The Statement of Applicability for programs. Its shape is published in docs/schemas/soa.schema.json; a change of it is a new version. */
import type { CoverageCounts, SoaCoverage } from '../../analysis/coverage.ts';
import type { NamedEvidence, SoaLine, StatementOfApplicability } from '../../analysis/soa.ts';
import type { JsonValue } from '../blocks.ts';
import { approval, type JsonObject, named, optional } from './_shared.ts';

/** The `$id` of the schema. */
export const soaSchemaId = 'urn:isms-as-code:schema:soa:1';

/** Absent values are null, so that every line has the same keys. */
export function soaData(statement: StatementOfApplicability, coverage: SoaCoverage, all: CoverageCounts): JsonValue {
  const { organization, isms, standard, version, owner, approved, asOf, lines } = statement;
  return {
    $schema: soaSchemaId,
    organization: organization ?? null,
    isms: optional(isms, named),
    standard: standard ?? null,
    version: version ?? null,
    owner: optional(owner, named),
    approved: optional(approved, approval),
    asOf,
    coverage: {
      total: counts(all),
      themes: Object.fromEntries(coverage.themes.map(({ theme, ...rest }) => [theme, counts(rest)])),
      own: counts(coverage.own),
    },
    controls: lines.map(control),
  };
}

const evidence = ({ file, link, collected, ...rest }: NamedEvidence): JsonObject => ({
  ...named(rest),
  file: file ?? null,
  link: link ?? null,
  collected: collected ?? null,
});

const counts = (counted: CoverageCounts): JsonObject => ({
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

const control = (line: SoaLine): JsonObject => ({
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
