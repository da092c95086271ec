import { distance } from 'fastest-levenshtein';

/**
 * The candidates that somebody may have meant by `word`, nearest first, at most `limit`.
 * Near is at most a third of the letters away, case aside; a candidate that contains the word also counts.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const sought = word.toLowerCase();
  const most = Math.max(1, Math.floor(sought.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (lower === sought && candidate === word) continue;
    const tooFar = Math.abs(lower.length - sought.length) > most;
    const contains = sought.length >= 3 && lower.includes(sought);
    if (tooFar && !contains) continue;
    const score = tooFar ? most : distance(sought, lower);
    if (score <= most || contains) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, limit).map(s => s.candidate);
}

/** What turns a word into its opposite, at the end of what stands before it. */
const negation = /(?:^|[-_])(?:un|in|im|ir|il|dis|non|not|nicht|a)[-_]?$/;

/** Whether one word is the other with a negation before it, as `unlikely` is of `likely`. */
function areOpposite(a: string, b: string): boolean {
  const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map(word => word.toLowerCase()) as [string, string];
  const at = long.lastIndexOf(short);
  return at > 0 && negation.test(long.slice(0, at));
}

/** The same for words that mean something, such as those of a scale: the opposite of a word is near, and never meant. */
export const nearestMeant = (word: string, candidates: Iterable<string>, limit = 3): string[] =>
  nearest(
    word,
    [...candidates].filter(candidate => !areOpposite(word, candidate)),
    limit,
  );
