/**
 * When what recurs is due again, and when what is valid for a time ends: one answer for rules, calendar, registers and pictures.
 * Each is undefined where the date it counts from, or the period, is not stated or no date.
 */
import { addMonths, type IsoDate } from '../model/dates.ts';
import type { Declarations, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { dateOf, dueAfter, latest, periodOf } from './deadline.ts';
import { isMaintained, reviewPeriod } from './documents.ts';
import { longestInterval } from './reviews.ts';
import { reviewPeriod as riskReviewPeriod } from './risk.ts';

/** The day on which evidence ends to show that a control works. (9.1) */
export const evidenceEnds = ({ collected, valid }: Declarations['Evidence']): IsoDate | undefined =>
  dueAfter(dateOf(collected), periodOf(valid));

/** The day on which a certificate or training is to be renewed. (7.2) */
export const competenceEnds = ({ acquired, valid }: Declarations['Competence']): IsoDate | undefined =>
  dueAfter(dateOf(acquired), periodOf(valid));

/** When a supplier is to be reviewed again. (A.5.22) */
export const nextSupplierReview = ({ reviewed, review }: Declarations['Supplier']): IsoDate | undefined =>
  dueAfter(dateOf(reviewed), periodOf(review));

/** When a risk is to be assessed again: after its own period, else that of the method. (8.2) */
export const nextAssessment = (view: IsmsView, risk: Risk): IsoDate | undefined =>
  dueAfter(dateOf(risk.assessed), riskReviewPeriod(view, risk));

/** The day of the last result of a metric. */
export const lastMeasurement = ({ results }: Declarations['Metric']): IsoDate | undefined =>
  latest(...results.map(({ on }) => dateOf(on)));

/** When a metric is to be measured again, counted from its last result, or for the first time, from when it is measured. (9.1) */
export const nextMeasurement = (metric: Declarations['Metric']): IsoDate | undefined =>
  dueAfter(lastMeasurement(metric) ?? dateOf(metric.since), periodOf(metric.measured));

/**
 * When a document is to be reviewed again: when its approval ends, else a period after it was approved or reviewed. What the ISMS
 * says of its own review holds for maintained documents that say nothing. (7.5.2)
 */
export function nextDocumentReview(view: IsmsView, document: Declarations['PolicyDocument']): IsoDate | undefined {
  const { approved, reviewed, review } = document;
  const period = periodOf(review) ?? (isMaintained(document) ? view.get(reviewPeriod) : undefined);
  return dateOf(approved?.until) ?? dueAfter(latest(dateOf(approved?.on), dateOf(reviewed)), period);
}

/** When the Statement of Applicability is to be reviewed again; the `isms` block says when it was approved. */
export const nextStatementReview = ({ approved, review }: Declarations['Isms']): IsoDate | undefined =>
  dateOf(approved?.until) ?? dueAfter(dateOf(approved?.on), periodOf(review));

/** Where a management review does not say when the next one is due. */
const usualReviewPeriod = { count: 12, unit: 'months' };

/** When the management review after one that was held is due: as it says, but not later than certification bodies accept. (9.3.1) */
export function nextManagementReview(review: Declarations['Review']): IsoDate | undefined {
  const held = dateOf(review.held);
  const due = dueAfter(held, periodOf(review.next) ?? usualReviewPeriod);
  if (!held || !due) return undefined;
  return [due, addMonths(held, longestInterval)].sort()[0];
}
