/**
 * What is approved with the Statement of Applicability, in a form that can be compared later: for each control a short line
 * of its decision, status, reasons and justification. The lock file keeps the lines of the last approval. (6.1.3 d, 7.5.3)
 */

import { compareControlIds } from '../catalogues/annex-a.ts';
import type { Control } from '../model/declaration.ts';
import { dictionary } from '../model/dictionary.ts';
import { type ApprovalLock, type IsmsView, query } from '../model/view.ts';
import { decisionOf, hasText, partnerOf } from './control.ts';

/** The parts of an entry that are approved, in the order of the fingerprint. */
export const approvedParts = ['decision', 'status', 'reasons', 'justification'] as const;

export type ApprovedPart = (typeof approvedParts)[number];

const none = '-';

/**
 * The fingerprint of an entry: `yes implemented 8f0e… 3b51…`. Decision and status are readable, reasons and justification
 * hashes. How a text is broken into lines and in which order reasons stand makes no difference.
 */
export function fingerprint(control: Control): string {
  const decision = decisionOf(control) ?? none;
  const provider = control.applicable?.provider;
  const partner = partnerOf(control);
  const reasons = control.because
    .map(({ ground, coveredBy, reason }) => [ground?.value, coveredBy?.name ?? reason?.name].filter(Boolean).join(' '))
    .sort();
  const justification = hasText(control.justification) ? control.justification?.value : undefined;
  return [
    decision === 'inherited' && provider
      ? `${decision}:${provider.name}`
      : partner
        ? `shared:${partner.name}`
        : decision,
    control.status?.value ?? none,
    reasons.length ? contentHash(reasons.join('\n')) : none,
    justification === undefined ? none : contentHash(justification.trim().replace(/\s+/g, ' ')),
  ].join(' ');
}

/** Which parts differ between two fingerprints; all of them if one is none of ours. */
export function changedParts(approved: string, now: string): ApprovedPart[] {
  const before = approved.split(' ');
  const after = now.split(' ');
  if (before.length !== approvedParts.length) return approved === now ? [] : [...approvedParts];
  return approvedParts.filter((_, index) => before[index] !== after[index]);
}

/** How far a control is, from nothing said to implemented. */
const progress: readonly string[] = [none, 'planned', 'partial', 'implemented'];

/** Whether a control is not as far any more as it was when it was approved. Progress is what the approval expects. */
export function hasFallenBack(approved: string, control: Control): boolean {
  const before = approved.split(' ')[approvedParts.indexOf('status')] ?? none;
  return progress.indexOf(control.status?.value ?? none) < progress.indexOf(before);
}

/** The record of an approval of the ISMS as it is now, for the lock file. */
export function approvalLock(view: IsmsView): ApprovalLock {
  const controls = dictionary<string>();
  const ids = new Map<string, Control>();
  for (const control of view.all('Control')) {
    for (const { value } of control.names) if (!ids.has(value)) ids.set(value, control);
  }
  for (const id of [...ids.keys()].sort(compareControlIds)) controls[id] = fingerprint(ids.get(id) as Control);
  return { version: view.isms?.version?.value, approved: view.isms?.approved?.on?.value, controls };
}

/** The date of the approval that the `isms` block states. */
export const approvedOn = query('approvedOn', view => view.isms?.approved?.on?.value);

/**
 * The lock file, if it is the record of the approval that the `isms` block states. An older one tells nothing about what was
 * approved last.
 */
export function currentLock(view: IsmsView): ApprovalLock | undefined {
  const { lock } = view;
  const stated = view.get(approvedOn);
  return lock && !(lock.approved && stated && lock.approved < stated) ? lock : undefined;
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** FNV-1a, 64 bits, of the text in UTF-8, in hexadecimal: finds unintended changes, proves nothing against forgery. */
export function contentHash(text: string): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, '0');
}
