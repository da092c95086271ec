/** What all groups are made with. */

export const digits = (n, width) => String(n).padStart(width, '0');
export const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
export const declaration = (kind, id, title, props) => ({ kind, id, title, props });

/** Maps the i-th of `count` things to one of `among` other things, so that all of these get their turn. */
export const spread = (i, count, among) => Math.floor((i * among) / count);
