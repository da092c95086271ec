/** The ISMS itself: scope, method, context and interested parties. */
import { dayFromAsOf } from '../dates.mjs';
import { approval, items, levels, lines, period, ref, refs, scale, text, word, yesNo } from '../values.mjs';
import { impacts, likelihoods, words } from '../words.mjs';
import { declaration, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function organisation({ chance, when, locationIds, requirementIds }) {
  const { adjective } = words;
  return [
    ...locationIds.map(id => declaration('location', id, `${id} site`, [['country', text('NL')]])),
    declaration('isms', 'Acme', 'Acme Cloud ISMS', [
      ['organization', text('Acme Cloud B.V.')],
      ['standard', word('ISO27001-2022')],
      ['version', text('2.3')],
      ['owner', ref('Ciso')],
      ['approved', approval(dayFromAsOf(-100), 'Ceo')],
      ['review', period(12, 'months', true)],
    ]),
    declaration('scope', undefined, 'Acme Cloud production platform', [
      [
        'statement',
        lines([
          'Design, operation and support of the Acme Cloud platform, from the Utrecht office and',
          'the eu-central-1 region.',
        ]),
      ],
      ['locations', refs(locationIds)],
      ['interfaces', text('Customer systems over the API; the payroll provider over an encrypted file exchange')],
    ]),
    declaration('method', undefined, '5×5, after ISO 27005', [
      ['likelihood', scale(likelihoods)],
      ['impact', scale(impacts)],
      [
        'levels',
        levels([
          ['low', 1, 4],
          ['medium', 5, 9],
          ['high', 10, 16],
          ['critical', 17, 25],
        ]),
      ],
      ['appetite', word('medium')],
      ['review', period(12, 'months', true)],
      ['approved', approval(dayFromAsOf(-350), 'Ceo')],
    ]),
    ...list(6, i =>
      declaration('issue', `Issue${i + 1}`, `${chance.pick(adjective)} market changes ${when()}`, [
        ['kind', word(i % 2 ? 'internal' : 'external')],
        ['climate', yesNo(i === 0)],
        ['description', text(`Bears on the risks of what is kept ${when()}`)],
      ]),
    ),
    ...list(4, i =>
      declaration('party', `Party${i + 1}`, `${chance.pick(adjective)} stakeholders`, [
        [
          'requirements',
          items(
            'requirement',
            list(3, j => {
              const id = `Req${i + 1}${j + 1}`;
              requirementIds.push(id);
              return {
                id,
                title: `${chance.pick(adjective)} duties ${when()}`,
                props: [
                  ['kind', word(chance.pick(['legal', 'contractual', 'business']))],
                  ['addressed', yesNo(true)],
                ],
              };
            }),
          ),
        ],
      ]),
    ),
  ];
}
