/** The information security policy. (5.2) */
import type { Declarations } from '../model/declaration.ts';
import { query } from '../model/view.ts';

/** What a document covers that is the information security policy. */
const policyClauses: ReadonlySet<string> = new Set(['5.2', '5', 'A.5.1']);

/** Whether a document is the information security policy: a policy that covers clause 5.2 (or 5, or A.5.1). */
export const isSecurityPolicy = (document: Declarations['PolicyDocument']): boolean =>
  document.kind?.value === 'policy' && document.covers.some(({ name }) => policyClauses.has(name));

/** Whether the ISMS has an information security policy. */
export const hasSecurityPolicy = query('hasSecurityPolicy', view => view.all('PolicyDocument').some(isSecurityPolicy));
