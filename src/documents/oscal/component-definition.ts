/** How each control is decided and implemented, as the definition of one component: the ISMS itself. Excluded controls are in it, with why. */
import { type SoaLine, statementOfApplicability } from '../../analysis/soa.ts';
import type { Parameters, Subject } from '../artefact.ts';
import { named } from '../data/_shared.ts';
import { forCustomers } from '../data/soa.ts';
import { idIn, type ModelContext, metadata, responsible } from './model.ts';
import { line, noDescription, property, text, token } from './values.ts';

/** Customers are told what the same edition of the document tells them. */
export function componentDefinition({ view }: Subject, context: ModelContext, { edition }: Parameters): object {
  const decided = statementOfApplicability(view)
    .lines.filter(({ decision }) => decision !== undefined)
    .map(one => (edition === 'customer' ? forCustomers(one) : one));
  const owners = decided.flatMap(({ owner }) => (owner ? [named(owner)] : []));
  const source = context.fileOf('soa', 'oscal-catalog');
  return {
    'component-definition': {
      uuid: idIn(context, 'component-definition'),
      metadata: metadata(context, owners),
      components: [
        {
          uuid: idIn(context, 'component'),
          type: 'process-procedure',
          title: line(context.head.isms?.title ?? context.head.isms?.id, 'ISMS'),
          description: 'The information security management system, with the controls that it applies.',
          ...(decided.length && {
            'control-implementations': [
              {
                uuid: idIn(context, 'implementations'),
                source,
                description: 'The Statement of Applicability.',
                'implemented-requirements': decided.map(one => requirement(one, context)),
              },
            ],
          }),
        },
      ],
    },
  };
}

function requirement(one: SoaLine, context: ModelContext): object {
  const { id, decision, justification, reasons, exclusions, provider, owner, implementation } = one;
  return {
    uuid: idIn(context, 'implementation', id),
    'control-id': token(id),
    description: text(implementation, noDescription),
    props: [
      ...statusOf(one).map(value => ({ name: 'implementation-status', value })),
      ...property('decision', decision),
      ...reasons.flatMap(({ code, ids }) => property('reason', ids.length ? `${code}: ${ids.join(', ')}` : code)),
      ...exclusions.flatMap(({ ground, coveredBy }) =>
        property('exclusion', [ground.replaceAll('-', ' '), coveredBy].join(' ')),
      ),
      ...property('provider', provider && (provider.title ?? provider.id)),
    ],
    ...responsible([owner ? named(owner) : null]),
    ...(justification !== undefined && { remarks: text(justification, 'Not stated.') }),
  };
}

const statusOf = ({ decision, status }: SoaLine): string[] =>
  decision === 'no' ? ['not-applicable'] : status === undefined ? [] : [status];
