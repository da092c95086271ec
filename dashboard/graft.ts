/** Puts a page that was drawn anew in the place of the one before. */

/**
 * Replaces what `root` holds by what `fresh` holds. A slider that the reader has in hand stays the same element, since it would be let go
 * otherwise: then only what is around it is replaced.
 */
export function put(root: Element, fresh: Element): void {
  const held = document.activeElement;
  const isHeld = held instanceof HTMLInputElement && held.type === 'range' && root.contains(held);
  const twin = isHeld ? fresh.querySelector(`#${CSS.escape(held.id)}`) : null;
  if (isHeld && twin instanceof HTMLInputElement) graft(root, fresh, held, twin);
  else root.replaceChildren(...fresh.childNodes);
}

function graft(old: Element, fresh: Element, held: HTMLInputElement, twin: HTMLInputElement): void {
  const stays = [...old.children].find(child => child.contains(held));
  const comes = [...fresh.children].find(child => child.contains(twin));
  if (!stays || !comes) return;
  const nodes = [...fresh.childNodes];
  const at = nodes.indexOf(comes);
  for (const node of [...old.childNodes]) if (node !== stays) node.remove();
  stays.before(...nodes.slice(0, at));
  stays.after(...nodes.slice(at + 1));
  for (const { name } of [...stays.attributes]) if (!comes.hasAttribute(name)) stays.removeAttribute(name);
  for (const { name, value } of comes.attributes) stays.setAttribute(name, value);
  if (stays !== held) graft(stays, comes, held, twin);
  else if (held.value !== twin.value) held.value = twin.value;
}
