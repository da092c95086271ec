/** The information security policy. (5.2) */
import type { Declarations } from '../model/declaration.ts';
import { query } from '../model/view.ts';

type PolicyDocument = Declarations['PolicyDocument'];

const covers = (document: PolicyDocument, ...ids: readonly string[]): boolean =>
  document.kind?.value === 'policy' && document.covers.some(({ name }) => ids.includes(name));

/** Whether a document is the information security policy: a policy that covers clause 5.2, or 5 as a whole. */
export const isSecurityPolicy = (document: PolicyDocument): boolean => covers(document, '5.2', '5');

/** Whether the ISMS has an information security policy. One that covers A.5.1, which asks for the same, may be meant; topic-specific policies cover that too. */
export const hasSecurityPolicy = query('hasSecurityPolicy', view =>
  view.known('PolicyDocument').some(document => covers(document, '5.2', '5', 'A.5.1')),
);
