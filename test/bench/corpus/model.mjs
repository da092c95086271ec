/**
 * The model of a realistic ISMS with N top-level declarations, independent of any dialect: groups of declarations
 * `{ kind, id?, title?, props: [[key, value], …] }` with the values of values.mjs.
 */
import { asOf, dayFromAsOf } from './dates.mjs';
import { Chance } from './random.mjs';
import {
  approval,
  block,
  covered,
  date,
  flag,
  ground,
  items,
  levels,
  lines,
  period,
  ref,
  refs,
  scale,
  text,
  word,
  wordList,
  yesNo,
} from './values.mjs';
import { clauses, controlIds, impacts, likelihoods, reviewInputs, values, words } from './words.mjs';

/** What each kind takes of the declarations beyond the fixed ones. The rest are assets. */
const shares = {
  role: 0.015,
  person: 0.05,
  supplier: 0.015,
  threat: 0.025,
  vulnerability: 0.09,
  risk: 0.26,
  evidence: 0.085,
  document: 0.04,
  objective: 0.01,
  metric: 0.015,
  audit: 0.007,
  finding: 0.04,
  incident: 0.04,
  change: 0.02,
};

/**
 * The flaws of an ISMS in use: how many of each kind have one. Together some 2 % of all declarations are found fault with;
 * `measure-findings.mjs` tells how many it are with the rules as they stand.
 */
const flaws = {
  overdueAction: 0.02,
  expiredAcceptance: 0.01,
  unownedAsset: 0.01,
  expiredEvidence: 0.03,
  overdueDocument: 0.03,
  overdueFinding: 0.03,
  incidentSinceAssessment: 0.08,
};

const digits = (n, width) => String(n).padStart(width, '0');
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const declaration = (kind, id, title, props) => ({ kind, id, title, props });

/** The role that exactly so many declarations name, if there are at least four times as many that have an owner. */
export const sharedRole = 'ServiceDesk';
const sharedRoleUsers = 1000;

/** Gives the shared role to declarations all over the register in the place of their owners. `taken` name it already. */
function shareOwner(groups, taken) {
  const owned = Object.values(groups)
    .flat()
    .filter(({ props }) => props.some(([key, { form }]) => key === 'owner' && form === 'ref'))
    .filter(({ kind }) => kind !== 'isms' && kind !== 'programme');
  const users = Math.min(sharedRoleUsers - taken, Math.floor(owned.length / 4));
  for (let i = 0; i < users; i++) {
    const { props } = owned[spread(i, users, owned.length)];
    const owner = props.find(([key]) => key === 'owner');
    const former = owner[1].v;
    owner[1] = ref(sharedRole);
    // Who owns a risk accepts it.
    for (const prop of props) {
      const [key, value] = prop;
      if (key === 'accepted' && value.by === former) prop[1] = { ...value, by: sharedRole };
    }
  }
}

/** Maps the i-th of `count` things to one of `among` other things, so that all of these get their turn. */
const spread = (i, count, among) => Math.floor((i * among) / count);

/**
 * @param declarations how many top-level declarations; nested requirements, actions and decisions come on top
 * @param broken the share of the risks that name an asset that does not exist, as in unfinished work
 * @param flawed multiplies the shares of the flaws; 0 for none
 */
export function buildModel({ declarations, seed = 1, broken = 0, flawed = 1 }) {
  const chance = new Chance(seed * 7919 + declarations);
  const damage = new Chance(seed * 104729 + 1);
  const flaw = new Chance(seed * 1299709 + 2);
  const progress = new Chance(seed * 15485863 + 3);
  const isFlawed = kind => flaw.is(flaws[kind] * flawed);
  const width = declarations >= 100_000 ? 6 : 5;

  const ago = (least, most) => dayFromAsOf(-least - chance.int(most - least + 1));
  const ahead = (least, most) => dayFromAsOf(least + chance.int(most - least + 1));
  const { adjective, noun, circumstance, action } = words;
  const when = () => chance.pick(circumstance);

  const fixed = controlIds.length + 4 + 3 + 6 + 4 + 1 + 2 + 1;
  const rest = Math.max(60, declarations - fixed);
  const shared = /** @type {Record<keyof typeof shares, number>} */ (
    Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, Math.max(2, Math.round(rest * share))]))
  );
  const others = Object.values(shared).reduce((sum, n) => sum + n, 0);
  const count = { ...shared, asset: Math.max(5, rest - others) };

  const roleIds = ['Ceo', 'Ciso', 'ExternalAuditor', sharedRole];
  while (roleIds.length < count.role) {
    roleIds.push(`${chance.pick(adjective)}${chance.pick(words.role)}${digits(roleIds.length, 4)}`);
  }
  const insiders = roleIds.filter(id => id !== 'ExternalAuditor' && id !== sharedRole);
  const owner = () => ref(chance.pick(insiders));
  const locationIds = ['Utrecht', 'EuCentral', 'EuWest', 'RemoteHomes'];
  const evidenceIds = list(count.evidence, i => `Evidence${digits(i, width)}`);
  const riskIds = list(count.risk, i => `R-${digits(i + 1, width)}`);
  const auditIds = list(count.audit, i => `IA-2026-${digits(i + 1, 4)}`);
  const objectiveIds = list(count.objective, i => `Objective${digits(i, 4)}`);
  const requirementIds = [];
  const isExcluded = new Map(controlIds.map(id => [id, chance.is(0.08)]));
  const isPlanned = new Map(controlIds.map(id => [id, chance.is(0.1)]));
  const included = controlIds.filter(id => !isExcluded.get(id));
  // What only planned or partly implemented controls promise lowers no risk yet.
  const isPartial = new Map(controlIds.map(id => [id, progress.is(0.15)]));
  const working = included.filter(id => !isPlanned.get(id) && !isPartial.get(id));

  // Every piece of evidence is used by something; controls use some more.
  let evidenceUsed = 0;
  const nextEvidence = () => refs([evidenceIds[evidenceUsed++ % evidenceIds.length]]);
  const collectedDaysAgo = [];
  /** What was collected within the last days, in turn: a report is not older than the audit that it reports on. */
  const recentEvidence = days => {
    for (
      let left = evidenceIds.length;
      left > 0 && collectedDaysAgo[evidenceUsed % evidenceIds.length] > days;
      left--
    ) {
      evidenceUsed++;
    }
    return nextEvidence();
  };

  const groups = {};

  groups.isms = [
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

  groups.people = [
    ...roleIds.map((id, i) =>
      declaration(
        'role',
        id,
        i === 0 ? 'Chief executive officer' : `${id.replace(/\d+$/, '')} of the company`,
        i === 0
          ? [['top-management', flag]]
          : id === 'ExternalAuditor'
            ? [['external', flag]]
            : [['notes', text(`Responsible for tasks ${when()}`)]],
      ),
    ),
    ...list(count.person, i => {
      const first = chance.pick(words.first);
      const last = chance.pick(words.last);
      // Every role is held; who audits does nothing else.
      const own = roleIds[i] ?? chance.pick(insiders);
      const others = own === 'ExternalAuditor' || i < roleIds.length ? [] : [chance.pick(insiders)];
      return declaration('person', `${first}${last}${digits(i, 4)}`, `${first} ${last}`, [
        ['roles', refs([...new Set([own, ...others])])],
        ['email', text(`${first}.${last}.${i}@acme.example`.toLowerCase())],
      ]);
    }),
  ];

  groups.evidence = evidenceIds.map((id, i) => {
    const months = chance.pick([6, 12, 24]);
    const collected = isFlawed('expiredEvidence')
      ? months * 31 + 10 + chance.int(51)
      : 5 + chance.int(months * 30 - 44);
    collectedDaysAgo.push(collected);
    return declaration('evidence', id, `${chance.pick(action)} report`, [
      // Half of the evidence lies beside its declaration, half of it elsewhere.
      i % 2
        ? ['link', text(`https://wiki.acme.example/evidence/${digits(i, width)}`)]
        : ['file', text(`files/evidence-${digits(i, width)}.txt`)],
      ['owner', owner()],
      ['collected', date(dayFromAsOf(-collected))],
      ['valid', period(months, 'months')],
    ]);
  });

  groups.suppliers = list(count.supplier, i =>
    declaration('supplier', `Supplier${digits(i, 4)}`, `${chance.pick(adjective)} ${chance.pick(noun)} Services Ltd`, [
      ['owner', owner()],
      ['service', text(`Hosting ${when()}`)],
      ['criticality', word(chance.pick(['low', 'medium', 'high']))],
      ['agreement', text(`Contract ${digits(i, 4)}, with an annex on information security`)],
      ['review', period(12, 'months', true)],
      ['reviewed', date(ago(10, 300))],
      ['evidence', nextEvidence()],
    ]),
  );
  const supplierIds = groups.suppliers.map(({ id }) => id);

  /** How many days before the as-of date each risk was assessed. */
  const assessedDaysAgo = [];

  const assetIds = [];
  groups.assets = list(count.asset, i => {
    const adjectiveOf = chance.pick(adjective);
    const nounOf = chance.pick(noun);
    const id = `${adjectiveOf}${nounOf}${digits(i, width)}`;
    const props = [
      ['type', word(chance.pick(['information', 'software', 'hardware', 'service', 'people', 'facility']))],
      ...(isFlawed('unownedAsset') ? [] : [['owner', owner()]]),
      ['location', ref(chance.pick(locationIds))],
      ['classification', word(chance.pick(['public', 'internal', 'confidential', 'secret']))],
      ['confidentiality', word(chance.pick(values))],
      ['integrity', word(chance.pick(values))],
      ['availability', word(chance.pick(values))],
    ];
    if (i > 0 && chance.is(0.55)) {
      const others = new Set();
      for (let left = 1 + chance.int(3); left > 0; left--) {
        others.add(assetIds[chance.is(0.8) ? Math.max(0, i - 1 - chance.int(30)) : chance.int(i)]);
      }
      props.push(['depends-on', refs([...others])]);
    }
    if (chance.is(0.1)) props.push(['supplier', ref(chance.pick(supplierIds))]);
    if (chance.is(0.2)) props.push(['notes', text(`Kept ${when()}; see ticket ISMS-${chance.int(9999)}`)]);
    assetIds.push(id);
    return declaration('asset', id, `${adjectiveOf} ${nounOf.toLowerCase()} ${when()}`, props);
  });

  groups.threats = list(count.threat, i => {
    const name = chance.pick(words.threat);
    return declaration('threat', `${name}${digits(i, 4)}`, `${name} ${when()}`, [
      ['source', word(chance.pick(['deliberate', 'accidental', 'environmental']))],
    ]);
  });
  const threatIds = groups.threats.map(({ id }) => id);

  groups.vulnerabilities = list(count.vulnerability, i => {
    const name = chance.pick(words.vulnerability);
    return declaration('vulnerability', `${name}${digits(i, width)}`, `${name} ${when()}`, [
      ['assets', refs(chance.someNear(assetIds, i / count.vulnerability, 2))],
    ]);
  });
  const vulnerabilityIds = groups.vulnerabilities.map(({ id }) => id);

  groups.risks = riskIds.map((id, i) => {
    const place = i / count.risk;
    const riskOwner = chance.pick(insiders);
    const treatment = chance.pick(['modify', 'modify', 'modify', 'modify', 'retain', 'share', 'avoid']);
    // What remains is within the appetite (3 × 3 = medium), and never more than there was.
    const residual = { likelihood: chance.int(3), impact: chance.int(3) };
    const before = step => (treatment === 'retain' ? step : step + 1 + chance.int(likelihoods.length - 1 - step));
    const inherent = { likelihood: before(residual.likelihood), impact: before(residual.impact) };
    // Each asset is at risk in at least one risk.
    const assets = new Set();
    for (let k = spread(i, count.risk, count.asset); k < spread(i + 1, count.risk, count.asset); k++) {
      assets.add(assetIds[k]);
    }
    if (!assets.size || chance.is(0.3)) assets.add(chance.near(assetIds, place));
    const assessed = 15 + chance.int(300);
    assessedDaysAgo.push(assessed);
    const expired = isFlawed('expiredAcceptance');
    /** @type {import('./values.mjs').Property[]} */
    const props = [
      // An own source of chance: the rest stays the same.
      ['assets', refs(damage.is(broken) ? [`MissingAsset${i}`] : [...assets])],
      ['threat', ref(chance.pick(threatIds))],
      ['vulnerabilities', refs(chance.someNear(vulnerabilityIds, place, 2))],
      ['affects', wordList(chance.some(['confidentiality', 'integrity', 'availability'], 2))],
      ['owner', ref(riskOwner)],
      ['likelihood', word(likelihoods[inherent.likelihood])],
      ['impact', word(impacts[inherent.impact])],
      ['assessed', date(dayFromAsOf(-assessed))],
      ['treatment', word(treatment)],
    ];
    if (treatment === 'modify') props.push(['controls', refs(chance.some(working, 3))]);
    // Avoiding is work as well: an activity is ended.
    if (treatment === 'modify' || treatment === 'avoid') {
      props.push([
        'actions',
        items(
          'action',
          list(1 + chance.int(2), () => {
            const overdue = isFlawed('overdueAction');
            const done = !overdue && chance.is(0.5);
            return {
              title: `${chance.pick(action)} ${when()}`,
              props: [
                ['owner', owner()],
                ['due', date(done || overdue ? ago(20, 200) : ahead(5, 300))],
                ['status', word(done ? 'done' : chance.pick(['open', 'planned', 'in-progress']))],
                ...(done ? [['completed', date(ago(10, 19))]] : []),
              ],
            };
          }),
        ),
      ]);
    }
    if (treatment === 'share') props.push(['counterparty', ref(chance.pick(supplierIds))]);
    props.push([
      'residual',
      block([
        ['likelihood', word(likelihoods[residual.likelihood])],
        ['impact', word(impacts[residual.impact])],
      ]),
    ]);
    const accepted = dayFromAsOf(-chance.int(assessed - 9) - 5);
    props.push(['accepted', approval(accepted, riskOwner, expired ? ago(1, 4) : ahead(20, 400))]);
    const title = `${chance.pick(words.threat)} ${chance.pick(words.verb)} the ${chance.pick(adjective).toLowerCase()} ${chance.pick(noun).toLowerCase()} ${when()}`;
    return declaration('risk', id, title, props);
  });

  groups.soa = controlIds.map(id => {
    if (isExcluded.get(id)) {
      return declaration('control', id, undefined, [
        ['applicable', yesNo(false)],
        ['because', ground('no-such-asset')],
        ['justification', text('No premises of our own; covered by the contract with the landlord')],
      ]);
    }
    const status = isPlanned.get(id) ? 'planned' : isPartial.get(id) ? 'partial' : 'implemented';
    return declaration('control', id, undefined, [
      ['applicable', yesNo(true)],
      ['because', refs([...chance.some(riskIds, 4), chance.pick(requirementIds)])],
      ['justification', text(`Treats risks ${when()}`)],
      ['status', word(status)],
      ['implementation', text(chance.pick(words.implementation))],
      ['owner', owner()],
      ['evidence', refs(chance.some(evidenceIds, 3))],
    ]);
  });

  groups.documents = list(count.document, i => {
    const kind = chance.pick(words.document);
    const overdue = isFlawed('overdueDocument');
    // All clauses and applicable controls are covered in turn; the first document is the policy of the ISMS.
    const covers = i === 0 ? ['5.2', 'A.5.1'] : [[...clauses, ...included][i % (clauses.length + included.length)]];
    if (i > 0 && chance.is(0.5)) covers.push(chance.pick(included));
    return declaration(
      'document',
      `${chance.pick(adjective)}${kind}${digits(i, 4)}`,
      `${chance.pick(adjective)} ${kind.toLowerCase()}`,
      [
        ['kind', word(i === 0 ? 'policy' : chance.pick(['policy', 'procedure', 'record', 'plan']))],
        ['covers', covered([...new Set(covers)])],
        ['file', text(`files/document-${digits(i, 4)}.txt`)],
        ['owner', owner()],
        ['version', text(String(1 + chance.int(9)))],
        ['approved', approval(overdue ? ago(400, 600) : ago(5, 330), 'Ceo')],
        ['review', period(12, 'months', true)],
      ],
    );
  });

  groups.objectives = [
    ...objectiveIds.map(id =>
      declaration('objective', id, `${chance.pick(action)} ${when()}`, [
        ['owner', owner()],
        ['target', text(`${50 + chance.int(50)} %`)],
        ['due', date(ahead(60, 300))],
      ]),
    ),
    ...list(count.metric, i =>
      declaration('metric', `Metric${digits(i, 4)}`, `Days to ${chance.pick(action).toLowerCase()}`, [
        ['objective', ref(objectiveIds[i % objectiveIds.length])],
        ['method', text(`Counted in the ticket system ${when()}`)],
        ['owner', owner()],
        ['measured', period(chance.pick([1, 3]), 'months', true)],
        [
          'results',
          items('result', [
            {
              title: `${chance.int(30)} days`,
              props: [
                ['on', date(ago(2, 25))],
                ['met', yesNo(true)],
              ],
            },
          ]),
        ],
      ]),
    ),
  ];

  const auditable = [...clauses, ...included];
  groups.assurance = [
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
        ['planned', date(planned ? ahead(20, 100) : dayFromAsOf(day))],
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
                ['due', date(isOpen && !overdue ? ahead(10, 90) : ago(30, 90))],
                ['status', word(isOpen ? 'in-progress' : 'done')],
                ...(isOpen ? [] : [['completed', date(ago(25, 29))]]),
              ],
            },
          ]),
        ],
        ['due', date(isOpen && !overdue ? ahead(10, 120) : ago(5, 29))],
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

  const riskIndexes = riskIds.map((_, i) => i);
  groups.operations = [
    ...list(count.incident, i => {
      const risk = chance.near(riskIndexes, i / count.incident);
      // A risk that came true is assessed again.
      const assessed = assessedDaysAgo[risk];
      const detected = isFlawed('incidentSinceAssessment') ? chance.int(assessed) : assessed + 25 + chance.int(100);
      return declaration('incident', `INC-${digits(i + 1, width)}`, `${chance.pick(words.threat)} ${when()}`, [
        ['assets', refs(chance.someNear(assetIds, i / count.incident, 2))],
        ['risks', refs([riskIds[risk]])],
        ['owner', owner()],
        ['detected', date(dayFromAsOf(-detected))],
        ['resolved', date(dayFromAsOf(Math.min(0, chance.int(20) - detected)))],
        ['severity', word(chance.pick(['minor', 'major', 'critical']))],
        ['lessons', text(`${chance.pick(action)} ${when()}`)],
        ['evidence', nextEvidence()],
      ]);
    }),
    ...list(count.change, i =>
      declaration('change', `CHG-${digits(i + 1, width)}`, `${chance.pick(action)} ${when()}`, [
        ['assets', refs(chance.someNear(assetIds, i / count.change, 2))],
        ['risks', refs([chance.near(riskIds, i / count.change)])],
        ['owner', owner()],
        ['planned', date(ahead(5, 200))],
        ['status', word(chance.pick(['open', 'planned', 'in-progress']))],
        ['approved', approval(ago(3, 60), 'Ciso')],
      ]),
    ),
  ];

  // One person holds the role.
  shareOwner(groups, 1);

  // Constants come before their use in the TypeScript dialect; the other dialects do not mind the order.
  const order = ['people', 'isms', 'evidence', 'suppliers', 'assets', 'threats', 'vulnerabilities', 'soa', 'risks'];
  const names = [...order, ...Object.keys(groups).filter(name => !order.includes(name))];
  return { asOf, groups: names.map(name => ({ name, list: groups[name] })) };
}
