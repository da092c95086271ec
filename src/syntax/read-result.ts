/** What reading a declaration gives, and what is said of single values: the same for both readers. */
import { nearestMeant } from '../language/nearest.ts';
import type { ValueSchema } from '../language/schema.ts';
import { isDate } from '../model/dates.ts';
import type {
  AnyNode,
  Declaration,
  DeclarationBase,
  Definition,
  Key,
  Located,
  Problem,
  Ref,
} from '../model/declaration.ts';
import { openDate } from '../model/placeholder.ts';
import { listSaying, type Saying, saying } from '../wording/wording.ts';
import { textValue } from './text/quoted-text.ts';

export interface ReadResult {
  /** Undefined if the text holds nothing that begins like a declaration. */
  readonly declaration?: Declaration;
  /** All problems, also those beside the declaration. */
  readonly problems: readonly Problem[];
}

/** What is found beside the nodes while a declaration is read, in the order of the text. */
export interface Found {
  readonly definitions: Definition[];
  readonly references: Ref[];
  readonly problems: Problem[];
}

/** Makes a declaration of its node. */
export function finish(node: AnyNode, found: Found, syntaxErrors: readonly Problem[]): ReadResult {
  const all = [...syntaxErrors, ...found.problems];
  if (all.length > 1) all.sort((a, b) => a.start - b.start || a.end - b.end);
  const declaration = node as unknown as Writable<DeclarationBase>;
  declaration.$definitions = found.definitions;
  declaration.$references = found.references;
  declaration.$problems = all;
  declaration.$intact = syntaxErrors.length === 0;
  return { declaration: declaration as Declaration, problems: all };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Notes a key; one that is given twice is a problem. */
export function addKey(key: Key, keys: Key[], problems: Problem[]): void {
  if (keys.some(other => other.feature === key.feature)) {
    problems.push({
      code: 'syntax/duplicate-key',
      message: saying("'{0}' is given twice here; keep one of the two.", key.key),
      start: key.start,
      end: key.end,
    });
  }
  keys.push(key);
}

/**
 * The value that `written` stands for, at `start`.
 * @param key of the property that it is a value of; undefined for a part of a larger value
 */
export function readValue(
  written: string,
  start: number,
  schemas: readonly ValueSchema[],
  key: string | undefined,
  problems: Problem[],
): Located<string | number> {
  const end = start + written.length;
  const word = schemas.length ? checkedWord(written, start, end, schemas, key, problems) : written;
  if (written.charCodeAt(0) === 34) return { value: textValue(written), quoted: true, start, end };
  if (schemas.length && schemas.some(isNumber)) return { value: Number(written), quoted: undefined, start, end };
  return { value: word, quoted: undefined, start, end };
}

/** The word that is called so elsewhere, or that is written in other case. */
function synonymIn(schemas: readonly ValueSchema[], written: string): string | undefined {
  for (const schema of schemas) {
    if (schema.form !== 'enum') continue;
    const lower = written.toLowerCase();
    const sameWord = schema.words.find(word => word.toLowerCase() === lower);
    if (sameWord) return sameWord;
    for (const synonym of [written, lower]) {
      if (schema.synonyms && Object.hasOwn(schema.synonyms, synonym)) return schema.synonyms[synonym];
    }
  }
  return undefined;
}

const isNumber = (schema: ValueSchema): boolean => schema.form === 'number';
const isCalendarDate = (schema: ValueSchema): boolean => schema.form === 'date';
const takes = (word: string, schema: ValueSchema): boolean =>
  schema.form !== 'enum' || schema.open === true || schema.words.includes(word);

/** The word that is meant by what is written: itself, or the one that it is another word for. Tells what is no value. */
function checkedWord(
  written: string,
  start: number,
  end: number,
  schemas: readonly ValueSchema[],
  key: string | undefined,
  problems: Problem[],
): string {
  if (schemas.some(isCalendarDate) && !isDate(written)) {
    problems.push({
      code: 'syntax/invalid-date',
      message:
        written === openDate
          ? saying('The date is still to be filled in; write year, month and day, as in 2026-03-01.')
          : saying("'{0}' is not a date of the calendar; write year, month and day, as in 2026-03-01.", written),
      start,
      end,
    });
    return written;
  }
  if (schemas.some(schema => takes(written, schema))) return written;
  const meant = synonymIn(schemas, written);
  if (meant) {
    problems.push({
      code: 'syntax/synonym',
      message: saying("'{0}' is called `{1}` here; write that.", written, meant),
      suggestions: [meant],
      start,
      end,
    });
    return meant;
  }
  const words = schemas.flatMap(schema => (schema.form === 'enum' ? schema.words : []));
  const suggestions = nearestMeant(written, words, 2);
  const what = key
    ? saying("'{0}' is no word for `{1}:`", written, key)
    : saying("'{0}' is no word that can stand here", written);
  problems.push({
    code: 'syntax/unknown-value',
    message: saying('{0}; {1}', what, adviceFor(words, suggestions[0])),
    suggestions,
    start,
    end,
  });
  return written;
}

/** What to write instead of a word that is none; where there are many words, not all are listed. */
function adviceFor(words: readonly string[], best: string | undefined): Saying {
  const isMany = words.length > 7;
  const all = listSaying(words, 'or');
  if (best)
    return isMany ? saying('did you mean {0}?', best) : saying('did you mean {0}? The words are {1}.', best, all);
  return isMany ? saying('write one of {0} ….', words.slice(0, 6).join(', ')) : saying('write {0}.', all);
}
