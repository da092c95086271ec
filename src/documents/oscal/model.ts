/** What all models of OSCAL have in common: whose they are, as of when, and who is named. (NIST OSCAL 1.2.1) */
import { oneLine } from '../../syntax/text/one-line.ts';
import type { HeadData, NamedData } from '../data/_shared.ts';
import { uuidOf } from './uuid.ts';
import { line, list, moment, text, token } from './values.ts';

/** What a model is made of beside its data. */
export interface ModelContext {
  /** The title of the document. */
  readonly title: string;
  readonly head: HeadData;
  /** The name of the file in which a document is written in a format, as seen from this file. */
  readonly fileOf: (artefact: string, format: string) => string;
}

const version = '1.2.1';

/** The UUID of something in this ISMS, by what it is and its names. */
export const idIn = ({ head }: ModelContext, ...names: readonly string[]): string =>
  uuidOf(head.organization ?? '', head.isms?.id ?? '', ...names);

/** The head of a model. `people` are the roles and persons that it refers to; each is named once. */
export function metadata(context: ModelContext, people: readonly NamedData[] = [], remarks?: string): object {
  const { title, head } = context;
  const roles = new Map(people.map(({ id, title: name }) => [token(id), { id: token(id), title: line(name, id) }]));
  const organization = oneLine(head.organization ?? '');
  return {
    title: line(head.isms ? `${title}: ${head.isms.title ?? head.isms.id}` : title, title),
    'last-modified': moment(head.asOf),
    version: oneLine(head.version ?? '') || 'not stated',
    'oscal-version': version,
    ...list('roles', [...roles.values()]),
    ...(organization && {
      parties: [{ uuid: organizationId(context), type: 'organization', name: organization }],
    }),
    ...(remarks !== undefined && { remarks: text(remarks, '') }),
  };
}

/** The party that all of it is about. */
const organizationId = (context: ModelContext): string => idIn(context, 'organization');

/** Who answers for something. */
export const responsible = (people: readonly (NamedData | null)[]): object =>
  list(
    'responsible-roles',
    people.flatMap(person => (person ? [{ 'role-id': token(person.id) }] : [])),
  );
