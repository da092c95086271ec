/**
 * What is approved with the Statement of Applicability, in a form that can be compared later: for each control a short line
 * of its decision, status, reasons and justification. The lock file keeps the lines of the last approval. (6.1.3 d, 7.5.3)
 */

import { compareControlIds } from '../catalogues/annex-a.ts';
import type { Control } from '../model/declaration.ts';
import { dictionary } from '../model/dictionary.ts';
import { type ApprovalLock, type IsmsView, query } from '../model/view.ts';
import { decisionOf, hasText, partnerOf } from './control.ts';
import { entriesById } from './coverage.ts';

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
function hasFallenBack(approved: string, control: Control): boolean {
  const before = approved.split(' ')[approvedParts.indexOf('status')] ?? none;
  return progress.indexOf(control.status?.value ?? none) < progress.indexOf(before);
}

/** The record of an approval of the ISMS as it is now, for the lock file. */
export function approvalLock(view: IsmsView): ApprovalLock {
  const controls = dictionary<string>();
  const ids = entriesById(view.all('Control'));
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

/** What differs from what was approved last. */
export interface ChangesSinceApproval {
  /** Ids of entries that are new or were changed, each with what changed of it; all parts for a new one. */
  readonly changed: ReadonlyMap<string, readonly ApprovedPart[]>;
  /** Ids that were approved and have no entry any more. */
  readonly gone: readonly string[];
}

/** What of an entry is no longer as it was approved; undefined where it is new since. Progress is what an approval expects. */
export function partsSince(lock: ApprovalLock, id: string, control: Control): readonly ApprovedPart[] | undefined {
  const approved = Object.hasOwn(lock.controls, id) ? lock.controls[id] : undefined;
  if (approved === undefined) return undefined;
  return changedParts(approved, fingerprint(control)).filter(
    part => part !== 'status' || hasFallenBack(approved, control),
  );
}

/** What is no longer as it was approved; undefined where no record of the approval is kept. */
export function changesSinceApproval(view: IsmsView): ChangesSinceApproval | undefined {
  const lock = currentLock(view);
  if (!lock) return undefined;
  const changed = new Map<string, readonly ApprovedPart[]>();
  for (const [id, control] of entriesById(view.all('Control'))) {
    if (!decisionOf(control)) continue;
    const parts = partsSince(lock, id, control) ?? approvedParts;
    if (parts.length) changed.set(id, parts);
  }
  const names = new Set(view.names('Control'));
  return { changed, gone: Object.keys(lock.controls).filter(id => !names.has(id)) };
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** FNV-1a, 64 bits, of the text in UTF-8, in hexadecimal: finds unintended changes, proves nothing against forgery. */
export function contentHash(text: string): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, '0');
}
