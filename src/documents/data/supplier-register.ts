/** The register of suppliers for programs: what each does, under which agreement, and when it was reviewed. (A.5.19 to A.5.23) */
import { inUse } from '../../analysis/neighbours.ts';
import { nextSupplierReview } from '../../analysis/next-dates.ts';
import { compareControlIds } from '../../catalogues/annex-a.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  controlData,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  type KeptData,
  keptData,
  type NamedData,
  nameData,
  periodData,
  refData,
  textData,
  valueData,
} from './_shared.ts';

export interface SupplierRegister extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:supplier-register:1';
  readonly suppliers: readonly SupplierData[];
}

export interface SupplierData extends DescribedData, KeptData {
  readonly owner: NamedData | null;
  readonly service: string | null;
  /** As written. */
  readonly criticality: string | null;
  readonly agreement: string | null;
  /** How often it is reviewed. */
  readonly review: string | null;
  readonly reviewed: string | null;
  /** The day by which it is to be reviewed again. */
  readonly nextReview: string | null;
  /**
   * `never`: it is to be reviewed and never was; null where nothing is said of a review. `there`: in the ISMS that keeps it, which has to
   * review it.
   */
  readonly reviewState: 'in time' | 'overdue' | 'never' | 'overdue there' | 'never there' | null;
  /** Its assurance. */
  readonly evidence: readonly EvidenceData[];
  /** The assets that it provides or operates. */
  readonly assets: readonly NamedData[];
  /** The controls that it performs for us. */
  readonly controls: readonly NamedData[];
}

export const supplierRegisterData = (view: IsmsView): SupplierRegister => ({
  $schema: 'urn:isms-as-code:schema:supplier-register:1',
  ...headData(view),
  suppliers: byName(view, inUse(view)('Supplier'), (supplier, name) => {
    const next = nextSupplierReview(supplier);
    return {
      ...name,
      ...keptData(view, supplier),
      owner: refData(view, supplier.owner),
      service: textData(supplier.service),
      criticality: valueData(supplier.criticality),
      agreement: textData(supplier.agreement),
      review: periodData(supplier.review),
      reviewed: valueData(supplier.reviewed),
      nextReview: next ?? null,
      reviewState: reviewState(view, supplier, next),
      evidence: evidenceData(view, supplier.evidence),
      assets: view
        .users(name.id, 'Supplier', 'Asset')
        .flatMap(asset => (asset.supplier?.name === name.id ? (nameData(asset) ?? []) : []))
        .sort((a, b) => compareNaturally(a.id, b.id)),
      controls: view
        .users(name.id, 'Supplier', 'Control')
        .flatMap(control => control.names.map(({ value }) => controlData(control, value)))
        .sort((a, b) => compareControlIds(a.id, b.id)),
    };
  }),
});

function reviewState(
  view: IsmsView,
  supplier: Declarations['Supplier'],
  next: string | undefined,
): SupplierData['reviewState'] {
  const isOurs = view.origin(supplier) === undefined;
  if (next) return next >= view.asOf ? 'in time' : isOurs ? 'overdue' : 'overdue there';
  if (!supplier.review || supplier.reviewed) return null;
  return isOurs ? 'never' : 'never there';
}
