/** The theme of a control, and categories that are none. */
import { findControl } from '../../catalogues/annex-a.ts';
import { saying } from '../../wording/wording.ts';
import { comparable } from '../recognise/normalise.ts';
import type { FieldCell } from './entity.ts';
import type { Draft, Register } from './register.ts';

/**
 * The theme of a control beyond Annex A. That of Annex A is in the catalogue: a cell that says the same is not written, and one that says
 * anything else is kept in notes.
 */
export function themeOf(
  { name, title }: Draft,
  entries: readonly FieldCell[],
  notes: FieldCell[],
  { ledger }: Register,
  about: string,
): string | undefined {
  const isOwn = title !== undefined;
  const wanted = isOwn
    ? entries.map(({ cell }) => themeIn(cell.text)).find(theme => theme !== undefined)
    : findControl(name)?.theme;
  for (const entry of entries) {
    const { cell, heading } = entry;
    const theme = themeIn(cell.text);
    if (theme !== undefined && theme === wanted)
      ledger.read(cell, heading, isOwn ? theme : saying('the theme that the catalogue has'), about);
    else {
      if (theme !== undefined)
        ledger.remark(
          'contradiction',
          'other-theme',
          isOwn
            ? saying('Another row says that the theme is {0}, which counts; this is kept in notes', wanted ?? '')
            : saying('The theme of {0} is {1}; what stands here is kept in notes', name, wanted ?? ''),
          { cell, about },
        );
      notes.push(entry);
    }
  }
  return isOwn ? wanted : undefined;
}

/** `Organizational controls`, `A.5 Organizational`, `Organisatorische Maßnahmen`. */
function themeIn(text: string): string | undefined {
  const words = comparable(text)
    .split(' ')
    .filter(word => !/^(?:a|[5-8]|theme|controls?|massnahmen|kontrollen)$/.test(word));
  return words.length === 1 ? themeWords.get(words[0] as string) : undefined;
}

const themeWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organizational: ['organizational', 'organisational', 'organisatorisch', 'organisatorische'],
    people: ['people', 'personen', 'personenbezogen', 'personenbezogene'],
    physical: ['physical', 'physisch', 'physische'],
    technological: ['technological', 'technologisch', 'technologische'],
  }).flatMap(([theme, said]) => said.map(word => [word, theme] as const)),
);
