/** What the groups of a corpus share: chance, the names they refer to, and how much there is of each kind. */
import { dayFromAsOf } from '../dates.mjs';
import { Chance } from '../random.mjs';
import { ref, refs } from '../values.mjs';
import { controlIds, words } from '../words.mjs';
import { digits, list } from './parts.mjs';
import { sharedRole } from './shared-role.mjs';

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

/** @typedef {ReturnType<typeof contextOf>} Context */

/** The lists at the end are empty: each group adds what the groups behind it refer to. See model.mjs for what is given. */
export function contextOf({ declarations, seed, broken, flawed }) {
  const chance = new Chance(seed * 7919 + declarations);
  const damage = new Chance(seed * 104729 + 1);
  const flaw = new Chance(seed * 1299709 + 2);
  const progress = new Chance(seed * 15485863 + 3);
  const isFlawed = kind => flaw.is(flaws[kind] * flawed);
  const width = declarations >= 100_000 ? 6 : 5;

  const ago = (least, most) => dayFromAsOf(-least - chance.int(most - least + 1));
  const ahead = (least, most) => dayFromAsOf(least + chance.int(most - least + 1));
  const when = () => chance.pick(words.circumstance);

  const fixed = controlIds.length + 4 + 3 + 6 + 4 + 1 + 2 + 1;
  const rest = Math.max(60, declarations - fixed);
  const shared = /** @type {Record<keyof typeof shares, number>} */ (
    Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, Math.max(2, Math.round(rest * share))]))
  );
  const others = Object.values(shared).reduce((sum, n) => sum + n, 0);
  const count = { ...shared, asset: Math.max(5, rest - others) };

  const roleIds = ['Ceo', 'Ciso', 'ExternalAuditor', sharedRole];
  while (roleIds.length < count.role) {
    roleIds.push(`${chance.pick(words.adjective)}${chance.pick(words.role)}${digits(roleIds.length, 4)}`);
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
  /** How many days before the as-of date each piece was collected. */
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

  return {
    chance,
    damage,
    isFlawed,
    broken,
    width,
    ago,
    ahead,
    when,
    owner,
    count,
    roleIds,
    insiders,
    locationIds,
    evidenceIds,
    riskIds,
    auditIds,
    objectiveIds,
    requirementIds,
    isExcluded,
    isPlanned,
    isPartial,
    included,
    working,
    nextEvidence,
    recentEvidence,
    collectedDaysAgo,
    /**
     * How many days before the as-of date each risk was assessed.
     * @type {number[]}
     */
    assessedDaysAgo: [],
    /** @type {string[]} */
    supplierIds: [],
    /** @type {string[]} */
    assetIds: [],
    /** @type {string[]} */
    threatIds: [],
    /** @type {string[]} */
    vulnerabilityIds: [],
  };
}
