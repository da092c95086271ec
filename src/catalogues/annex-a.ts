import type { ControlAttributes } from './control-attributes.ts';
import source from './data/annex-a-2022.json';
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

interface SourceControl {
  id: string;
  title: string;
  theme: string;
  new: boolean;
  attributes: Record<string, readonly string[]>;
  predecessors2013: readonly string[];
  aliases?: readonly string[];
}

/** The four themes in the order of the standard. */
export const themes = source.themes as readonly Theme[];

/** The 93 controls in natural order, `A.5.1` to `A.8.34`. */
export const annexA: readonly AnnexAControl[] = (source.controls as readonly SourceControl[])
  .map(toControl)
  .sort((a, b) => compareNaturally(a.id, b.id));

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

function toControl(control: SourceControl): AnnexAControl {
  return {
    id: `A.${control.id}`,
    title: control.title,
    theme: control.theme as ThemeId,
    isNew: control.new,
    // The tests hold the data to these types.
    attributes: control.attributes as ControlAttributes,
    predecessors2013: control.predecessors2013,
    aliases: control.aliases ?? [],
  };
}
