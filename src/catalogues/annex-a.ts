import { builtinCatalogue, type EntryData, entriesOf } from '../frameworks/framework.ts';
import titles from '../frameworks/iso27001-2022/titles.json';
import type { ControlAttributes } from './control-attributes.ts';
import { compareNaturally } from './natural-order.ts';

/** The four themes of Annex A. */
export type ThemeId = 'organizational' | 'people' | 'physical' | 'technological';

/** A theme of Annex A: `prefix` is the first number of its controls, `count` how many it has. */
export interface Theme {
  readonly id: ThemeId;
  readonly prefix: string;
  readonly title: string;
  readonly count: number;
}

/** One of the 93 controls of ISO/IEC 27001:2022, Annex A. */
export interface AnnexAControl {
  /** As authors write it: `A.8.13`. */
  readonly id: string;
  readonly title: string;
  readonly theme: ThemeId;
  /** True for the eleven controls without a predecessor in the 2013 edition. */
  readonly isNew: boolean;
  readonly attributes: ControlAttributes;
  /** Ids of the 2013 edition, `A.12.3.1`; empty for new controls. */
  readonly predecessors2013: readonly string[];
  /** Other wordings of the title in use; a title check must accept them. */
  readonly aliases: readonly string[];
}

/** The name of Annex A as a catalogue. */
export const annexAName = 'AnnexA';

const catalogue = builtinCatalogue(annexAName);
const aliases: Readonly<Record<string, readonly string[]>> = titles.aliases;

/** The 93 controls in natural order, `A.5.1` to `A.8.34`. */
export const annexA: readonly AnnexAControl[] = (catalogue ? entriesOf(catalogue) : [])
  .map(toControl)
  .sort((a, b) => compareNaturally(a.id, b.id));

/** The four themes in the order of the standard. */
export const themes: readonly Theme[] = Object.entries(catalogue?.themes ?? {}).map(([id, title]) => {
  const controls = annexA.filter(({ theme }) => theme === id);
  return { id: id as ThemeId, prefix: controls[0]?.id.split('.')[1] ?? '', title, count: controls.length };
});

const byId = new Map(annexA.map(control => [control.id, control]));

/** The 2022 control with exactly this id (`A.8.13`); use `recogniseControlId` for other spellings. */
export function findControl(id: string): AnnexAControl | undefined {
  return byId.get(id);
}

/**
 * Order of control ids in every list: Annex A ids (any `A.` number) first, then all others, each group in natural
 * order: `A.8.3`, `A.8.12`, `ACME-2`, `ACME-10`.
 */
export function compareControlIds(a: string, b: string): number {
  return Number(!isAnnexAShaped(a)) - Number(!isAnnexAShaped(b)) || compareNaturally(a, b);
}

function isAnnexAShaped(id: string): boolean {
  return /^A(\.\d+)+$/.test(id);
}

function toControl({ name: id, title, facts }: EntryData): AnnexAControl {
  const { type, properties, concepts, capabilities, domains, replaces = [] } = facts;
  return {
    id,
    title,
    // The tests hold the data to these types.
    theme: facts.theme?.[0] as ThemeId,
    isNew: replaces.length === 0,
    attributes: { controlType: type, properties, concepts, capabilities, domains } as ControlAttributes,
    predecessors2013: replaces,
    aliases: aliases[id] ?? [],
  };
}
