/**
 * What would follow if controls were gone, suppliers failed or evidence ended: which risks would stand higher than today, and which lines
 * of the Statement of Applicability would no longer be true. Nothing is estimated: a risk that counts on what is gone stands as it was
 * assessed without its treatment. docs/what-if.md has the definitions. (6.1.3, 8.2, A.5.19 to A.5.23)
 */
import { compareNaturally } from '../catalogues/natural-order.ts';
import type { Control, Declarations, Kind, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isIncluded, partnerOf } from './control.ts';
import { entriesById } from './coverage.ts';
import { saysInPlace } from './credit.ts';
import { type Evaluation, exceedsAppetite, isGraver, riskMethod } from './method.ts';
import { type Named, named } from './named.ts';
import { inReach } from './neighbours.ts';
import { evidenceEnds } from './next-dates.ts';
import { evaluateRisk, standingToday, treatingControls } from './risk.ts';

/** What is supposed, by names of controls that are declared, and of suppliers and evidence that are declared or shared by an ISMS that is used. The order says nothing. */
export interface Supposition {
  readonly withoutControls: readonly string[];
  readonly failingSuppliers: readonly string[];
  readonly endedEvidence: readonly string[];
}

/** What a risk or a line counts on and would lose. */
export interface Loss {
  readonly kind: 'control' | 'supplier' | 'evidence';
  readonly id: string;
  /** The folder of the other ISMS that declares it, as `uses:` says it. */
  readonly keptIn?: string;
}

export interface RiskChange {
  readonly risk: Named;
  readonly before: Evaluation | undefined;
  /** Undefined where no level without treatment is stated: then it is not known. */
  readonly after: Evaluation | undefined;
  /** Whether it would be above the acceptance criteria, and is not today; undefined where that is not known. */
  readonly risesAbove: boolean | undefined;
  readonly because: readonly Loss[];
}

export interface LineChange {
  readonly control: Named;
  readonly because: readonly Loss[];
}

export interface WhatIf {
  /** The risks that would stand higher, or of which it is not known, in natural order. */
  readonly risks: readonly RiskChange[];
  /** The lines that say today that a control is in place, and would no longer be right to, in natural order. */
  readonly lines: readonly LineChange[];
  /** What the failing suppliers provide, with all that depends on it, in natural order. */
  readonly assets: readonly Named[];
}

/** What is supposed to be gone, and what could be, by the word for it. */
export const supposable = (
  view: IsmsView,
  { withoutControls, failingSuppliers, endedEvidence }: Supposition,
): readonly { readonly word: string; readonly supposed: readonly string[]; readonly declared: readonly string[] }[] => [
  { word: 'control', supposed: withoutControls, declared: [...entriesById(view.all('Control')).keys()] },
  { word: 'supplier', supposed: failingSuppliers, declared: namesInReach(view, 'Supplier') },
  { word: 'evidence', supposed: endedEvidence, declared: namesInReach(view, 'Evidence') },
];

const namesInReach = (view: IsmsView, kind: Kind): string[] =>
  inReach(view, kind).flatMap(({ names }) => names.map(({ value }) => value));

/** What would follow. A name that is not declared changes nothing. */
export function whatIf(view: IsmsView, supposed: Supposition): WhatIf {
  const entries = entriesById(view.all('Control'));
  const suppliers = new Set(supposed.failingSuppliers);
  const lost = lostControls(entries, supposed);
  const risks = view.all('Risk').flatMap(risk => riskChange(view, risk, lost, suppliers));
  const withOrigins = <T extends { readonly because: readonly Loss[] }>(change: T): T => ({
    ...change,
    because: change.because.map(loss => withOrigin(view, loss)),
  });
  return {
    risks: risks.sort((a, b) => compareNaturally(a.risk.id, b.risk.id)).map(withOrigins),
    lines: lineChanges(view, entries, lost, new Set(supposed.endedEvidence)).map(withOrigins),
    assets: assetsOf(view, suppliers),
  };
}

const kindOf = { supplier: 'Supplier', evidence: 'Evidence', control: 'Control' } as const;

/** A loss with the ISMS that declares what is lost, where that is another one. */
function withOrigin(view: IsmsView, loss: Loss): Loss {
  const type = kindOf[loss.kind];
  const found = view.named(loss.id, type)[0] ?? view.shared(loss.id, type)[0];
  const keptIn = found && view.origin(found.declaration);
  return keptIn === undefined ? loss : { ...loss, keptIn };
}

/** Each control that would be gone, with why: it is supposed so, its supplier fails, or all that puts it into practice is gone. */
function lostControls(
  entries: ReadonlyMap<string, Control>,
  { withoutControls, failingSuppliers }: Supposition,
): ReadonlyMap<string, readonly Loss[]> {
  const failing = new Set(failingSuppliers);
  const lost = new Map<string, readonly Loss[]>();
  for (const id of withoutControls) lost.set(id, [{ kind: 'control', id }]);
  for (const [id, entry] of entries) {
    const provider = isIncluded(entry) ? (entry.applicable?.provider ?? partnerOf(entry)) : undefined;
    if (provider && failing.has(provider.name))
      lost.set(id, [...(lost.get(id) ?? []), { kind: 'supplier', id: provider.name }]);
  }
  const implementing = new Map<string, string[]>();
  for (const [own, { implements: parts }] of entries)
    for (const { name } of parts) implementing.set(name, [...(implementing.get(name) ?? []), own]);
  // A control of one's own may be put into practice by others in turn: until nothing more is lost.
  let before: number;
  do {
    before = lost.size;
    for (const [id, own] of implementing) {
      if (!lost.has(id) && own.every(name => lost.has(name)))
        lost.set(
          id,
          own.map(name => ({ kind: 'control', id: name })),
        );
    }
  } while (lost.size > before);
  return lost;
}

function riskChange(
  view: IsmsView,
  risk: Risk,
  lost: ReadonlyMap<string, readonly Loss[]>,
  suppliers: ReadonlySet<string>,
): RiskChange[] {
  const method = view.get(riskMethod);
  const id = risk.names[0]?.value ?? '';
  const because = eachOnce([
    ...treatingControls(risk).flatMap(({ name }): Loss[] => (lost.has(name) ? [{ kind: 'control', id: name }] : [])),
    ...risk.counterparty.flatMap(({ name }): Loss[] => (suppliers.has(name) ? [{ kind: 'supplier', id: name }] : [])),
  ]);
  if (!because.length || !method) return [];
  const before = standingToday(view, risk);
  const { inherent } = evaluateRisk(view, risk);
  if (!inherent) return [{ risk: named(risk, id), before, after: undefined, risesAbove: undefined, because }];
  // Never lower than today: a risk may be stated lower without its treatment than it stands.
  if (before && !isGraver(method, inherent, before)) return [];
  const risesAbove = exceedsAppetite(method, inherent) && !exceedsAppetite(method, before);
  return [{ risk: named(risk, id), before, after: inherent, risesAbove, because }];
}

function lineChanges(
  view: IsmsView,
  entries: ReadonlyMap<string, Control>,
  lost: ReadonlyMap<string, readonly Loss[]>,
  ended: ReadonlySet<string>,
): LineChange[] {
  const changes: LineChange[] = [];
  for (const [id, entry] of entries) {
    if (!saysInPlace(entry)) continue;
    const because = [...(lost.get(id) ?? []), ...evidenceGone(view, entry, ended)];
    if (because.length) changes.push({ control: named(entry, id), because });
  }
  return changes.sort((a, b) => compareNaturally(a.control.id, b.control.id));
}

/** The ended evidence of a line of which none would be left that is valid today. */
function evidenceGone(view: IsmsView, entry: Control, ended: ReadonlySet<string>): Loss[] {
  const valid = entry.evidence.filter(ref => {
    const shown = view.resolve(ref)?.declaration;
    return shown?.$type !== 'Evidence' || (evidenceEnds(shown) ?? '9999') >= view.asOf;
  });
  if (!valid.length || !valid.every(({ name }) => ended.has(name))) return [];
  return eachOnce(valid.map(({ name }): Loss => ({ kind: 'evidence', id: name })));
}

/** The assets of suppliers, and those that depend on them, through any number of others. (`depends-on`) */
function assetsOf(view: IsmsView, suppliers: ReadonlySet<string>): Named[] {
  const found = new Map<string, Declarations['Asset']>();
  const open = [...suppliers].flatMap(name =>
    view.users(name, 'Supplier', 'Asset').filter(({ supplier }) => supplier?.name === name),
  );
  for (let asset = open.pop(); asset; asset = open.pop()) {
    const name = asset.names[0]?.value ?? '';
    if (found.has(name)) continue;
    found.set(name, asset);
    for (const { value } of asset.names) open.push(...view.users(value, 'Asset', 'Asset'));
  }
  return [...found].map(([id, asset]) => named(asset, id)).sort((a, b) => compareNaturally(a.id, b.id));
}

function eachOnce(losses: readonly Loss[]): Loss[] {
  const seen = new Map(losses.map(loss => [`${loss.kind} ${loss.id}`, loss]));
  return [...seen.values()].sort((a, b) => compareNaturally(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`));
}
