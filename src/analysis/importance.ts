/** How much depends on a supplier, by the word for it, which is free: in English and German, by tiers or by letters. */

export type Importance = 'much' | 'middling' | 'little';

const wordsOf: Readonly<Record<Importance, string>> = {
  much: `high very-high highest extreme maximum max critical very-critical highly-critical mission-critical business-critical essential
    vital important very-important key strategic major crucial severe significant core indispensable systemic a aa aaa
    hoch sehr-hoch höchste hohe kritisch sehr-kritisch hochkritisch geschäftskritisch wesentlich wichtig sehr-wichtig bedeutend
    existenziell existentiell lebenswichtig unverzichtbar systemrelevant strategisch zentral groß gross tier-1 class-1 klasse-1`,
  middling: `medium moderate normal average regular standard middle mid b
    mittel mittlere mittelhoch mäßig durchschnittlich tier-2 class-2 klasse-2`,
  little: `none no zero nil very-low low lowest minor slight minimal marginal negligible insignificant trivial small little limited
    noncritical uncritical unessential nonessential unimportant irrelevant peripheral ancillary routine commodity
    less-critical less-important hardly-critical c d cc ccc
    keine kein niedrig sehr-niedrig niedrigste gering sehr-gering geringfügig klein unkritisch unwesentlich unwichtig unbedeutend
    unerheblich vernachlässigbar nebensächlich nachrangig untergeordnet wenig-kritisch weniger-kritisch kaum-kritisch
    tier-3 tier-4 class-3 class-4 klasse-3 klasse-4`,
};

/** One spelling of a word: `Tier_3` is `tier-3`, `maessig` is `mäßig`. */
const spelt = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[_.]/g, '-')
    .replace(/^tier(?=\d)/, 'tier-')
    .replace(/^(?:class|category|cat|group|klasse|kategorie|kat|gruppe)-?(?=[abcd]$)/, '');

const byWord: ReadonlyMap<string, Importance> = new Map(
  (Object.keys(wordsOf) as Importance[]).flatMap(importance =>
    wordsOf[importance].split(/\s+/).map(word => [spelt(word), importance] as const),
  ),
);

const denied = /^(?:non|not|nicht)-?/;

/** How much depends on what a word is said of; undefined for a word of one's own. */
export function importanceOf(word: string): Importance | undefined {
  const plain = spelt(word);
  const known = byWord.get(plain);
  if (known) return known;
  return denied.test(plain) && byWord.get(plain.replace(denied, '')) === 'much' ? 'little' : undefined;
}
