/** The cycle of a certification. (ISO/IEC 17021-1, 9.1.3) */
import { addMonths } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import { dateOf } from './deadline.ts';

/** How long a cycle takes, from a decision to the next, in months. */
export const cycleMonths = 36;

/** So long a certificate can be restored after it has expired, in months. (9.6.3.2.5) */
export const monthsToRestore = 6;

/** After stage 2 a certificate is issued within a year, or the audit has to be repeated. */
const monthsToDecide = 12;

const iso = /\b(?:iso|iec)\b|\b27\d{3}\b/i;

/** Schemes with rules of their own, unless they are named beside a standard of ISO. */
const others =
  /\b(?:tisax|soc ?[123]|c5|pci|cyber essentials|hitrust|hds|fedramp|irap|cmmc|secnumcloud|cisis12|isis12|vds|star|swift|ens)\b/i;

/** Issued by a public office itself, on the basis of the standard. */
const byOffice = /grundschutz/i;

/**
 * Whether a certification follows ISO/IEC 17021-1, with accredited bodies, stages and surveillance. One that does not name another scheme
 * is taken for one.
 */
export const isIsoScheme = ({ title, names }: Declarations['Certification']): boolean => {
  const called = [title?.value, ...names.map(({ value }) => value)].join(' ');
  return !byOffice.test(called) && (iso.test(called) || !others.test(called));
};

/** Whether the certificate is known to follow from stage 2, and not from a recertification. */
export function isInitial({ stage2, issued }: Declarations['Certification']): boolean {
  const audited = dateOf(stage2);
  const from = dateOf(issued);
  return !!audited && !!from && addMonths(audited, monthsToDecide) >= from;
}
