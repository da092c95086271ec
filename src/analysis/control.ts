/** What an entry of the Statement of Applicability says of its controls. (6.1.3 d) */
import type { Control, Located, Ref, Requirement, Risk } from '../model/declaration.ts';
import { isUnwritten, saysNothing } from '../model/placeholder.ts';
import type { IsmsView } from '../model/view.ts';

export type Decision = 'yes' | 'no' | 'inherited';

/** The decision, or undefined if there is none (or a word that is none). What is shared with a supplier is applied by us too. */
export function decisionOf(control: Control): Decision | undefined {
  const decided = control.applicable?.decision?.value;
  if (decided === 'shared') return 'yes';
  return decided === 'yes' || decided === 'no' || decided === 'inherited' ? decided : undefined;
}

/** The supplier that performs a part of a control that is shared with it. */
export const partnerOf = (control: Control): Ref | undefined =>
  control.applicable?.decision?.value === 'shared' ? control.applicable.partner : undefined;

/** Whether the control is part of the ISMS: applied by us or inherited from a supplier. */
export const isIncluded = (control: Control): boolean => {
  const decision = decisionOf(control);
  return decision === 'yes' || decision === 'inherited';
};

/** Whether a text is there: not blank, no placeholder such as "TBD", and not "None". */
export const hasText = (text: { readonly value: string } | undefined): boolean => !!text && !saysNothing(text.value);

/** Whether a question is answered: "None" may be the answer. */
export const isAnswered = (text: { readonly value: string } | undefined): boolean => !!text && !isUnwritten(text.value);

/** Whether a text is there and not blank, even if it is a placeholder. */
export const isGiven = (text: { readonly value: string } | undefined): boolean => !!text && text.value.trim() !== '';

/**
 * Whether the author says why: in the description, or in notes that appear in no artefact. A placeholder there is told as such,
 * so that it need not be told as missing too.
 */
export const isExplained = (node: {
  readonly description?: Located<string> | undefined;
  readonly notes?: Located<string> | undefined;
}): boolean => isGiven(node.description) || isGiven(node.notes);

/** The risks and requirements that an entry itself gives as reasons. */
export const reasonsOf = (control: Control): readonly Ref[] =>
  control.because.flatMap(({ reason }) => (reason ? [reason] : []));

/** The usual abbreviations: result of risk assessment, legal requirement, contractual obligation, business requirement. */
export type ReasonCode = 'RRA' | 'LR' | 'CO' | 'BR';

export const reasonCodes: readonly ReasonCode[] = ['RRA', 'LR', 'CO', 'BR'];

const requirementCodes: ReadonlyMap<string, ReasonCode> = new Map([
  ['legal', 'LR'],
  ['contractual', 'CO'],
  ['business', 'BR'],
]);

/** The abbreviation for a requirement's kind; a requirement without one counts as a business requirement. */
export const requirementCode = (requirement: Requirement): ReasonCode =>
  requirementCodes.get(requirement.kind?.value ?? 'business') ?? 'BR';

/** The controls of one's own that put a control of Annex A into practice. */
const implementing = (view: IsmsView, id: string): readonly Control[] =>
  view.users(id, 'Control', 'Control').filter(own => own.implements.some(({ name }) => name === id));

/** The risks that call for a control: those that name it, or a control of one's own that implements it. (6.1.3 c) */
export function risksNaming(view: IsmsView, id: string): Risk[] {
  const own = implementing(view, id).flatMap(({ names }) => names.map(({ value }) => value));
  const risks = [id, ...own].flatMap(name => view.users(name, 'Control', 'Risk'));
  return own.length ? [...new Set(risks)] : risks;
}

/** The requirements that call for a control from their side, with `controls:`. */
export const requirementsNaming = (view: IsmsView, id: string): Requirement[] =>
  view
    .users(id, 'Control', 'Party')
    .flatMap(({ requirements }) => requirements.filter(({ controls }) => controls.some(({ name }) => name === id)));

/** Whether a risk or requirement calls for the control by naming it. */
export const isCalledFor = (view: IsmsView, id: string): boolean =>
  view.isUsed(id, 'Control', 'Risk') || requirementsNaming(view, id).length > 0 || risksNaming(view, id).length > 0;

/** The names of the risks that a control treats: those that name it, and those that its entry names. */
export function risksOf(view: IsmsView, control: Control | undefined, id: string): string[] {
  const names = risksNaming(view, id).flatMap(risk => risk.names.slice(0, 1).map(name => name.value));
  for (const ref of control ? reasonsOf(control) : []) {
    const target = view.resolve(ref);
    if (target?.node.$type === 'Risk' && !names.includes(ref.name)) names.push(ref.name);
  }
  return names;
}
