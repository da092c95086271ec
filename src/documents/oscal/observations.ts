/** Findings of an ISMS as observations of OSCAL, with their evidence. */
import type { EvidenceData } from '../data/_shared.ts';
import type { FindingData } from '../data/corrective-actions.ts';
import { idIn, type ModelContext } from './model.ts';
import { asMarkup, dayIn, line, list, moment, property } from './values.ts';

/** The UUID of the observation of a finding, the same in results and in plans. */
export const observationId = (context: ModelContext, { id }: Pick<FindingData, 'id'>): string =>
  idIn(context, 'observation', id);

/** What was found. How it was found out no finding says, so the method is unknown. `day` stands where it says no day. */
export function observation(context: ModelContext, finding: FindingData, day: string): object {
  const { id, title, description, correction, rootCause, severity, state, raised, requirements, evidence } = finding;
  const said = [
    description,
    correction === null ? null : `Correction: ${correction}`,
    rootCause === null ? null : `Root cause: ${rootCause}`,
  ].filter(part => part !== null);
  return {
    uuid: observationId(context, finding),
    title: line(title, id),
    description: said.length ? asMarkup(said.join('\n\n')) : line(title, id),
    props: [
      ...property('id', id),
      ...property('severity', severity),
      ...property('state', state),
      ...requirements.flatMap(one => property('requirement', one.id)),
    ],
    methods: ['UNKNOWN'],
    types: ['finding'],
    ...list('relevant-evidence', evidence.map(relevant)),
    collected: moment(dayIn(raised) ?? day),
  };
}

/** Evidence with its address; a path is as it is written, below the file that declares it. */
function relevant({ id, title, link, file }: EvidenceData): object {
  const address = link !== null && /^https?:\/\/\S+$/i.test(link) ? link : file;
  return {
    ...(address !== null && isReference(address) && { href: address }),
    description: line(title, id),
  };
}

const isReference = (address: string): boolean =>
  /^[\w./:?#@!$&'()*+,;=~%-]+$/.test(address) && URL.canParse(address, 'file:///isms/');
