/** The requirements of interested parties, for programs: where each is written, and what answers it. (4.2, A.5.31) */
import { decisionOf, reasonsOf } from '../../analysis/control.ts';
import { inUse } from '../../analysis/neighbours.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Requirement } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  controlData,
  type DescribedData,
  type HeadData,
  headData,
  type KeptData,
  keptData,
  type NamedData,
  refsData,
  textData,
  valueData,
  yesNoData,
} from './_shared.ts';

export interface Requirements extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:requirements:1';
  readonly parties: readonly PartyData[];
}

export interface PartyData extends DescribedData, KeptData {
  readonly requirements: readonly RequirementData[];
}

export interface RequirementData extends DescribedData {
  /** `legal`, `contractual` or `business`, as written. */
  readonly kind: string | null;
  /** Where it is written: the article, contract or decision. */
  readonly source: string | null;
  /** Whether the ISMS addresses it; null where that is not said. */
  readonly addressed: boolean | null;
  /** The controls that it calls for, and the included ones that name it as their reason. */
  readonly controls: readonly NamedData[];
}

export const requirementsData = (view: IsmsView): Requirements => ({
  $schema: 'urn:isms-as-code:schema:requirements:1',
  ...headData(view),
  parties: partiesData(view),
});

/** All interested parties with what they require, those too that are declared in an ISMS that this one uses. */
export function partiesData(view: IsmsView): PartyData[] {
  const controls = controlsByReason(view);
  return byName(view, inUse(view)('Party'), (party, name) => ({
    ...name,
    ...keptData(view, party),
    requirements: byName(view, party.requirements, (requirement, named) =>
      requirementData(view, requirement, named, controls),
    ),
  }));
}

const requirementData = (
  view: IsmsView,
  { kind, source, addressed, controls: calledFor }: Requirement,
  name: DescribedData,
  controls: ReadonlyMap<string, readonly NamedData[]>,
): RequirementData => ({
  ...name,
  kind: valueData(kind),
  source: textData(source),
  addressed: yesNoData(addressed),
  controls: eachOnce([...refsData(view, calledFor), ...(controls.get(name.id) ?? [])]),
});

/** Each control once, in natural order. */
const eachOnce = (controls: readonly NamedData[]): NamedData[] =>
  [...new Map(controls.map(control => [control.id, control])).values()].sort((a, b) => compareNaturally(a.id, b.id));

/** The included controls by the names that they give as reasons. */
function controlsByReason(view: IsmsView): ReadonlyMap<string, readonly NamedData[]> {
  const found = new Map<string, NamedData[]>();
  for (const control of view.all('Control')) {
    if (decisionOf(control) === 'no') continue;
    for (const reason of new Set(reasonsOf(control).map(({ name }) => name))) {
      const named = found.get(reason) ?? [];
      for (const { value } of control.names) named.push(controlData(control, value));
      found.set(reason, named);
    }
  }
  for (const named of found.values()) named.sort((a, b) => compareNaturally(a.id, b.id));
  return found;
}
