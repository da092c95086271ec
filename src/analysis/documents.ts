/** How documents are kept under control. (7.5.2, 7.5.3) */
import type { Declarations } from '../model/declaration.ts';
import { query } from '../model/view.ts';
import { periodOf } from './deadline.ts';

/** What is not maintained by us: it is written once and kept, or comes from outside. It is neither approved nor reviewed again. */
const retained: ReadonlySet<string> = new Set(['record', 'report', 'register', 'external']);

/** Whether a document is maintained, as policies, procedures and plans are; records and reports are retained, and documents of external origin are kept under control as they are. (7.5.3) */
export const isMaintained = (document: Declarations['PolicyDocument']): boolean =>
  !retained.has(document.kind?.value ?? '');

/** How often documents are reviewed that do not say so themselves. */
export const reviewPeriod = query('reviewPeriod', view => periodOf(view.isms?.review));
