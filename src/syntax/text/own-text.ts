/** Up to here engines copy a part of a text anyway. */
const short = 12;

/** A part of a text as a text of its own: engines keep the whole alive for a part that was cut out of it. */
export function ownText(part: string): string {
  // What is joined is written anew; of the quick ways to say so the only one that leaves nothing behind.
  return part.length > short ? [part.slice(0, 1), part.slice(1)].join('') : part;
}
