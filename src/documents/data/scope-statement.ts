/** The scope with its context and interested parties, for programs. (4.1 to 4.3) */
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import type { Exclusion } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  type HeadData,
  headData,
  type NamedData,
  refData,
  refsData,
  textData,
  valueData,
  yesNoData,
} from './_shared.ts';
import { type PartyData, partiesData } from './requirements.ts';

export interface ScopeStatement extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:scope-statement:1';
  /** For whom it was written: `customer` leaves out issues, risks and the requirements that the ISMS does not address. */
  readonly edition: 'internal' | 'customer';
  readonly title: string | null;
  readonly statement: string | null;
  readonly interfaces: string | null;
  readonly dependencies: string | null;
  /** How many people work within the scope. */
  readonly headcount: number | null;
  readonly locations: readonly LocationData[];
  readonly exclusions: readonly ExclusionData[];
  readonly issues: readonly IssueData[];
  readonly parties: readonly PartyData[];
  /** How many assets of each type lie within the scope. */
  readonly assets: readonly AssetCountData[];
}

export interface LocationData {
  readonly id: string;
  readonly title: string | null;
  readonly country: string | null;
  readonly address: string | null;
  /** How many people work there. */
  readonly headcount: number | null;
}

export interface ExclusionData {
  /** What is left out, in words. */
  readonly what: string;
  /** The asset, location or supplier; null where it is none that is declared. */
  readonly declared: NamedData | null;
  readonly reason: string | null;
}

export interface IssueData {
  readonly id: string;
  readonly title: string | null;
  /** `external` or `internal`, as written. */
  readonly kind: string | null;
  readonly climate: boolean | null;
  readonly description: string | null;
  readonly risks: readonly NamedData[];
}

export interface AssetCountData {
  /** As written; null for assets without a type. */
  readonly type: string | null;
  readonly within: number;
  readonly outside: number;
}

export function scopeStatementData(view: IsmsView, edition: 'internal' | 'customer'): ScopeStatement {
  const [scope] = view.all('Scope');
  const parties = partiesData(view);
  return {
    $schema: 'urn:isms-as-code:schema:scope-statement:1',
    ...headData(view),
    edition,
    title: textData(scope?.title),
    statement: textData(scope?.statement),
    interfaces: textData(scope?.interfaces),
    dependencies: textData(scope?.dependencies),
    headcount: valueData(view.isms?.headcount),
    locations: (scope?.locations ?? []).map(ref => {
      const found = view.resolve(ref)?.declaration;
      const location = found?.$type === 'Location' ? found : undefined;
      return {
        id: ref.name,
        title: textData(location?.title),
        country: textData(location?.country),
        address: textData(location?.address),
        headcount: valueData(location?.headcount),
      };
    }),
    exclusions: (scope?.excludes ?? []).map(exclusion => exclusionData(view, exclusion)),
    issues: edition === 'customer' ? [] : issuesData(view),
    parties: edition === 'customer' ? parties.map(addressedOnly) : parties,
    assets: assetCounts(view),
  };
}

function exclusionData(view: IsmsView, { what, text, reason }: Exclusion): ExclusionData {
  const declared = refData(view, what);
  return { what: text?.value ?? declared?.title ?? declared?.id ?? '', declared, reason: textData(reason) };
}

/** All issues that bear on the ISMS. */
export const issuesData = (view: IsmsView): IssueData[] =>
  byName(view.all('Issue'), ({ kind, climate, description, risks }, name) => ({
    ...name,
    kind: valueData(kind),
    climate: yesNoData(climate),
    description: textData(description),
    risks: refsData(view, risks),
  }));

const addressedOnly = ({ requirements, ...party }: PartyData): PartyData => ({
  ...party,
  requirements: requirements
    .filter(({ addressed }) => addressed !== false)
    .map(requirement => ({ ...requirement, controls: [] })),
});

function assetCounts(view: IsmsView): AssetCountData[] {
  const boundary = view.get(scopeBoundary) ?? { excluded: [], locations: [] };
  const counts = new Map<string | null, { within: number; outside: number }>();
  for (const asset of view.all('Asset')) {
    const type = valueData(asset.type);
    const count = counts.get(type) ?? { within: 0, outside: 0 };
    counts.set(type, count);
    if (outsideScope(boundary, asset)) count.outside++;
    else count.within++;
  }
  return [...counts].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)).map(([type, count]) => ({ type, ...count }));
}
