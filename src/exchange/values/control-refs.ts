/** The controls that a cell names. */
import { findControl } from '../../catalogues/annex-a.ts';
import { find2013 } from '../../catalogues/annex-a-2013.ts';
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { hasTitle } from '../../catalogues/control-titles.ts';

export interface ControlRefs {
  /** Ids of the 2022 edition, each once, in the order of the text. */
  readonly ids: readonly string[];
  /** Ids of 2013 and what they became. */
  readonly former: readonly { readonly id: string; readonly successors: readonly string[] }[];
  /** What is neither an id nor the title of the control before it. */
  readonly rest: readonly string[];
}

const idPattern = /(?<![\d.])(?:annex ?a|a)?[ .:-]?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)/gi;

/** Finds ids wherever they stand; `A.8.1 - A.8.5` is no list, and is left as rest with its ends. */
export function controlRefs(text: string): ControlRefs {
  const ids = new Set<string>();
  const former: ControlRefs['former'][number][] = [];
  const rest: string[] = [];
  const matches = [...text.matchAll(idPattern)];
  const before = matches[0] ? text.slice(0, matches[0].index) : text;
  addRest(rest, before.replace(/(?:ISO(?:\/IEC)? ?)?2700[12](?::20\d\d)?/gi, ''));
  matches.forEach((match, index) => {
    const written = match[0].trim();
    const end = matches[index + 1]?.index ?? text.length;
    const behind = text.slice(match.index + match[0].length, end);
    const found = recogniseControlId(written.replace(/^[ .:-]/, ''));
    if (!found) {
      rest.push(written + behind.trimEnd());
      return;
    }
    const isRange = index + 1 < matches.length && /^\s?(?:-|–|—|to|bis|through)\s?$/i.test(behind);
    if (isRange) {
      rest.push(`${written}${behind}${matches[index + 1]?.[0]}`.trim());
      return;
    }
    if (found.edition === '2022') {
      ids.add(found.id);
      addRest(
        rest,
        withoutTitle(behind, title => hasTitle(found.control, title)),
      );
    } else {
      const successors = found.superseded.successors.map(({ id }) => id);
      former.push({ id: found.id, successors });
      for (const id of successors) ids.add(id);
      const old = find2013(found.id);
      addRest(
        rest,
        withoutTitle(behind, title => old?.kind === 'control' && hasTitle(old, title)),
      );
    }
  });
  return { ids: [...ids], former, rest };
}

function withoutTitle(behind: string, isTitle: (title: string) => boolean | undefined): string {
  const inner = trimmed(behind);
  return inner !== '' && isTitle(inner) ? '' : inner;
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
