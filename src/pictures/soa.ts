/** The Statement of Applicability as a grid: a tile for each control, with what is open about it. (6.1.3 d) */
import { entriesById, soaCoverage } from '../analysis/coverage.ts';
import { isImplemented } from '../analysis/implementation.ts';
import { type SoaLine, statementOfApplicability } from '../analysis/soa.ts';
import { named, optional } from '../documents/data/_shared.ts';
import type { Control } from '../model/declaration.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { ControlTile, EvidenceMark, Gap, SoaGrid } from './data.ts';
import { evidenceMark } from './evidence.ts';
import { sourcePlace } from './places.ts';

/** The 93 controls of Annex A, then the organisation's own, as the Statement of Applicability lists them. */
export function soaGrid(unit: IsmsUnit): SoaGrid {
  const view = unit.view();
  const entries = entriesById(view.all('Control'));
  return {
    counts: view.get(soaCoverage),
    controls: statementOfApplicability(view).lines.map(line => {
      const control = entries.get(line.id);
      const evidence = (control?.evidence ?? []).map(ref => evidenceMark(unit, view, ref));
      return tile(line, control, evidence, sourcePlace(unit, control));
    }),
  };
}

const tile = (
  line: SoaLine,
  control: Control | undefined,
  evidence: readonly EvidenceMark[],
  place: ControlTile['place'],
): ControlTile => ({
  id: line.id,
  title: line.title,
  theme: line.theme ?? null,
  own: line.own,
  decision: line.decision ?? null,
  status: line.status ?? null,
  justification: line.justification ?? null,
  reasons: line.reasons.map(({ code, names }) => ({ code, names: names.map(named) })),
  exclusions: line.exclusions.map(({ ground, coveredBy }) => (coveredBy ? `${ground} ${coveredBy}` : ground)),
  owner: optional(line.owner, named),
  risks: line.risks.map(named),
  evidence,
  gaps: gapsOf(line, control, evidence),
  place,
});

function gapsOf(line: SoaLine, control: Control | undefined, evidence: readonly EvidenceMark[]): Gap[] {
  if (!control || line.decision === undefined) return ['undecided'];
  const gaps: Gap[] = line.justification === undefined ? ['no-justification'] : [];
  if (line.decision === 'no') return gaps;
  if (!isImplemented(control)) return [...gaps, 'not-implemented'];
  if (evidence.some(({ daysLeft }) => daysLeft !== null && daysLeft < 0)) gaps.push('evidence-expired');
  if (!evidence.length && line.decision !== 'inherited') gaps.push('no-evidence');
  return gaps;
}
