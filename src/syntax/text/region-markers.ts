/** Comments that mark a region to be folded. */

const region = /^\/\/\s*#?region\b/;
const endOfRegion = /^\/\/\s*#?endregion\b/;

/** Whether a comment begins a region. The same words as in syntaxes/language-configuration.json, whose markers count no more where a server folds. */
export const beginsRegion = (comment: string): boolean => region.test(comment);

/** Whether a comment ends a region. */
export const endsRegion = (comment: string): boolean => endOfRegion.test(comment);

/** Whether a comment begins or ends a region. */
export const isRegionMarker = (comment: string): boolean => beginsRegion(comment) || endsRegion(comment);
