/** How far the Statement of Applicability is: plain counts, per theme and as a whole. (6.1.3 d) */
import { annexA, compareControlIds, type ThemeId, themes } from '../catalogues/annex-a.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import type { Control } from '../model/declaration.ts';
import { query } from '../model/view.ts';
import { decisionOf } from './control.ts';

/** Counts of controls. `applicable` takes in the inherited ones; the three states of implementation are counted among the applicable. */
export interface CoverageCounts {
  readonly total: number;
  readonly decided: number;
  readonly applicable: number;
  readonly inherited: number;
  readonly excluded: number;
  readonly implemented: number;
  readonly partial: number;
  readonly planned: number;
  /** Ids without an entry, or with one that decides nothing; in the order of every list. */
  readonly undecided: readonly string[];
}

export interface ThemeCoverage extends CoverageCounts {
  readonly theme: ThemeId;
}

export interface SoaCoverage {
  /** The 93 controls of Annex A. */
  readonly total: CoverageCounts;
  /** The same by theme, in the order of the standard. */
  readonly themes: readonly ThemeCoverage[];
  /** Controls beyond Annex A. */
  readonly own: CoverageCounts;
}

export type ControlStatus = 'implemented' | 'partial' | 'planned';

export const controlStatuses: readonly ControlStatus[] = ['implemented', 'partial', 'planned'];

/** How far a control is; undefined if that is not said, or with a word that the language does not know. */
export const controlStatus = (control: Control): ControlStatus | undefined =>
  controlStatuses.find(status => status === control.status?.value);

/** The id that is meant: that of a misspelt control of Annex A, else as it is written. */
function meantId(written: string): string {
  if (annexAIds.has(written)) return written;
  const recognised = recogniseControlId(written);
  return recognised?.edition === '2022' ? recognised.id : written;
}

/** The entry that counts for each control: the first where there are several, which is a finding of its own. */
export function entriesById(controls: readonly Control[]): Map<string, Control> {
  const entries = new Map<string, Control>();
  for (const control of controls) {
    for (const { value } of control.names) {
      const id = meantId(value);
      if (!entries.has(id)) entries.set(id, control);
    }
  }
  return entries;
}

const annexAIds: ReadonlySet<string> = new Set(annexA.map(({ id }) => id));

/** The ids of entries that are not of Annex A, of 2022 or 2013, in natural order. */
export const ownIds = (entries: ReadonlyMap<string, Control>): string[] =>
  [...entries.keys()].filter(id => !annexAIds.has(id) && !recogniseControlId(id)).sort(compareControlIds);

/** Coverage of the Statement of Applicability. */
export const soaCoverage = query('soaCoverage', (view): SoaCoverage => {
  const entries = entriesById(view.all('Control'));
  const byTheme = themes.map(({ id: theme }) => ({
    theme,
    ...count(
      annexA.filter(control => control.theme === theme).map(({ id }) => id),
      entries,
    ),
  }));
  return {
    total: count(
      annexA.map(({ id }) => id),
      entries,
    ),
    themes: byTheme,
    own: count(ownIds(entries), entries),
  };
});

function count(ids: readonly string[], entries: ReadonlyMap<string, Control>): CoverageCounts {
  const undecided: string[] = [];
  const n = { applicable: 0, inherited: 0, excluded: 0, implemented: 0, partial: 0, planned: 0 };
  for (const id of ids) {
    const entry = entries.get(id);
    const decision = entry && decisionOf(entry);
    if (!entry || !decision) {
      undecided.push(id);
      continue;
    }
    if (decision === 'no') {
      n.excluded++;
      continue;
    }
    n.applicable++;
    if (decision === 'inherited') n.inherited++;
    const status = controlStatus(entry);
    if (status) n[status]++;
  }
  return { total: ids.length, decided: ids.length - undecided.length, ...n, undecided };
}
