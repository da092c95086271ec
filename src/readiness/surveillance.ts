/**
 * The checklist of surveillance and recertification, once a certificate is issued: what is looked at each year, and what is due next.
 * (ISO/IEC 17021-1, 9.6.2, 9.6.3)
 */
import { isOpen } from '../analysis/action.ts';
import { isInternal } from '../analysis/audit-coverage.ts';
import { dateOf } from '../analysis/deadline.ts';
import { isNonconformity } from '../analysis/finding.ts';
import { addMonths, type IsoDate } from '../model/dates.ts';
import type { Declarations, Located } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { labelled } from '../rules/wording.ts';
import { later, type Saying, saying } from '../wording/wording.ts';
import type { Judged, Line } from './line.ts';

/** The certification whose certificate was issued last. */
export const currentCertificate = (view: IsmsView): Declarations['Certification'] | undefined =>
  view
    .all('Certification')
    .filter(({ issued }) => (dateOf(issued) ?? '9') <= view.asOf)
    .sort((a, b) => ((dateOf(a.issued) ?? '') < (dateOf(b.issued) ?? '') ? 1 : -1))[0];

/** Whether a date lies within the last twelve months, the day of judging included. */
const isOfThisYear = (view: IsmsView, date: Located<string> | undefined): boolean => {
  const on = dateOf(date);
  return on !== undefined && on <= view.asOf && on >= addMonths(view.asOf, -12);
};

/** The dates of the certification that lie ahead, the nearest first. */
function dueNext(view: IsmsView, { surveillance, recertification, expires }: Declarations['Certification']): Saying[] {
  const dates: [IsoDate | undefined, string][] = [
    ...surveillance.map(date => [dateOf(date), later('surveillance {0}')] as [IsoDate | undefined, string]),
    [dateOf(recertification), later('recertification {0}')],
    [dateOf(expires), later('certificate expires {0}')],
  ];
  return dates
    .flatMap(([date, text]) => (date && date >= view.asOf ? [[date, text] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, text]) => saying(text, date));
}

/** Judges by something that has to have happened within the last twelve months. */
function ofThisYear<D extends Declarations[keyof Declarations]>(
  view: IsmsView,
  all: readonly D[],
  dateIn: (one: D) => Located<string> | undefined,
  missing: Saying,
): Judged {
  const dated = all.filter(one => isOfThisYear(view, dateIn(one)));
  const [first] = all;
  return {
    at: dated.at(-1) ?? first,
    facts: dated.length ? [saying('{0} in the last 12 months', dated.length)] : [],
    open: dated.length || !first ? [] : [{ at: first, message: missing }],
  };
}

/** No finding is judged here: each belongs to a line of stage 1 or 2. */
export const surveillanceLines: readonly Line[] = [
  {
    id: 'certificate',
    stage: 'surveillance',
    title: 'Certificate valid, next audits known',
    clause: 'ISO/IEC 17021-1, 9.6',
    findings: [],
    remedy: later('Declare the `certification` with `issued:`, `expires:` and the dates of its `surveillance:`.'),
    judge: view => {
      const at = currentCertificate(view);
      if (!at) return {};
      const expires = dateOf(at.expires);
      const next = dueNext(view, at);
      const message = !expires
        ? saying('{0} does not say when the certificate expires; add `expires:`.', labelled(at))
        : expires < view.asOf
          ? saying(
              'The certificate expired on {0}; it can be restored within six months, else certification begins anew.',
              expires,
            )
          : next.length < 2
            ? saying('No surveillance or recertification audit lies ahead; add its date.')
            : undefined;
      return { at, facts: next, open: message ? [{ at, message }] : [] };
    },
  },
  {
    id: 'external-findings',
    stage: 'surveillance',
    title: 'Findings of external audits answered',
    clause: 'ISO/IEC 17021-1, 9.6.2.2 b',
    findings: [],
    remedy: '',
    judge: view => {
      const external = new Set(
        view.all('Audit').flatMap(audit => (isInternal(audit) ? [] : audit.names.map(({ value }) => value))),
      );
      const found = view.all('Finding').filter(one => isNonconformity(one) && external.has(one.audit?.name ?? ''));
      const unanswered = found.filter(
        ({ closed, actions }) => !closed && !actions.some(action => action.due && isOpen(action)),
      );
      return {
        at: found[0],
        exists: true,
        count: { done: found.length - unanswered.length, total: found.length, what: 'nonconformities answered' },
        open: unanswered.map(at => ({
          at,
          message: saying(
            '{0} of an external audit is neither closed nor has an open action with a date; plan one.',
            labelled(at),
          ),
        })),
      };
    },
  },
  {
    id: 'audits-this-year',
    stage: 'surveillance',
    title: 'Internal audit within the last 12 months',
    clause: '9.2; ISO/IEC 17021-1, 9.6.2.2 a',
    findings: [],
    remedy: later('Perform an internal audit and set `performed:`.'),
    judge: view =>
      ofThisYear(
        view,
        view.all('Audit').filter(isInternal),
        ({ performed }) => performed,
        saying('No internal audit was performed in the last 12 months; perform one and set `performed:`.'),
      ),
  },
  {
    id: 'review-this-year',
    stage: 'surveillance',
    title: 'Management review within the last 12 months',
    clause: '9.3; ISO/IEC 17021-1, 9.6.2.2 a',
    findings: [],
    remedy: later('Hold a management review and set `held:`.'),
    judge: view =>
      ofThisYear(
        view,
        view.all('Review'),
        ({ held }) => held,
        saying('No management review was held in the last 12 months; hold one and set `held:`.'),
      ),
  },
  {
    id: 'assessment-this-year',
    stage: 'surveillance',
    title: 'Risks assessed within the last 12 months',
    clause: '8.2',
    findings: [],
    remedy: later('Assess the risks again and set `assessed:`.'),
    judge: view =>
      ofThisYear(
        view,
        view.all('Risk'),
        ({ assessed }) => assessed,
        saying('No risk was assessed in the last 12 months; assess them again and set `assessed:`.'),
      ),
  },
  {
    id: 'improvement',
    stage: 'surveillance',
    title: 'Changes and improvements since the last audit',
    clause: '10.1; ISO/IEC 17021-1, 9.6.2.2 f',
    findings: [],
    remedy: '',
    judge: view => ({
      at: view.all('Change')[0] ?? view.all('Opportunity')[0],
      exists: true,
      facts: [
        saying(
          '{0} changes in the last 12 months',
          view.all('Change').filter(({ planned }) => isOfThisYear(view, planned)).length,
        ),
        saying('{0} findings closed', view.all('Finding').filter(({ closed }) => isOfThisYear(view, closed)).length),
      ],
    }),
  },
];
