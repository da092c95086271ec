/** Audits, findings, management reviews and the certification. */
import { dayFromAsOf } from '../dates.mjs';
import { approval, covered, date, items, period, ref, refs, text, word, wordList, yesNo } from '../values.mjs';
import { clauses, reviewInputs, words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function assurance({
  chance,
  isFlawed,
  width,
  ago,
  ahead,
  when,
  owner,
  count,
  auditIds,
  included,
  nextEvidence,
  recentEvidence,
}) {
  const { action } = words;
  const auditable = [...clauses, ...included];
  return [
    declaration('programme', 'AuditProgramme', 'Audit programme', [
      ['cycle', period(12, 'months')],
      ['start', date(dayFromAsOf(-345))],
      ['owner', ref('Ciso')],
      ['approved', approval(dayFromAsOf(-345), 'Ceo')],
    ]),
    ...auditIds.map((id, i) => {
      // The last is still to come; together the others cover everything.
      const planned = i === auditIds.length - 1;
      const held = Math.max(1, auditIds.length - 1);
      const share = auditable.filter((_, k) => k % held === i % held);
      const covers = !planned && share.length ? share : chance.some(included, 4);
      const day = -170 - chance.int(150);
      const performed = day + chance.int(10);
      return declaration('audit', id, `Internal audit ${when()}`, [
        ['programme', ref('AuditProgramme')],
        ['kind', word('internal')],
        ['planned', date(planned ? ahead(5, 19) : dayFromAsOf(day))],
        ...(planned ? [] : [['performed', date(dayFromAsOf(performed))]]),
        ['auditors', refs(['ExternalAuditor'])],
        ['covers', covered(covers)],
        ...(planned ? [] : [['evidence', recentEvidence(-performed)]]),
      ]);
    }),
    ...list(count.finding, i => {
      const overdue = isFlawed('overdueFinding');
      const isOpen = overdue || chance.is(0.2);
      const severity = chance.pick(isOpen ? ['minor', 'observation'] : ['minor', 'major', 'observation']);
      return declaration('finding', `NC-${digits(i + 1, width)}`, `${chance.pick(action)} was skipped ${when()}`, [
        ['audit', ref(auditIds[chance.int(Math.max(1, auditIds.length - 1))])],
        ['requirement', ref(chance.pick(included))],
        ['severity', word(severity)],
        ['raised', date(ago(91, 160))],
        ['owner', owner()],
        ['correction', text(`${chance.pick(action)} at once`)],
        ['root-cause', text(`No reminder ${when()}`)],
        [
          'actions',
          items('action', [
            {
              title: chance.pick(action),
              props: [
                ['owner', owner()],
                ['due', date(isOpen && !overdue ? ahead(5, 20) : ago(30, 90))],
                ['status', word(isOpen ? 'in-progress' : 'done')],
                ...(isOpen ? [] : [['completed', date(ago(25, 29))]]),
              ],
            },
          ]),
        ],
        ['due', date(isOpen && !overdue ? ahead(20, 120) : ago(5, 29))],
        ...(isOpen ? [] : [['closed', date(ago(2, 4))]]),
        ...(isOpen ? [] : [['effective', yesNo(true)]]),
        ['evidence', nextEvidence()],
      ]);
    }),
    ...list(2, i =>
      declaration('review', `MR-${2025 + i}`, `Management review ${2025 + i}`, [
        ['planned', date(dayFromAsOf(-425 + i * 365))],
        ['held', date(dayFromAsOf(-425 + i * 365))],
        ['next', period(12, 'months')],
        ['attendees', refs(['Ceo', 'Ciso'])],
        ['inputs', wordList(reviewInputs)],
        [
          'decisions',
          items('decision', [
            {
              title: chance.pick(action),
              props: [
                ['owner', ref('Ciso')],
                ['due', date(i ? ahead(20, 200) : ago(200, 300))],
                ['status', word(i ? 'in-progress' : 'done')],
              ],
            },
          ]),
        ],
        ['evidence', nextEvidence()],
      ]),
    ),
    declaration('certification', 'Certification', 'First certification', [
      ['body', text('Example Certification B.V.')],
      ['accredited-by', word('RvA')],
      ['stage1', date(dayFromAsOf(45))],
      ['stage2', date(dayFromAsOf(90))],
    ]),
  ];
}
