/**
 * In which language a document speaks. The English text in the code is the key: `say('Owner')`, `say('up to {0}', level)`. What stands
 * in the model is the user's own and is never looked up.
 */

/** The words and customs of a language. */
export interface Wording {
  /** BCP 47, such as `de`. */
  readonly language: string;
  /** Texts by the English ones that they stand for; one that is missing stays English. */
  readonly texts: Readonly<Record<string, string>>;
  /** How a day is written, such as `dd.MM.yyyy`; as the language does where it is left out. */
  readonly dateFormat?: string | undefined;
}

export const english: Wording = { language: 'en', texts: {} };

/** Says a text in a language: `{0}`, `{1}` stand for the values. */
export type Say = (text: string, ...values: readonly (string | number)[]) => string;

/** The texts of a language, for those who write a document piece by piece. */
export const sayIn =
  (wording: Wording = english): Say =>
  (text, ...values) => {
    const said = Object.hasOwn(wording.texts, text) ? (wording.texts[text] ?? text) : text;
    if (!values.length) return said;
    return said.replace(/\{(\d)\}/g, (place, index) => {
      const value = values[Number(index)];
      return value === undefined ? place : typeof value === 'number' ? numberIn(wording, value) : value;
    });
  };

/** A text that is said later, with the values that stand in it, of which some may be texts too. */
export interface Saying {
  readonly text: string;
  readonly values: readonly SayingValue[];
}

export type SayingValue = string | number | Saying | Listing;

/** Several things in a row: with commas, or with a word between the last two. */
export interface Listing {
  readonly items: readonly SayingValue[];
  readonly conjunction: 'and' | 'or' | 'none';
}

/** A saying with each text among its values changed; what it says itself stays. */
export const withTexts = ({ text, values }: Saying, change: (text: string) => string): Saying => ({
  text,
  values: values.map(value => changedValue(value, change)),
});

function changedValue(value: SayingValue, change: (text: string) => string): SayingValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return change(value);
  return 'items' in value
    ? { ...value, items: value.items.map(item => changedValue(item, change)) }
    : withTexts(value, change);
}

let current = english;

/**
 * Builds something in a language: `say`, `word` and `day` speak it meanwhile. Only for what is built in one go, as a document is; whoever
 * writes later takes the wording from the document. In a program of several bundles all that builds has to be in one (export/build.ts),
 * as each bundle has a language of its own.
 */
export function inWording<T>(wording: Wording, build: () => T): T {
  const before = current;
  current = wording;
  try {
    return build();
  } finally {
    current = before;
  }
}

/** The language that is spoken now, BCP 47. */
export const currentLanguage = (): string => current.language;

/** A text in the language of the document that is being built. */
export const say: Say = (text, ...values) => sayIn(current)(text, ...values);

export const saying = (text: string, ...values: Saying['values']): Saying => ({ text, values });

/** `1 issue`, `3 issues`: the texts for one and for several, with `{0}` for the count. */
export const countedSaying = (count: number, one: string, several: string): Saying =>
  saying(count === 1 ? one : several, count);

/** A text with a count in it, the one for one or that for several. */
export const sayCounted = (count: number, one: string, several: string): string =>
  say(count === 1 ? one : several, count);

/** Several things as one value of a saying: `a`, `a and b`, `a, b and c`. */
export const listSaying = (items: readonly SayingValue[], conjunction: 'and' | 'or' = 'and'): SayingValue =>
  items.length === 1 ? (items[0] ?? '') : { items, conjunction };

/** The first few and how many more: `A.5.1, A.5.2 and 7 more`. */
export const firstOfSaying = (items: readonly SayingValue[], most: number): SayingValue =>
  items.length <= most
    ? listSaying(items)
    : saying('{0} and {1} more', { items: items.slice(0, most), conjunction: 'none' }, items.length - most);

/** A saying in the language that is spoken now; days among its values are written as that does, unless the text has them in quotes. */
export const said = (one: Saying): string => sayingWith(one, { wording: current, dayOf: day });

/** A value by itself, such as a list, in the language that is spoken now. */
export const saidValue = (value: SayingValue): string => valueWith(value, { wording: current, dayOf: day });

/** The same for whoever runs the program, which speaks English. */
export const inEnglish = (one: Saying): string => sayingIn(english, one);

/** A saying in any language; days among its values stay as they are. */
export const sayingIn = (wording: Wording, one: Saying): string => sayingWith(one, { wording, dayOf: date => date });

interface Speaker {
  readonly wording: Wording;
  readonly dayOf: (date: string) => string;
}

const sayingWith = ({ text, values }: Saying, speaker: Speaker): string =>
  sayIn(speaker.wording)(
    text,
    ...values.map((value, place) =>
      typeof value === 'string' && isQuoted(text, place) ? value : valueWith(value, speaker),
    ),
  );

/** Whether a value stands in quotes: then it is quoted from the source, also where it looks like a day. */
function isQuoted(text: string, place: number): boolean {
  const at = text.indexOf(`{${place}}`);
  return at > 0 && `'"“\``.includes(text.charAt(at - 1));
}

function valueWith(value: SayingValue, speaker: Speaker): string {
  if (typeof value === 'string') return speaker.dayOf(value);
  if (typeof value === 'number') return numberIn(speaker.wording, value);
  return 'items' in value ? listWith(value, speaker) : sayingWith(value, speaker);
}

function listWith({ items, conjunction }: Listing, speaker: Speaker): string {
  const words = items.map(item => valueWith(item, speaker));
  const last = words.length > 1 && conjunction !== 'none' ? words.pop() : undefined;
  const before = words.join(', ');
  if (last === undefined) return before;
  return sayIn(speaker.wording)(conjunction === 'or' ? '{0} or {1}' : '{0} and {1}', before, last);
}

/** A text that is said later, by `say` or by a function that says what it is given; here it is only noted as one. */
export const later = <T extends string>(text: T): T => text;

/** A word of our language, such as `in-progress`, as people write it; one that is not ours stays. */
export function word(one: string): string;
export function word(one: string | null | undefined): string | undefined;
export function word(one: string | null | undefined): string | undefined {
  return one?.replaceAll('-', ' ') && say(one.replaceAll('-', ' '));
}

/** A day in the language of the document that is being built, within a text; tables and facts hold days as `YYYY-MM-DD`. */
export const day = (date: string): string => dayIn(current, date);

/** A period or duration such as `12 months` or `quarterly`. */
export function period(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  const counted = /^(\S+) (\S+)$/.exec(text);
  return counted ? say(`{0} ${counted[2]}`, counted[1] ?? '') : say(text);
}

/** The texts that say by an example how days and numbers are written. */
const dayExample = later('yyyy-MM-dd');
const numberExample = later('1.5');

/** How the language writes days, such as `dd.MM.yyyy`. */
export const dateFormatOf = (wording: Wording = english): string => wording.dateFormat ?? sayIn(wording)(dayExample);

/** `2026-03-01` as the language writes it; any other text stays. */
export function dayIn(wording: Wording | undefined, text: string): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year || !month || !dayOfMonth) return text;
  return dateFormatOf(wording).replace(/yyyy|MM|dd/g, part =>
    part === 'yyyy' ? year : part === 'MM' ? month : dayOfMonth,
  );
}

/** `2026-03` as the language writes days, without the day; any other text stays. */
export function monthIn(wording: Wording | undefined, text: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text) ?? [];
  if (!year || !month) return text;
  return monthFormatOf(wording).replace(/yyyy|MM/g, part => (part === 'yyyy' ? year : month));
}

/** How the language writes a month, such as `MM.yyyy`. */
export const monthFormatOf = (wording: Wording | undefined): string =>
  dateFormatOf(wording).replace(/dd[^yM]+|[^yM]+dd$/, '');

/** A number with the decimal sign of the language, and no other signs. */
export function numberIn(wording: Wording | undefined, value: number): string {
  const sign = sayIn(wording)(numberExample).slice(1, -1);
  return String(value).replace('.', sign);
}
