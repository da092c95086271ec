/** Competence and awareness for programs: who is competent for what, until when, and which roles ask for it. (7.2, 7.3) */

import { decisionOf } from '../../analysis/control.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { personsIn } from '../../analysis/holders.ts';
import { inUse } from '../../analysis/neighbours.ts';
import { competenceEnds } from '../../analysis/next-dates.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  controlData,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  type KeptData,
  keptData,
  type NamedData,
  nameData,
  periodData,
  refData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';

export interface Competence extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:competence:1';
  readonly roles: readonly RoleData[];
  readonly persons: readonly PersonData[];
  readonly competences: readonly CompetenceData[];
  /** What is communicated about information security. (7.4) */
  readonly communications: readonly CommunicationData[];
  /** The entry of the Statement of Applicability on awareness, education and training (A.6.3), unless it is excluded. */
  readonly awareness: readonly AwarenessData[];
}

export interface RoleData extends DescribedData, KeptData {
  readonly responsibilities: string | null;
  readonly reportsTo: NamedData | null;
  readonly topManagement: boolean;
  readonly external: boolean;
  /** Who holds it on the day as of which is judged. */
  readonly holders: readonly NamedData[];
  /** What evidence of competence names the role. */
  readonly competences: readonly NamedData[];
}

export interface CompetenceData extends DescribedData {
  readonly person: NamedData | null;
  readonly roles: readonly NamedData[];
  readonly acquired: string | null;
  /** How long it holds. */
  readonly valid: string | null;
  /** The day on which it ends. */
  readonly until: string | null;
  readonly state: 'valid' | 'expired' | 'not dated';
  readonly evidence: readonly EvidenceData[];
}

export interface PersonData extends DescribedData, KeptData {
  readonly roles: readonly NamedData[];
  readonly email: string | null;
  /** The day on which the person left, or leaves. */
  readonly left: string | null;
}

export interface CommunicationData extends DescribedData {
  readonly audience: readonly NamedData[];
  readonly when: string | null;
  readonly channel: string | null;
  /** Who communicates it. */
  readonly owner: NamedData | null;
}

export interface AwarenessData {
  readonly id: string;
  readonly title: string | null;
  readonly implementation: string | null;
  readonly evidence: readonly EvidenceData[];
}

export function competenceData(view: IsmsView): Competence {
  const used = inUse(view);
  return {
    $schema: 'urn:isms-as-code:schema:competence:1',
    ...headData(view),
    roles: byName(view, used('Role'), (role, name) => ({
      ...name,
      ...keptData(view, role),
      responsibilities: textData(role.responsibilities),
      reportsTo: refData(view, role.reportsTo),
      topManagement: role.topManagement !== undefined,
      external: role.external !== undefined,
      holders: personsIn(view, name.id, role).flatMap(person => (isGone(view, person) ? [] : (nameData(person) ?? []))),
      competences: view.users(name.id, 'Role', 'Competence').flatMap(competence => nameData(competence) ?? []),
    })),
    competences: byName(view, view.all('Competence'), (competence, name) => {
      const until = competenceEnds(competence);
      return {
        ...name,
        person: refData(view, competence.person),
        roles: refsData(view, competence.roles),
        acquired: valueData(competence.acquired),
        valid: periodData(competence.valid),
        until: until ?? null,
        state: !dateOf(competence.acquired) ? 'not dated' : until && until < view.asOf ? 'expired' : 'valid',
        evidence: evidenceData(view, competence.evidence),
      };
    }),
    persons: byName(view, used('Person'), (person, name) => ({
      ...name,
      ...keptData(view, person),
      roles: refsData(view, person.roles),
      email: textData(person.email),
      left: valueData(person.left),
    })),
    communications: byName(view, view.all('Communication'), ({ audience, when, channel, owner }, name) => ({
      ...name,
      audience: refsData(view, audience),
      when: textData(when),
      channel: textData(channel),
      owner: refData(view, owner),
    })),
    awareness: awareness(view),
  };
}

const isGone = ({ asOf }: IsmsView, { left }: Declarations['Person']): boolean => (dateOf(left) ?? '9999') <= asOf;

/** The control on awareness, education and training. */
const awareness = (view: IsmsView): AwarenessData[] =>
  view.named('A.6.3', 'Control').flatMap(({ declaration }) => {
    if (declaration.$type !== 'Control' || decisionOf(declaration) === 'no') return [];
    return [
      {
        ...controlData(declaration, 'A.6.3'),
        implementation: textData(declaration.implementation),
        evidence: evidenceData(view, declaration.evidence),
      },
    ];
  });
