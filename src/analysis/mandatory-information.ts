/** The documented information that the standard asks for in so many words, and where each piece is. (7.5.1 a) */
import { type DocumentedInformation, documentedInformation } from '../catalogues/clauses.ts';
import type { Declaration, Declarations } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen } from './action.ts';
import { isInternal } from './audit-coverage.ts';
import { decisionOf, isIncluded } from './control.ts';
import { gives } from './documented.ts';
import { isSecurityPolicy } from './policy.ts';

/** `none-yet`: there is nothing that would have to be recorded, such as a nonconformity. */
export type InformationState = 'there' | 'missing' | 'none-yet';

export interface MandatoryInformation {
  readonly item: DocumentedInformation;
  readonly state: InformationState;
  /** What gives it; the first where there are several. */
  readonly at: Declaration | undefined;
}

/** What gives a piece in the language itself. Where the language has nothing for it, only a document can. */
const declared: Readonly<Record<string, (view: IsmsView) => Declaration | undefined>> = {
  'isms-scope': view => view.all('Scope')[0],
  'information-security-policy': view => view.known('PolicyDocument').find(isSecurityPolicy),
  'risk-assessment-process': view => view.all('Method')[0],
  'statement-of-applicability': view => view.all('Control').find(decisionOf),
  'risk-treatment-plan': view => view.all('Risk').find(({ treatment }) => treatment.length > 0),
  'security-objectives': view => view.all('Objective')[0],
  'competence-evidence': view => view.all('Competence')[0],
  'operational-control-evidence': view =>
    view.all('Control').find(control => isIncluded(control) && control.evidence.length > 0),
  // A risk that was only named is no result.
  'risk-assessment-results': view => view.all('Risk').find(isAssessed),
  'risk-treatment-results': view =>
    view.all('Risk').find(({ current, residual, accepted }) => current.length + residual.length > 0 || accepted),
  'monitoring-results': view => view.all('Metric').find(({ results }) => results.length > 0),
  'audit-programme': view => view.all('Programme')[0],
  'audit-results': view => view.all('Audit').find(audit => isInternal(audit) && audit.performed),
  'management-review-results': view => view.all('Review').find(({ held }) => held),
  nonconformities: view => view.all('Finding')[0],
  'corrective-action-results': view =>
    view.all('Finding').find(({ closed, actions }) => closed || actions.some(action => !isOpen(action))),
};

const isAssessed = ({ likelihood, impact, consequences, level, score }: Declarations['Risk']): boolean =>
  (likelihood ?? level ?? score) !== undefined || impact.length + consequences.length > 0;

/** Each mandatory piece, in the order of the clauses. */
export function mandatoryInformation(view: IsmsView): MandatoryInformation[] {
  return documentedInformation
    .filter(({ requirement }) => requirement === 'mandatory')
    .map(item => {
      const at = declared[item.key]?.(view) ?? documentFor(view, item.key);
      const isDue = item.clause !== '10.2' || view.all('Finding').length > 0;
      return { item, at, state: at ? 'there' : isDue ? 'missing' : 'none-yet' };
    });
}

/** A document that gives a piece. */
const documentFor = (view: IsmsView, key: string): Declaration | undefined =>
  view.known('PolicyDocument').find(document => gives(document, key));
