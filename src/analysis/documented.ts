/** Which mandatory documented information an ISMS has: declared in the language itself, or in a document that covers the clause. (7.5.1) */
import { documentedInformation, findClause } from '../catalogues/clauses.ts';
import type { Declarations } from '../model/declaration.ts';
import { type IsmsView, query } from '../model/view.ts';
import { isIncluded } from './control.ts';
import { isMaintained } from './documents.ts';

/** A piece of documented information that is there only if somebody declares it, and that no other rule asks for. */
export interface Documented {
  /** The key of the catalogue. */
  readonly key: string;
  /** Whether declarations other than documents give it. */
  readonly isDeclared: (view: IsmsView) => boolean;
}

/**
 * What the ISMS is asked for. Scope, policy, method, Statement of Applicability, audits and management reviews have rules of their
 * own; treatment plan and results follow from the risks; findings are there once something was found.
 */
export const asked: readonly Documented[] = [
  { key: 'risk-treatment-process', isDeclared: () => false },
  { key: 'security-objectives', isDeclared: view => view.count('Objective') > 0 },
  { key: 'competence-evidence', isDeclared: view => view.count('Competence') > 0 },
  {
    key: 'operational-control-evidence',
    isDeclared: view => view.all('Control').some(control => isIncluded(control) && control.evidence.length > 0),
  },
  { key: 'risk-assessment-results', isDeclared: view => view.count('Risk') > 0 },
  { key: 'monitoring-results', isDeclared: view => view.count('Metric') > 0 },
  {
    key: 'audit-programme',
    // Without any audit there is no programme either; that is told once.
    isDeclared: view => view.count('Programme') > 0 || view.count('Audit') === 0,
  },
];

/** The keys of what is missing, in the order of the clauses. */
export const missingDocuments = query('missingDocuments', (view): readonly string[] => {
  const documents = view.known('PolicyDocument');
  return asked
    .filter(item => !item.isDeclared(view) && !documents.some(document => gives(document, item.key)))
    .map(({ key }) => key);
});

/** The clauses above one, nearest first; none of a control. */
export function clausesAbove(id: string): string[] {
  const above: string[] = [];
  for (let at = findClause(id)?.parent; at; at = findClause(at)?.parent) above.push(at);
  return above;
}

/** The clause of a piece of documented information, and those above it. */
export function clausesFor(key: string): string[] {
  const first = documentedInformation.find(item => item.key === key)?.clause;
  return first ? [first, ...clausesAbove(first)] : [];
}

/** What a rule cannot give, but only a record of what was done or found. */
const records: ReadonlySet<string> = new Set([
  'audit-results',
  'competence-evidence',
  'corrective-action-results',
  'management-review-results',
  'monitoring-results',
  'nonconformities',
  'operational-control-evidence',
  'risk-assessment-results',
  'risk-treatment-results',
]);

/** Whether a piece shows what was done or found, so that only a record gives it. */
export const isRecord = (key: string): boolean => records.has(key);

/**
 * Whether a document gives a piece of documented information: it covers the clause, or one above it, and where results or evidence are
 * asked for it is a record, register or report. A policy says what is to be done, and not that it was.
 */
export function gives(document: Declarations['PolicyDocument'], key: string): boolean {
  if (records.has(key) && (isMaintained(document) || document.kind?.value === 'external')) return false;
  const clauses = clausesFor(key);
  return document.covers.some(({ name }) => clauses.includes(name));
}
