/** The file `isms.lock.json` beside the `isms` block: what was approved, recorded by `isms approve`, reviewed and committed. */
import { dictionary } from '../model/dictionary.ts';
import type { ApprovalLock } from '../model/view.ts';

/** Reads a lock file; undefined if it is none. */
export function parseLock(text: string): ApprovalLock | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { version, approved, controls } = value as Record<string, unknown>;
    if (typeof controls !== 'object' || controls === null) return undefined;
    const entries = Object.entries(controls).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return {
      version: typeof version === 'string' ? version : undefined,
      approved: typeof approved === 'string' ? approved : undefined,
      controls: dictionary(entries),
    };
  } catch {
    return undefined;
  }
}

/** Writes a lock file; the same approval gives the same bytes. */
export function writeLock(lock: ApprovalLock): string {
  const controls = dictionary(Object.entries(lock.controls).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: lock.version, approved: lock.approved, controls }, null, 2)}\n`;
}
