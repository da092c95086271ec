/** In which order a meeting goes through risks and controls: what cannot wait comes first. docs/pictures.md explains it. */
import { compareNaturally } from '../catalogues/natural-order.ts';
import type { ControlItem, ControlTile, LevelData, RiskItem, RiskMark, Urgency } from './data.ts';
import { gapRank } from './gaps.ts';

/** Something had to be done by a day that has passed. */
const late: ReadonlySet<Urgency> = new Set(['acceptance-ended', 'assessment-overdue', 'action-overdue']);

/** A risk or control with what is known of it. */
export interface Pair<Mark, Item> {
  readonly mark: Mark;
  readonly item: Item;
}

/**
 * Risks above the acceptance criteria today come first, then those of which that cannot be told; among these what is overdue, then what
 * nobody has accepted, then the higher level and score, then those with more open controls, then by name.
 */
export function riskAgenda(
  risks: readonly Pair<RiskMark, RiskItem>[],
  levels: readonly LevelData[],
  openControls: (risk: RiskMark) => number,
): RiskItem[] {
  const rank = new Map(levels.map(({ word }, index) => [word, index]));
  return ordered(risks, ({ mark, item: { urgency } }) => {
    const { today } = mark.positions;
    const isAbove = today?.aboveAppetite ?? null;
    return [
      isAbove === null ? 1 : isAbove ? 0 : 2,
      urgency.some(one => late.has(one)) ? 0 : 1,
      urgency.includes('not-accepted') ? 0 : 1,
      -(rank.get(today?.level ?? '') ?? -1),
      -(today?.score ?? 0),
      -openControls(mark),
    ];
  });
}

/**
 * Controls with the gravest gap come first, as the Statement of Applicability sorts by what is open; among these what is overdue, then
 * those that the graver risks of today lean on, then those that more risks lean on, then by number.
 * @param gravity how grave a risk is today, by its name
 */
export function controlAgenda(
  controls: readonly Pair<ControlTile, ControlItem>[],
  gravity: ReadonlyMap<string, number>,
): ControlItem[] {
  return ordered(controls, ({ mark, item: { urgency } }) => [
    gapRank(mark),
    urgency.some(one => late.has(one)) ? 0 : 1,
    -Math.max(0, ...mark.risks.map(({ id }) => gravity.get(id) ?? 0)),
    -mark.risks.length,
  ]);
}

/** By numbers, the first that differ; then by name. Each is asked for its numbers once. */
function ordered<Mark, Item extends { readonly id: string }>(
  pairs: readonly Pair<Mark, Item>[],
  numbers: (pair: Pair<Mark, Item>) => readonly number[],
): Item[] {
  return pairs
    .map(pair => ({ item: pair.item, key: numbers(pair) }))
    .sort((a, b) => compareNumbers(a.key, b.key) || compareNaturally(a.item.id, b.item.id))
    .map(({ item }) => item);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) {
    const order = number - (b[index] ?? 0);
    if (order) return order;
  }
  return 0;
}
