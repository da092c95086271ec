/** Which controls of Annex A cannot be left out, or not on that ground, beside what is declared. (6.1.3 b, d) */
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import type { Saying } from '../../wording/wording.ts';
import * as facts from './_facts.ts';

type Ground = 'not-in-scope' | 'no-such-asset' | 'no-such-activity' | 'law-does-not-apply';

interface Against {
  readonly fact: facts.Fact;
  /** The grounds that it contradicts; any, and none, where it leaves no doubt. */
  readonly grounds?: readonly Ground[];
}

/** That something is there does not tell what it needs; but it contradicts a ground that says that there is none. */
const none: readonly Ground[] = ['not-in-scope', 'no-such-asset', 'no-such-activity'];
const noAsset: readonly Ground[] = ['not-in-scope', 'no-such-asset'];

/** What speaks against leaving out which controls; of several facts about one, the first that is declared is told. */
const table: readonly (readonly [ids: string, fact: facts.Fact, grounds?: readonly Ground[]])[] = [
  // No ground holds against these: the ISMS shows itself that the control is done or called for.
  ['A.5.1', facts.policies],
  ['A.5.2', facts.roles],
  ['A.5.9', facts.anyAssets],
  ['A.5.11 A.6.5', facts.leaver],
  ['A.5.12', facts.classified],
  ['A.5.19 A.5.20 A.5.22', facts.suppliers],
  ['A.5.24 A.5.25 A.5.26 A.5.27', facts.incidents],
  ['A.5.30', facts.recovery],
  ['A.5.31', facts.legal],
  ['A.5.34', facts.personalData],
  ['A.8.13', facts.recoveryPoint],
  ['A.8.32', facts.changes],
  // Organisation.
  ['A.5.4 A.6.1 A.6.2 A.6.3 A.6.4 A.6.6 A.6.8', facts.people, none],
  ['A.5.10', facts.anyAssets, none],
  ['A.5.11', facts.hardware, none],
  ['A.5.13', facts.classified, none],
  ['A.5.14 A.8.13', facts.information, ['no-such-asset']],
  ['A.5.15 A.5.16 A.5.17 A.5.18 A.8.2 A.8.3 A.8.5 A.8.9 A.8.15 A.8.16', facts.systems, none],
  ['A.5.21', facts.chain, none],
  ['A.5.23', facts.cloud, none],
  ['A.5.28', facts.incidents, none],
  ['A.5.29', facts.recovery, none],
  ['A.5.31', facts.contractual, none],
  ['A.5.32', facts.software, [...none, 'law-does-not-apply']],
  ['A.5.33', facts.records, none],
  ['A.5.35', facts.audits, none],
  ['A.5.36', facts.policies, none],
  ['A.5.37', facts.procedures, none],
  // Premises and devices.
  ['A.7.1 A.7.2 A.7.3 A.7.4 A.7.5 A.7.7', facts.place, ['not-in-scope']],
  ['A.7.1 A.7.2 A.7.3 A.7.4 A.7.5', facts.facility, ['no-such-asset', 'no-such-activity']],
  ['A.7.7', facts.hardware, ['no-such-asset', 'no-such-activity']],
  ['A.7.9', facts.movedHardware, none],
  ['A.7.8 A.7.13 A.7.14 A.8.1', facts.hardware, none],
  // Technology.
  ['A.8.6', facts.ownService, none],
  ['A.8.7 A.8.8', facts.software, none],
  ['A.8.7 A.8.8 A.8.17', facts.hardware, none],
  ['A.8.19', facts.software, noAsset],
  ['A.8.10', facts.personalData, none],
  ['A.8.11 A.8.12', facts.personalData, ['no-such-asset']],
  ['A.8.12', facts.classified, ['no-such-asset']],
];

const against: ReadonlyMap<string, readonly Against[]> = tableById();

function tableById(): Map<string, Against[]> {
  const byId = new Map<string, Against[]>();
  for (const [ids, fact, grounds] of table) {
    for (const id of ids.split(' ')) {
      const entry: Against = grounds ? { fact, grounds } : { fact };
      byId.set(id, [...(byId.get(id) ?? []), entry]);
    }
  }
  return byId;
}

/** What speaks against leaving a control out; undefined where nothing that is declared does. */
export function factsAgainst(view: IsmsView, { because }: Declarations['Control'], id: string): Saying | undefined {
  for (const { fact, grounds } of against.get(id) ?? []) {
    if (grounds && !because.some(({ ground }) => grounds.some(each => each === ground?.value))) continue;
    const found = view.get(fact);
    if (found) return found;
  }
  return undefined;
}
