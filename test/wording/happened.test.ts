/** What cannot have happened yet is told in a whole sentence of each language, for every word that the grammar has for what happens. */
import { expect, test } from 'vitest';
import { type NodeType, nodeTypes } from '../../src/language/schema.ts';
import findings from '../../src/wording/findings-de.json';

const happened = Object.values(nodeTypes as Readonly<Record<string, NodeType>>).flatMap(({ properties }) =>
  properties.flatMap(property => property.happened ?? []),
);

const verbs = [...new Set(happened.flatMap(({ verb }) => verb ?? []))];
const subjects = [...new Set(happened.flatMap(({ subject }) => subject ?? []))];

test.each(verbs)('%s', verb => expect(findings).toHaveProperty([`{0} cannot have been ${verb} on {1}`]));

test.each(subjects)('of %s', subject =>
  expect(findings).toHaveProperty([`${subject.charAt(0).toUpperCase()}${subject.slice(1)}`]),
);
