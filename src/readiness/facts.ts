/** What several lines of a checklist say: dates, approvals, and the documents that cover a clause. */
import { cycleOf, isInternal } from '../analysis/audit-coverage.ts';
import { latest } from '../analysis/deadline.ts';
import { clausesAbove, missingDocuments } from '../analysis/documented.ts';
import type { Approval, Declaration, Kind, Located } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Saying, saying } from '../wording/wording.ts';
import type { Judged } from './line.ts';

/** A day, if there is one; `{0}` of the text stands for it. */
export const on = (date: Located<string> | undefined, text: string): Saying[] =>
  date ? [saying(text, date.value)] : [];

export const approval = (approved: Approval | undefined): Saying[] => on(approved?.on, 'approved {0}');

/** The last date that any of these has. */
export const last = <D>(all: readonly D[], of: (one: D) => Located<string> | undefined, text: string): Saying[] => {
  const date = latest(...all.map(one => of(one)?.value));
  return date ? [saying(text, date)] : [];
};

/** The last day on which one of these was done, and the next for which one is planned. */
export function lastAndNext<D extends { readonly planned?: Located<string> | undefined }>(
  all: readonly D[],
  done: (one: D) => Located<string> | undefined,
  text: string,
): Saying[] {
  const [next] = all.flatMap(one => (done(one) || !one.planned ? [] : [one.planned.value])).sort();
  return [...last(all, done, text), ...(next ? [saying('planned {0}', next)] : [])];
}

/** The document that covers a clause or control, or a clause above it. */
export function covering(view: IsmsView, id: string): Declaration | undefined {
  const ids = new Set([id, ...clausesAbove(id)]);
  return view.known('PolicyDocument').find(({ covers }) => covers.some(({ name }) => ids.has(name)));
}

/** Judges by whether documented information is there that declarations of a kind are or name. */
export const documented =
  (kind: Kind, information: string) =>
  (view: IsmsView): Judged => ({
    at: view.all(kind)[0],
    exists: !view.get(missingDocuments).includes(information),
  });

export const internalAudits = (view: IsmsView) => view.all('Audit').filter(isInternal);

/** The programme whose cycle began last. */
export const currentProgramme = (view: IsmsView) =>
  [...view.all('Programme')].sort((a, b) => ((cycleOf(a).from ?? '') < (cycleOf(b).from ?? '') ? 1 : -1))[0];
