/** A URI in the parts that matter for "which folder is it in". */
export interface Place {
  scheme: string;
  authority: string;
  path: string;
}

/** Whether `place` is `folder` or lies under it. */
export function isWithin(place: Place, folder: Place): boolean {
  if (place.scheme !== folder.scheme || place.authority !== folder.authority) return false;
  const root = folder.path.replace(/\/+$/, '');
  return place.path === root || place.path.startsWith(`${root}/`);
}

/** The ISMS that a document belongs to: of those whose folder (`at`) holds it, the innermost. */
export function innermost<T extends { at: Place }>(ismss: readonly T[], document: Place): T | undefined {
  let best: T | undefined;
  for (const isms of ismss)
    if (isWithin(document, isms.at) && (!best || isms.at.path.length > best.at.path.length)) best = isms;
  return best;
}
