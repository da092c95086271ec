import source from '../frameworks/iso27001-2013/catalogue.json';
import { type AnnexAControl, annexA, compareControlIds, findControl } from './annex-a.ts';

/** One of the 114 controls of ISO/IEC 27001:2013, Annex A, with what became of it in 2022. */
export interface Control2013 {
  readonly kind: 'control';
  /** As the 2013 edition writes it: `A.9.4.2`. */
  readonly id: string;
  readonly title: string;
  /** The objective and the domain it stood under: `A.9.4`, `A.9`. */
  readonly objective: string;
  readonly domain: string;
  /** The 2022 controls that took it over, in natural order; never empty, two only for A.18.2.3. */
  readonly successors: readonly AnnexAControl[];
  /** Other 2013 ids that went into one of the same successors, in natural order. */
  readonly mergedWith: readonly string[];
}

/** A heading of the 2013 edition: an objective (`A.9.4`) or a domain (`A.12`). */
export interface Group2013 {
  readonly kind: 'objective' | 'domain';
  readonly id: string;
  readonly title: string;
  /** Its 2013 controls, in natural order. */
  readonly members: readonly string[];
  /** The 2022 controls of all its members, without repetition, in natural order. */
  readonly successors: readonly AnnexAControl[];
}

/** Anything of the 2013 edition that has a number. */
export type Superseded2013 = Control2013 | Group2013;

/** The 114 controls of the 2013 edition in natural order. */
export const annexA2013: readonly Control2013[] = source.controls
  .map(control => toControl(control.id, control.title, control.objective, control.domain, control.successors))
  .sort((a, b) => compareControlIds(a.id, b.id));

let superseded: ReadonlyMap<string, Superseded2013> | undefined;

/**
 * What a number of the 2013 edition meant and what replaces it, or undefined for anything else. A number that the
 * 2022 edition uses too is never reported: `A.6.2` was an objective in 2013 and is a control now; so are `A.5` to
 * `A.8`, which are the four themes now.
 */
export function find2013(id: string): Superseded2013 | undefined {
  superseded ??= new Map([...annexA2013, ...groups()].map(entry => [entry.id, entry]));
  return superseded.get(id);
}

function toControl(
  id: string,
  title: string,
  objective: string,
  domain: string,
  successorNumbers: readonly string[],
): Control2013 {
  const successors = successorNumbers.map(number => `A.${number}`).flatMap(existing => findControl(existing) ?? []);
  const merged = successors.flatMap(control => control.predecessors2013).filter(other => other !== id);
  return {
    kind: 'control',
    id,
    title,
    objective,
    domain,
    successors: successors.sort((a, b) => compareControlIds(a.id, b.id)),
    mergedWith: [...new Set(merged)].sort(compareControlIds),
  };
}

function groups(): Group2013[] {
  const valid2022 = new Set(annexA.flatMap(control => [control.id, control.id.slice(0, control.id.lastIndexOf('.'))]));
  const objectives = new Map(source.controls.map(control => [control.objective, control.objectiveTitle]));
  const found = [
    ...source.domains.map(({ id, title }) => group('domain', id, title)),
    ...[...objectives].map(([id, title]) => group('objective', id, title)),
  ];
  return found.filter(({ id }) => !valid2022.has(id));
}

function group(kind: Group2013['kind'], id: string, title: string): Group2013 {
  const members = annexA2013.filter(control => control[kind] === id);
  const successors = [...new Set(members.flatMap(control => control.successors))];
  return {
    kind,
    id,
    title,
    members: members.map(control => control.id),
    successors: successors.sort((a, b) => compareControlIds(a.id, b.id)),
  };
}
