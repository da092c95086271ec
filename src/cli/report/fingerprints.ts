/** What tells a finding from every other one from run to run, by which servers know what is new and what is settled. */
import { createHash } from 'node:crypto';
import { pathOfUri } from '../../node/files.ts';
import { inEnglish } from '../../wording/wording.ts';
import { displayPath } from '../display-path.ts';
import type { Report } from './report.ts';

/** Dates and counts, which another day changes; not the digits of a name such as `A.5.1` or `R-001`. */
const figures = /(?<![\w.-])\d+(?:-\d\d-\d\d)?(?![\w-]|\.\w)/g;

/**
 * A SHA-256 sum in hexadecimal for each finding, in their order. It follows from rule, file and message, which names what it is about,
 * never from lines or columns, nor from what the message counts and dates; of findings that are alike in all three, also from which of
 * them it is.
 */
export function fingerprints({ diagnostics, io, compared }: Pick<Report, 'diagnostics' | 'io' | 'compared'>): string[] {
  // Of findings that are alike some may be left out here, and the others keep theirs.
  if (compared) return diagnostics.map(one => compared.fingerprints.get(one) ?? '');
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, uri, message }) => {
    const key = JSON.stringify([code, displayPath(io.cwd, pathOfUri(uri)), inEnglish(message).replace(figures, '#')]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash('sha256').update(`${key}${before}`).digest('hex');
  });
}
