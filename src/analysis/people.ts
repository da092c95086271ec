/** Who is who. (5.1, 5.3) */
import type { Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** Whether an actor is top management: the role itself, or one of the roles of a person; undefined for an unknown name. (5.1) */
export function isTopManagement(view: IsmsView, actor: Ref): boolean | undefined {
  const declaration = view.resolve(actor)?.declaration;
  if (declaration?.$type === 'Role') return declaration.topManagement !== undefined;
  if (declaration?.$type !== 'Person') return undefined;
  const roles = declaration.roles.map(role => view.resolve(role)?.declaration);
  if (roles.some(role => role?.$type === 'Role' && role.topManagement)) return true;
  return roles.includes(undefined) ? undefined : false;
}

/** Whether an actor is known to be outside the organisation: an external role, or a person who holds such roles only. */
export function isExternal(view: IsmsView, actor: Ref): boolean {
  const declaration = view.resolve(actor)?.declaration;
  if (declaration?.$type === 'Role') return declaration.external !== undefined;
  if (declaration?.$type !== 'Person' || !declaration.roles.length) return false;
  return declaration.roles.every(role => {
    const held = view.resolve(role)?.declaration;
    return held?.$type === 'Role' && held.external !== undefined;
  });
}
