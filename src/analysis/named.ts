/** Declarations by name and title, for those who read about them elsewhere. */
import type { AnyNode, Approval, Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** A declaration that something refers to. A name that nothing is declared under stands alone. */
export interface Named {
  readonly id: string;
  readonly title?: string;
}

export interface NamedApproval {
  readonly on?: string;
  readonly by: readonly Named[];
  readonly until?: string;
  /** Why, in the words of its author. */
  readonly because?: string;
}

export const named = (node: AnyNode | undefined, id: string): Named => ({ id, title: textOf(node?.title) });

/** What a name is called for people, also outside the organisation: its title where it has one. */
export const nameOf = ({ id, title }: Named): string => title ?? id;

/** A short name with its title, e.g. `A.8.13 Information backup`. */
export const fullName = ({ id, title }: Named): string => (title === undefined ? id : `${id} ${title}`);

/** What a reference refers to: a declaration, else an entry of the built-in catalogues. */
export function refer(view: IsmsView, ref: Ref): Named {
  const declared = named(view.resolve(ref)?.node, ref.name);
  return declared.title === undefined ? { ...declared, title: view.builtin(ref)?.title } : declared;
}

export const namedApproval = (view: IsmsView, { on, by, until, because }: Approval): NamedApproval => ({
  on: on?.value,
  by: by.map(ref => refer(view, ref)),
  until: until?.value,
  because: textOf(because),
});

/** A text that says something; blank ones count as not there. */
export const textOf = (text: { readonly value: string } | undefined): string | undefined =>
  text && text.value.trim() !== '' ? text.value : undefined;
