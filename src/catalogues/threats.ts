import { builtinsOf, type FrameworkEntry } from '../frameworks/framework.ts';
import type { SecurityProperty } from './control-attributes.ts';

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
export const threats: readonly CommonThreat[] = builtinsOf('Threat').map(threat => ({
  kind: 'threat',
  ...common(threat),
  // The tests hold the data to these types.
  sources: (threat.facts.source ?? []) as readonly ThreatSource[],
  affects: threat.facts.affects as readonly SecurityProperty[],
}));

/** The starter catalogue of vulnerabilities, grouped by area as in the data. */
export const vulnerabilities: readonly CommonVulnerability[] = builtinsOf('Vulnerability').map(vulnerability => ({
  kind: 'vulnerability',
  ...common(vulnerability),
}));

function common({ name: id, title, facts }: FrameworkEntry): CommonEntry {
  return { id, title, description: facts.description?.[0] ?? '', controls: facts.controls ?? [] };
}

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
