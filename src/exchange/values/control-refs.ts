/** The controls that a cell names. */
import { findControl } from '../../catalogues/annex-a.ts';
import { find2013 } from '../../catalogues/annex-a-2013.ts';
import { type RecognisedControlId, recogniseControlId } from '../../catalogues/control-ids.ts';
import { hasTitle } from '../../catalogues/control-titles.ts';

export interface ControlRefs {
  /** Ids of the 2022 edition, each once, in the order of the text. */
  readonly ids: readonly string[];
  /** Ids of 2013 and what they became. */
  readonly former: readonly { readonly id: string; readonly successors: readonly string[] }[];
  /** What is neither an id nor the title of the control before it. */
  readonly rest: readonly string[];
}

const idPattern =
  /(?:(?<![\p{L}\d.])(?:annex ?a|a)[ .:-]?|(?<![\d.])[ .:-]?)\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)/giu;

/** An id where it stands. */
interface Found {
  readonly written: string;
  /** What stands between it and the id before it. */
  readonly before: string;
  /** What stands between it and the next one. */
  readonly behind: string;
  readonly control: RecognisedControlId | undefined;
}

/**
 * Finds ids wherever they stand with their `A`, and bare numbers that stand alone or with their title, since `FortiOS 7.2` is none. What is
 * denied, as in `except A.8.30`, is left as rest. `A.8.1 - A.8.5` is no list, and is left as rest with its ends.
 */
export function controlRefs(text: string): ControlRefs {
  const ids = new Set<string>();
  const former: ControlRefs['former'][number][] = [];
  const rest: string[] = [];
  const all = idsIn(text);
  let kept = all[0]?.before ?? text;
  let last: 'counts' | 'denied' | 'foreign' | 'unknown' = 'counts';
  const inRange = new Set(all.flatMap((found, index) => (isRange(found, all[index + 1]) ? [index, index + 1] : [])));
  for (const [index, found] of all.entries()) {
    const { control, written, behind } = found;
    last = inRange.has(index) ? 'unknown' : standingOf(found, last);
    if (last !== 'counts' || !control) {
      kept += written + behind;
      continue;
    }
    addRest(rest, kept.replace(standard, ''));
    kept = '';
    if (control.edition === '2022') {
      ids.add(control.id);
      kept = withoutTitle(found);
    } else {
      const successors = control.superseded.successors.map(({ id }) => id);
      former.push({ id: control.id, successors });
      for (const id of successors) ids.add(id);
      kept = withoutTitle(found);
    }
  }
  addRest(rest, kept.replace(standard, ''));
  return { ids: [...ids], former, rest };
}

/** Whether an id begins a range: `A.8.1 - A.8.5`, `A.8.1-5`. */
function isRange({ behind }: Found, next: Found | undefined): boolean {
  const dash = /^\s{0,2}(?:-|–|—|\.{2,3}|…|to|bis|until|through)\s{0,2}$/i;
  if (next && (dash.test(behind) || (behind.trim() === '' && /^\s?-/.test(next.written)))) return true;
  return /^\s{0,2}(?:-|–|—|\.{2,3}|…|to |bis |until |through )\s{0,2}\.?\d{1,2}\s{0,2}(?:$|[,;)/\n])/i.test(behind);
}

function idsIn(text: string): Found[] {
  const matches = [...text.matchAll(idPattern)];
  return matches.map((match, index) => {
    const previous = matches[index - 1];
    const start = previous ? previous.index + previous[0].length : 0;
    return {
      written: match[0],
      before: text.slice(start, match.index),
      behind: text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length),
      control: recogniseControlId(match[0].trim().replace(/^[ .:-]/, '')),
    };
  });
}

const standard = /(?:ISO(?:\/IEC)? ?)?2700[12](?::20\d\d)?/gi;
const otherStandard = /\b(?:iso|iec|din|en)\b.*\d{4}/i;
const denial =
  /(?:^|[^\p{L}])(?:not|never|without|except|exclud\w*|excl|other than|instead of|nicht|keine?|ohne|au(?:ß|ss)er|ausgenommen|ausgeschlossen|statt|anstatt|anstelle)(?![\p{L}])/iu;
const deniedBehind =
  /^[\s(:–—-]*(?:is |are |was |ist |sind |wurde )?(?:not?|n\/a|never|no longer|excluded|removed|missing|nicht|keine?|entfällt|entfallen|ausgeschlossen|fehlt)(?![\p{L}])/iu;

/** Whether an id counts. In a list those behind a denied or foreign one are as it is. */
function standingOf(
  { written, before, behind, control }: Found,
  last: string,
): 'counts' | 'denied' | 'foreign' | 'unknown' {
  const parts = before.split(/[,;/+&|\n]|\s(?:and|or|und|oder)\s/i);
  const near = (parts.at(-1) ?? '').trim();
  const isListed = trimmed(before.replace(/\b(?:and|or|und|oder)\b/gi, '')) === '' && before !== '';
  if (denial.test(near) || (isListed && last === 'denied') || deniedBehind.test(behind)) return 'denied';
  if (!control) return 'unknown';
  if (otherStandard.test(near.replace(standard, ''))) return 'foreign';
  if (/^[\s.:-]*a/i.test(written)) return 'counts';
  const title = titleBehind(behind);
  if (isTitleOf(control, title)) return isAlone(near) ? 'counts' : 'foreign';
  const isBare = isAlone(near) && trimmed(title) === '';
  return isBare && !(isListed && last === 'foreign') ? 'counts' : 'foreign';
}

/** Whether nothing but the name of the standard stands before a number. */
const isAlone = (near: string): boolean =>
  /^(?:annex a|anhang a)?[ :]*(?:controls?|kontrollen?|maßnahmen?|nr\.?)?$/i.test(trimmed(near.replace(standard, '')));

/** What follows up to the next separator, or all of it where that is the title. */
const titleBehind = (behind: string): string => behind.split(/[,;/+&|\n]|\s(?:and|or|und|oder)\s*$/i)[0] ?? '';

function isTitleOf(control: RecognisedControlId, text: string): boolean {
  const title = trimmed(text);
  if (title === '') return false;
  if (control.edition === '2022') return hasTitle(control.control, title);
  const old = find2013(control.id);
  return old?.kind === 'control' && hasTitle(old, title);
}

function withoutTitle({ behind, control }: Found): string {
  return control && isTitleOf(control, behind) ? '' : behind;
}

function addRest(rest: string[], text: string): void {
  const inner = trimmed(text);
  if (inner !== '' && !/^(?:and|und|&|iso|iso\/iec|controls?|annex a|anhang a)$/i.test(inner)) rest.push(inner);
}

/** Without the separators and brackets around it. */
function trimmed(text: string): string {
  const marks = ' \n\t,;:.–—-|()[]/+&•*';
  let start = 0;
  let end = text.length;
  while (start < end && marks.includes(text.charAt(start))) start++;
  while (end > start && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The control whose number a spreadsheet has shortened: `5.1` with the title of 5.10. */
export function shortenedId(id: string, title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const control = findControl(`${id}0`);
  const own = findControl(id);
  return control && hasTitle(control, title) && !(own && hasTitle(own, title)) ? control.id : undefined;
}
