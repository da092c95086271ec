/** How suppliers are managed. (A.5.19 to A.5.22) */
import type { Declarations, Located } from '../model/declaration.ts';
import { isNone } from '../model/placeholder.ts';
import type { IsmsView } from '../model/view.ts';
import { partnerOf } from './control.ts';
import { importanceOf } from './importance.ts';
import { isTreatedBy } from './risk.ts';

type Supplier = Declarations['Supplier'];

const importance = ({ criticality }: Supplier) => criticality && importanceOf(criticality.value);

/** Whether it is said that little depends on a supplier. Where it is not said, it may be much. */
export const isMinor = (supplier: Supplier): boolean => {
  const found = importance(supplier);
  return found === 'middling' || found === 'little';
};

/** Whether it is said that next to nothing depends on a supplier: less than for a middling one. */
export const isSlight = (supplier: Supplier): boolean => importance(supplier) === 'little';

/** Whether its criticality is a word whose meaning only the author knows. */
export const isUnclear = (supplier: Supplier): boolean => !!supplier.criticality && !importance(supplier);

const contract =
  '(?:agreements?|contracts?|dpa|sla|nda|terms|avv|av-vertrag|vertrag|verträge|vereinbarung(?:en)?|auftrag)';

/** Texts that say that nothing is agreed, or not yet. */
const nothingAgreed = new RegExp(
  `^(?:(?:there is|we have|still|currently|at present|noch|bisher|bislang|derzeit|es gibt) )*(?:(?:no|without|kein\\p{L}*|ohne) (?:[\\p{L}-]+ ){0,2}${contract}(?: [\\p{L}-]+){0,3}|not (?:yet )?(?:signed|agreed|concluded|in place)(?: yet)?|${contract} (?:(?:is|ist|still|noch) )*(?:missing|pending|outstanding|not yet [\\p{L}]+|being [\\p{L}]+|in (?:negotiation|preparation|verhandlung|vorbereitung)|fehlt|offen|ausstehend|nicht [\\p{L}]+|steht (?:noch )?aus|wird (?:noch )?verhandelt)|(?:oral|verbal|mündlich)(?: only)?)[.!]?$`,
  'iu',
);

const saysNoAgreement = (text: string): boolean => isNone(text) || nothingAgreed.test(text);

/** Whether an agreement is named. One that is blank or a placeholder is told as that. */
export const namesAgreement = ({ agreement }: { readonly agreement?: Located<string> | undefined }): boolean =>
  !!agreement && !saysNoAgreement(agreement.value.trim());

/** The assets that a supplier provides or operates. */
export const assetsFrom = (view: Pick<IsmsView, 'users'>, supplier: Supplier): Declarations['Asset'][] =>
  supplier.names.flatMap(({ value }) =>
    view.users(value, 'Supplier', 'Asset').filter(asset => asset.supplier?.name === value),
  );

/** The controls that a supplier performs for us, wholly or in part. */
export const controlsFrom = (view: Pick<IsmsView, 'users'>, supplier: Supplier): Declarations['Control'][] =>
  supplier.names.flatMap(({ value }) =>
    view
      .users(value, 'Supplier', 'Control')
      .filter(control => control.applicable?.provider?.name === value || partnerOf(control)?.name === value),
  );

/** Whether a risk is shared with a supplier. */
export const sharesRisk = (view: Pick<IsmsView, 'users'>, supplier: Supplier): boolean =>
  supplier.names.some(({ value }) =>
    view
      .users(value, 'Supplier', 'Risk')
      .some(risk => isTreatedBy(risk, 'share') && risk.counterparty.some(({ name }) => name === value)),
  );
