/**
 * Findings as text: a line about all files, and a line for each file that has diagnostics. Files are told by their number, as the key
 * says which there are. What is read may have been written by anybody, so that nothing in it is taken on trust.
 */

import { isDate } from '../../model/dates.ts';
import { type Severity, severities } from '../../rules/rule.ts';
import type { TextRange } from '../../syntax/text/chunked-text.ts';
import type { Saying, SayingValue } from '../../wording/wording.ts';
import type { Diagnostic, RelatedPlace } from '../diagnostic.ts';
import type { Findings } from '../findings.ts';
import type { Answers } from './answers.ts';
import { commonFolder, fromPlace, toPlace } from './place.ts';

export interface Entry {
  readonly findings: Findings;
  readonly answers: Answers;
}

/** Writes an entry, in steps of a file each; that of an incomplete check is not to be written. `uris` are all files, in order. */
export function* encodeSteps({ findings, answers }: Entry, uris: readonly string[]): Generator<void, string> {
  const folder = commonFolder(uris);
  const asked = (wanted: boolean | undefined): string[] =>
    [...answers].flatMap(([uri, answer]) => (answer === wanted ? [toPlace(uri, folder)] : [])).sort();
  const numbers = new Map(uris.map((uri, number) => [uri, number]));
  const head = {
    dates: uris.map(uri => findings.dates.get(uri) ?? null),
    hidden: uris.map(uri => findings.hidden.get(uri) ?? 0),
    there: asked(true),
    missing: asked(false),
    unknown: asked(undefined),
  };
  const lines = [JSON.stringify(head)];
  for (const [uri, diagnostics] of findings.diagnostics) {
    const found = diagnostics.map(({ code, severity, message, range, related, owner }) => ({
      code,
      severity,
      message,
      range,
      owner: owner ?? null,
      related: related.map(place => ({ file: numbers.get(place.uri), range: place.range, message: place.message })),
    }));
    lines.push(JSON.stringify({ file: numbers.get(uri), found }));
    yield;
  }
  return lines.join('\n');
}

/** Reads an entry about these files, in steps of a file each; undefined for whatever is not exactly such an entry. */
export function* decodeSteps(text: string, uris: readonly string[]): Generator<void, Entry | undefined> {
  const [first = '', ...lines] = text.split('\n');
  try {
    const head = record(JSON.parse(first));
    const dates = new Map<string, string>();
    const written = list(head.dates);
    check(written.length === uris.length);
    uris.forEach((uri, number) => {
      const date = written[number];
      if (date !== null) dates.set(uri, string(date, isDate));
    });
    const hidden = new Map<string, number>();
    const switchedOff = list(head.hidden);
    check(switchedOff.length === uris.length);
    uris.forEach((uri, number) => {
      const off = count(switchedOff[number]);
      if (off) hidden.set(uri, off);
    });
    const folder = commonFolder(uris);
    const answers = new Map<string, boolean | undefined>();
    for (const [places, answer] of [
      [head.there, true],
      [head.missing, false],
      [head.unknown, undefined],
    ] as const) {
      for (const place of list(places)) answers.set(fromPlace(string(place), folder), answer);
    }
    const diagnostics = new Map<string, readonly Diagnostic[]>();
    for (const line of lines) {
      const { file, found } = record(JSON.parse(line));
      const uri = uriOf(file, uris);
      check(!diagnostics.has(uri));
      diagnostics.set(
        uri,
        list(found).map(value => readDiagnostic(value, uri, uris)),
      );
      yield;
    }
    return { findings: { dates, diagnostics, hidden, failed: [] }, answers };
  } catch {
    return undefined;
  }
}

function readDiagnostic(value: unknown, uri: string, uris: readonly string[]): Diagnostic {
  const { code, severity, message, range, related, owner } = record(value);
  return {
    code: string(code, isCode),
    severity: string(severity, isSeverity),
    message: saying(message),
    uri,
    range: readRange(range),
    related: list(related).map((place): RelatedPlace => {
      const { file, ...rest } = record(place);
      return { uri: uriOf(file, uris), range: readRange(rest.range), message: saying(rest.message) };
    }),
    ...(owner !== null && { owner: string(owner) }),
  };
}

function saying(value: unknown, depth = 0): Saying {
  check(depth < deepest);
  const { text, values } = record(value);
  return { text: string(text), values: list(values).map(one => sayingValue(one, depth)) };
}

function sayingValue(value: unknown, depth: number): SayingValue {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    check(Number.isFinite(value));
    return value;
  }
  const { items, conjunction } = record(value);
  if (items === undefined) return saying(value, depth + 1);
  check(depth < deepest && (conjunction === 'and' || conjunction === 'or' || conjunction === 'none'));
  return { items: list(items).map(one => sayingValue(one, depth + 1)), conjunction };
}

/** How deep texts may be nested in texts; ours are not half as deep. */
const deepest = 20;

function readRange(value: unknown): TextRange {
  const { start, end } = record(value);
  const range = { start: readPosition(start), end: readPosition(end) };
  check(
    range.start.line < range.end.line ||
      (range.start.line === range.end.line && range.start.character <= range.end.character),
  );
  return range;
}

function readPosition(value: unknown): TextRange['start'] {
  const { line, character } = record(value);
  return { line: count(line), character: count(character) };
}

const isCode = (text: string): text is string => /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/.test(text);
const isSeverity = (text: string): text is Severity => (severities as readonly string[]).includes(text);

/** Lines and columns beyond are not taken by every editor. */
const most = 2 ** 31 - 1;

function check(condition: boolean): asserts condition {
  if (!condition) throw new TypeError('not an entry');
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  check(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown): readonly unknown[] {
  check(Array.isArray(value));
  return value;
}

function string<T extends string = string>(value: unknown, is?: (text: string) => boolean): T {
  check(typeof value === 'string' && (is?.(value) ?? true));
  return value as T;
}

function count(value: unknown): number {
  check(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most);
  return value;
}

function uriOf(number: unknown, uris: readonly string[]): string {
  const uri = uris[count(number)];
  check(uri !== undefined);
  return uri;
}
