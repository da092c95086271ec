/** A first justification for an entry of the Statement of Applicability, from what the entry and the risks already say. */
import type { Control } from '../model/declaration.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { decisionOf, reasonsOf, risksOf } from './control.ts';

const grounds: ReadonlyMap<string, string> = new Map([
  ['not-necessary', 'Not necessary: no risk and no requirement calls for it'],
  ['not-in-scope', 'Lies outside the scope of the ISMS'],
  ['no-such-asset', 'We have no such asset'],
  ['no-such-activity', 'We do not perform this activity'],
  ['law-does-not-apply', 'The law does not apply to us'],
]);

/** How many names a draft lists before it counts the rest. */
const shown = 3;

const listed = (names: readonly string[]): string =>
  names.length > shown ? `${names.slice(0, shown).join(', ')} and ${names.length - shown} more` : names.join(', ');

/** The draft, for its author to improve; undefined if nothing is known that could stand in it. */
export function draftJustification(view: IsmsView, control: Control): string | undefined {
  const decision = decisionOf(control);
  if (decision === 'no') {
    for (const { ground, coveredBy } of control.because) {
      if (coveredBy) return `Covered by ${coveredBy.name}`;
      const draft = ground && grounds.get(ground.value);
      if (draft) return draft;
    }
    return undefined;
  }
  const provider = control.applicable?.provider;
  if (decision === 'inherited' && provider) {
    const supplier = view.resolve(provider)?.node;
    return `Performed by ${supplier?.title?.value ?? provider.name}`;
  }
  const risks = [...new Set(control.names.flatMap(({ value }) => risksOf(view, control, value)))];
  const requirements = reasonsOf(control).flatMap(ref => {
    const target = view.resolve(ref)?.node;
    return target?.$type === 'Requirement' ? [target.title?.value ?? label(target)] : [];
  });
  const parts = [
    ...(risks.length ? [`treats ${listed(risks)}`] : []),
    ...(requirements.length ? [`required by ${listed(requirements)}`] : []),
  ];
  const text = parts.join('; ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
}
