/**
 * The checklists of the two stages of a certification, and of the surveillance that follows. A line says which findings speak against
 * it, so that it never contradicts the diagnostics, and what has to be there at all. Each rule belongs to exactly one line.
 * (ISO/IEC 17021-1, 9.3.1)
 */
import type { Line } from './line.ts';
import { stage1Lines } from './stage-1.ts';
import { stage2Lines } from './stage-2.ts';
import { surveillanceLines } from './surveillance.ts';

/** All lines: those of stage 1, of stage 2, and of surveillance. */
export const lines: readonly Line[] = [...stage1Lines, ...stage2Lines, ...surveillanceLines];

/** Findings that say that something was done once but is late or has run out, and not that it is missing or wrong. */
export const lateCodes: ReadonlySet<string> = new Set([
  'audit/overdue',
  'certification/expired',
  'certification/surveillance-due',
  'change/overdue',
  'competence/expired',
  'document/review-overdue',
  'evidence/expired',
  'exception/expired',
  'finding/overdue',
  'metric/not-measured',
  'objective/overdue',
  'programme/ended',
  'review/decision-overdue',
  'review/overdue',
  'risk/acceptance-expired',
  'risk/acceptance-stale',
  'risk/incident-since-assessment',
  'risk/monitoring-overdue',
  'risk/overdue-action',
  'risk/review-overdue',
  'soa/overdue-action',
  'supplier/review-overdue',
]);
