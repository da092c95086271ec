/** Texts that are questioned, denied or put off, so that what they call is not said to be so. */
import source from '../data/words.json';
import type { Mapping } from '../recognise/mapping.ts';
import { bracketsOf, comparableWhole } from '../recognise/normalise.ts';
import { signsOf } from './signs.ts';
import { isNotImplemented, isPlaceholder, wordOf } from './words.ts';

const unsettled = source.unsettled.map(comparableWhole);

/**
 * Whether a text is questioned (`CEO?`), crossed out, put off (`not yet signed`, `in progress`, `expired`), or taken back in brackets
 * (`CISO (until 30.6.2026)`). Words count where they begin or end what stands between commas, colons or brackets: a `list of expired
 * certificates` is there.
 */
export function isInDoubt(said: string): boolean {
  const text = said.replace(validity, ' ');
  const { signs } = signsOf(text);
  if (['question', 'cross', 'crossed', 'box'].some(sign => signs.has(sign as 'question'))) return true;
  if (bracketsOf(text).inside.some(part => isPlaceholder(part) || limit.test(part))) return true;
  return text.split(/[,;:()[\]\n]|\s[-–—]\s/).some(isUnsettled);
}

/** In brackets it limits or denies what stands before. */
const limit = /^\s*(?:not|never|only|partly|partially|in part|nicht|nie|nur|teilweise|zum teil)(?![\p{L}\p{N}])/iu;

/** A certificate that is valid until a day is there. */
const validity = /\b(?:valid|gültig) (?:until|till|to|through|bis)\b/giu;

function isUnsettled(part: string): boolean {
  const said = ` ${comparableWhole(part)} `;
  return unsettled.some(word => said.startsWith(` ${word} `) || said.endsWith(` ${word} `));
}

/** `no`, `missing`, `not signed`; `No. 4711` is a number. */
export const isDenied = (text: string, mapping: Pick<Mapping, 'words'>): boolean =>
  wordOf('yesNo', text, mapping) === 'no' ||
  isNotImplemented(text) ||
  /^(?:(?:no|not|nothing|nicht|nichts|noch nicht|noch kein\w*|kein\w*|without|ohne|missing) [^\d]+|nothing|nichts|ausstehend|outstanding|pending)$/i.test(
    text,
  );

/** `Yes`, `x`, `✓`: it says that there is something, and not what. */
export const isAffirmed = (text: string, mapping: Pick<Mapping, 'words'>): boolean =>
  wordOf('yesNo', text, mapping) === 'yes' || /^(?:x|available|vorhanden|exists|existiert|present)$/i.test(text.trim());

const inHouse = new Set(source.inHouse.map(comparableWhole));

/** Whether a supplier is none, as the organisation does it itself. */
export const isInHouse = (text: string): boolean => inHouse.has(comparableWhole(text));

/** Whether a name is known. Asked with a question mark it is not said. */
export const isKnownAs = (called: string, find: (called: string) => string | undefined): boolean =>
  find(called) !== undefined && !isQuestioned(called);

export const isQuestioned = (text: string): boolean =>
  ['question', 'cross'].some(sign => signsOf(text).signs.has(sign as 'cross'));
