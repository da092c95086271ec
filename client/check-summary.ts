import type { CheckResult } from '../server/protocol/protocol.ts';

/** The outcome of a check in one sentence, e.g. `2 errors and 1 warning in 9 files, as of 2026-03-01.` */
export function checkSummary({ files, errors, warnings, infos, hints, unread, asOf }: CheckResult): string {
  const missing =
    unread.length === 0 ? '' : ` ${count(unread.length, 'file or folder', 'files or folders')} could not be read.`;
  if (files === 0) return `There are no .isms files in this workspace.${missing}`;
  const found = [
    count(errors, 'error'),
    count(warnings, 'warning'),
    count(infos, 'information', 'information'),
    count(hints, 'hint'),
  ].filter(text => text !== '');
  const what = found.length === 0 ? 'No findings' : list(found);
  return `${what} in ${count(files, 'file')}, as of ${list(asOf)}.${missing}`;
}

const count = (n: number, one: string, many = `${one}s`): string => (n === 0 ? '' : `${n} ${n === 1 ? one : many}`);

const list = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
