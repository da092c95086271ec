import type { CheckResult } from '../server/protocol/protocol.ts';
import type { Translate } from './translate.ts';

/** The outcome of a check in one sentence, e.g. `2 errors and 1 warning in 9 files, as of 2026-03-01.` */
export function checkSummary(
  { files, errors, warnings, infos, hints, unread, asOf }: CheckResult,
  t: Translate,
): string {
  const count = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [n === 1 ? one : many]);
  const list = (parts: readonly string[]): string =>
    parts.length === 1 ? parts.join('') : t('{0} and {1}', parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
  const missing = count(
    unread.length,
    t('{0} file or folder could not be read.', unread.length),
    t('{0} files or folders could not be read.', unread.length),
  );
  if (files === 0) return [t('There are no .isms files in this workspace.'), ...missing].join(' ');
  const found = [
    ...count(errors, t('{0} error', errors), t('{0} errors', errors)),
    ...count(warnings, t('{0} warning', warnings), t('{0} warnings', warnings)),
    ...count(infos, t('{0} information', infos), t('{0} information', infos)),
    ...count(hints, t('{0} hint', hints), t('{0} hints', hints)),
  ];
  const what = found.length === 0 ? t('No findings') : list(found);
  const where =
    files === 1
      ? t('{0} in {1} file, as of {2}.', what, files, list(asOf))
      : t('{0} in {1} files, as of {2}.', what, files, list(asOf));
  return [where, ...missing].join(' ');
}
