/** The scope with its context and interested parties, for programs. (4.1 to 4.3) */
import { takenFromOthers } from '../../analysis/neighbours.ts';
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { calledOf } from '../../language/schema.ts';
import type { Declarations, Exclusion } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approvalData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type NamedData,
  type ParticularsData,
  particularsData,
  periodData,
  refData,
  refsData,
  textData,
  valueData,
  yesNoData,
} from './_shared.ts';
import { type PartyData, partiesData } from './requirements.ts';

export interface ScopeStatement extends HeadData, ParticularsData {
  readonly $schema: 'urn:isms-as-code:schema:scope-statement:1';
  /** For whom it was written: `customer` leaves out issues, risks and the requirements that the ISMS does not address. */
  readonly edition: 'internal' | 'customer';
  readonly title: string | null;
  readonly statement: string | null;
  readonly interfaces: string | null;
  readonly dependencies: string | null;
  /** How many people work within the scope. */
  readonly headcount: number | null;
  /** What the `isms` block says of the ISMS itself; null for customers, and where there is none. */
  readonly system: SystemData | null;
  readonly certifications: readonly CertificationData[];
  readonly locations: readonly LocationData[];
  readonly exclusions: readonly ExclusionData[];
  readonly issues: readonly IssueData[];
  readonly parties: readonly PartyData[];
  /** What other ISMSs share and this one refers to, such as suppliers of the group; empty for customers. (4.3 c) */
  readonly shared: readonly SharedData[];
  /** How many assets of each type lie within the scope. */
  readonly assets: readonly AssetCountData[];
}

export interface SharedData extends NamedData {
  /** What it is, such as `supplier`. */
  readonly kind: string;
  /** The folder of the other ISMS, as `uses:` says it. */
  readonly isms: string;
}

export interface SystemData extends ParticularsData {
  /** The people, time and money that it has. (7.1) */
  readonly resources: string | null;
  /** The folders of the other ISMSs that it uses, as written. */
  readonly uses: readonly string[];
  /** How often its documents are reviewed. */
  readonly review: string | null;
  /** The approval of the Statement of Applicability. */
  readonly approved: ApprovalData | null;
}

export interface CertificationData extends ParticularsData {
  readonly title: string | null;
  /** The certification body. */
  readonly body: string | null;
  readonly accreditedBy: string | null;
  /** The number of the certificate. */
  readonly certificate: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
  /** Dates of the audits, as written. */
  readonly stage1: string | null;
  readonly stage2: string | null;
  readonly surveillance: readonly string[];
  readonly recertification: string | null;
}

export interface LocationData extends DescribedData {
  readonly country: string | null;
  readonly address: string | null;
  /** How many people work there. */
  readonly headcount: number | null;
  /** Null for customers. */
  readonly owner: NamedData | null;
}

export interface ExclusionData {
  /** What is left out, in words. */
  readonly what: string;
  /** The asset, location or supplier; null where it is none that is declared. */
  readonly declared: NamedData | null;
  readonly reason: string | null;
}

export interface IssueData extends DescribedData {
  /** `external` or `internal`, as written. */
  readonly kind: string | null;
  readonly climate: boolean | null;
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
    ...(scope && edition !== 'customer' ? particularsData(view, scope) : nothing),
    system: edition === 'customer' ? null : systemData(view),
    statement: textData(scope?.statement),
    interfaces: textData(scope?.interfaces),
    dependencies: textData(scope?.dependencies),
    headcount: valueData(view.isms?.headcount),
    certifications: view.all('Certification').map(one => certificationData(view, one, edition)),
    locations: (scope?.locations ?? []).map(ref => {
      const found = view.resolve(ref)?.declaration;
      const location = found?.$type === 'Location' ? found : undefined;
      return {
        id: ref.name,
        title: textData(location?.title),
        country: textData(location?.country),
        address: textData(location?.address),
        headcount: valueData(location?.headcount),
        owner: edition === 'customer' ? null : refData(view, location?.owner),
        ...(location && edition !== 'customer' ? particularsData(view, location) : nothing),
      };
    }),
    exclusions: (scope?.excludes ?? []).map(exclusion => exclusionData(view, exclusion)),
    issues: edition === 'customer' ? [] : issuesData(view),
    parties: edition === 'customer' ? parties.map(addressedOnly) : parties,
    shared: edition === 'customer' ? [] : sharedData(view),
    assets: assetCounts(view),
  };
}

/** For customers, who are told neither notes nor words to group by. */
const nothing: ParticularsData = { description: null, tags: [], fields: [] };

const certificationData = (
  view: IsmsView,
  one: Declarations['Certification'],
  edition: ScopeStatement['edition'],
): CertificationData => ({
  title: textData(one.title),
  body: textData(one.body),
  accreditedBy: valueData(one.accreditedBy),
  certificate: textData(one.certificate),
  issued: valueData(one.issued),
  expires: valueData(one.expires),
  stage1: valueData(one.stage1),
  stage2: valueData(one.stage2),
  surveillance: one.surveillance.map(({ value }) => value),
  recertification: valueData(one.recertification),
  ...(edition === 'customer' ? nothing : particularsData(view, one)),
});

const systemData = (view: IsmsView): SystemData | null => {
  const { isms } = view;
  if (!isms) return null;
  return {
    ...particularsData(view, isms),
    resources: textData(isms.resources),
    uses: isms.uses.map(({ value }) => value),
    review: periodData(isms.review),
    approved: approvalData(view, isms.approved),
  };
};

function exclusionData(view: IsmsView, { what, text, reason }: Exclusion): ExclusionData {
  const declared = refData(view, what);
  return { what: text?.value ?? declared?.title ?? declared?.id ?? '', declared, reason: textData(reason) };
}

const sharedData = (view: IsmsView): SharedData[] =>
  takenFromOthers(view).map(({ declaration, origin }) => ({
    id: declaration.names[0]?.value ?? '',
    title: textData(declaration.title),
    kind: calledOf(declaration.$type),
    isms: origin,
  }));

/** All issues that bear on the ISMS. */
export const issuesData = (view: IsmsView): IssueData[] =>
  byName(view, view.all('Issue'), ({ kind, climate, risks }, name) => ({
    ...name,
    kind: valueData(kind),
    climate: yesNoData(climate),
    risks: refsData(view, risks),
  }));

const addressedOnly = ({ requirements, ...party }: PartyData): PartyData => ({
  ...party,
  ...nothing,
  keptIn: null,
  requirements: requirements
    .filter(({ addressed }) => addressed !== false)
    .map(requirement => ({ ...requirement, ...nothing, controls: [] })),
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
