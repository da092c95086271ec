/** Which controls and clauses correspond to the entries of other frameworks, as a collection of mappings. They are informative. */
import { refusing } from '../../wording/said-error.ts';
import type { Parameters, Subject } from '../artefact.ts';
import { type CoveredEntryData, coverageData, type FrameworkCoverageData } from '../data/coverage.ts';
import { idIn, type ModelContext, metadata } from './model.ts';
import { NothingToSayError } from './nothing-to-say.ts';
import { clauseToken, line, list, token } from './values.ts';

/** @throws NothingToSayError where nothing corresponds to any entry */
export function mapping({ view }: Subject, context: ModelContext, { framework }: Parameters): object {
  const mapped = coverageData(view, framework).frameworks.filter(({ entries }) => entries.some(isMapped));
  if (!mapped.length)
    throw new NothingToSayError(
      refusing('A mapping of OSCAL relates at least one entry of a framework, and none is mapped.'),
    );
  return {
    'mapping-collection': {
      uuid: idIn(context, 'mapping-collection', framework ?? ''),
      metadata: metadata(context),
      provenance: {
        method: 'human',
        'matching-rationale': 'semantic',
        status: 'not-complete',
        'mapping-description':
          'Informative: that a control corresponds to an entry does not prove that the entry is fulfilled.',
      },
      mappings: mapped.map(one => mappingOf(one, context)),
      'back-matter': {
        resources: mapped.map(one => ({ uuid: resourceId(one, context), title: line(one.title, one.id) })),
      },
    },
  };
}

const resourceId = ({ id }: FrameworkCoverageData, context: ModelContext): string => idIn(context, 'framework', id);

const isMapped = ({ controls, clauses }: CoveredEntryData): boolean => controls.length + clauses.length > 0;

function mappingOf(framework: FrameworkCoverageData, context: ModelContext): object {
  const { id, entries } = framework;
  const unmapped = entries.filter(entry => !isMapped(entry)).map(entry => token(entry.id));
  return {
    uuid: idIn(context, 'mapping', id),
    'source-resource': { type: 'catalog', href: `#${resourceId(framework, context)}` },
    'target-resource': { type: 'catalog', href: context.fileOf('soa', 'oscal-catalog') },
    maps: entries.filter(isMapped).map(entry => map(entry, framework, context)),
    ...(unmapped.length && {
      'source-gap-summary': {
        uuid: idIn(context, 'gap', id),
        ...list('unmapped-controls', [{ 'with-ids': unmapped }]),
      },
    }),
  };
}

/** How much of an entry its controls cover no mapping of the language says; so they intersect, which is the least that is meant. */
const map = ({ id, controls, clauses }: CoveredEntryData, framework: FrameworkCoverageData, context: ModelContext) => ({
  uuid: idIn(context, 'map', framework.id, id),
  relationship: 'intersects-with',
  sources: [{ type: 'control', 'id-ref': token(id) }],
  targets: [...controls.map(control => token(control.id)), ...clauses.map(clauseToken)].map(target => ({
    type: 'control',
    'id-ref': target,
  })),
});
