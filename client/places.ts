/** A URI in the parts that matter for "which folder is it in". */
export interface Place {
  scheme: string;
  authority: string;
  path: string;
}

/** A folder's path or URI may end with a slash or not. */
export const withoutSlash = (folder: string): string => (folder.endsWith('/') ? folder.slice(0, -1) : folder);

/** Whether `place` is `folder` or lies under it. */
export function isWithin(place: Place, folder: Place): boolean {
  if (place.scheme !== folder.scheme || place.authority !== folder.authority) return false;
  const root = withoutSlash(folder.path);
  return place.path === root || place.path.startsWith(`${root}/`);
}

/** The ISMS that a document belongs to: of those whose folder (`at`) holds it, the innermost. */
export function innermost<T extends { at: Place }>(ismss: readonly T[], document: Place): T | undefined {
  let best: T | undefined;
  for (const isms of ismss)
    if (isWithin(document, isms.at) && (!best || isms.at.path.length > best.at.path.length)) best = isms;
  return best;
}
