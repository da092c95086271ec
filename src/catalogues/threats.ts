import type { SecurityProperty } from './control-attributes.ts';
import source from './data/threats.json';

/** Where a threat comes from, after the usual three classes. */
export type ThreatSource = 'deliberate' | 'accidental' | 'environmental';

interface CommonEntry {
  /** A name as authors write it: `Ransomware`, `LatePatching`. Unique over threats and vulnerabilities. */
  readonly id: string;
  readonly title: string;
  /** One sentence, in our words. */
  readonly description: string;
  /** Ids of Annex A controls that usually treat it (`A.8.13`), in natural order: a suggestion, not a rule. */
  readonly controls: readonly string[];
}

/** A common threat, to begin a risk register with. */
export interface CommonThreat extends CommonEntry {
  readonly kind: 'threat';
  /** Where it comes from: the usual source first. (ISO/IEC 27005, origins A, D and E) */
  readonly sources: readonly ThreatSource[];
  /** The security properties that it usually harms. */
  readonly affects: readonly SecurityProperty[];
}

/** A common vulnerability, to begin a risk register with. */
export interface CommonVulnerability extends CommonEntry {
  readonly kind: 'vulnerability';
}

/** The starter catalogue of threats: deliberate ones first, then accidental, then environmental. */
export const threats: readonly CommonThreat[] = source.threats.map(({ source, ...threat }) => ({
  kind: 'threat',
  ...threat,
  // The tests hold the data to these types.
  sources: [source].flat() as ThreatSource[],
  affects: threat.affects as SecurityProperty[],
}));

/** The starter catalogue of vulnerabilities, grouped by area as in the data. */
export const vulnerabilities: readonly CommonVulnerability[] = source.vulnerabilities.map(vulnerability => ({
  kind: 'vulnerability',
  ...vulnerability,
}));

const threatsById = new Map(threats.map(threat => [threat.id, threat]));
const vulnerabilitiesById = new Map(vulnerabilities.map(vulnerability => [vulnerability.id, vulnerability]));

/** The common threat with this name, or undefined. */
export function findThreat(id: string): CommonThreat | undefined {
  return threatsById.get(id);
}

/** The common vulnerability with this name, or undefined. */
export function findVulnerability(id: string): CommonVulnerability | undefined {
  return vulnerabilitiesById.get(id);
}
