/** What the conclusion of an audit says that there was not, in English or German, where nothing else is said of it. (9.2.2) */

export interface Denied {
  /** As it stands there. */
  readonly text: string;
  /** The severities of the findings that are denied. */
  readonly severities: ReadonlySet<string>;
}

const denial =
  /(?:^|[.;:!] |\b(?:with|there were|we found|es gab|mit) )((?:no|zero|keine|ohne) (major |minor |wesentlichen? |geringfügigen? )?(?:non-?conformit(?:y|ies)|findings|abweichung(?:en)?|haupt-? ?abweichung(?:en)?|neben-? ?abweichung(?:en)?|nichtkonformität(?:en)?|feststellungen)(?: (?:were|was|wurden?|have been))?(?: (?:found|raised|identified|noted|recorded|festgestellt|gefunden))?)(?=[.;!]|$)/iu;

/** Words of nonconformities that are not denied, so that the whole says more than it seems. */
const more = /conformit|abweichung|konformität|\b(?:major|minor|findings?|feststellung\p{L}*)\b/iu;

const major: ReadonlySet<string> = new Set(['major']);
const minor: ReadonlySet<string> = new Set(['minor']);
const both: ReadonlySet<string> = new Set(['major', 'minor']);

/** The nonconformities that a conclusion denies; undefined where it denies none, or speaks of others too. */
export function deniedIn(conclusion: string): Denied | undefined {
  const text = conclusion.replace(/\s+/g, ' ').trim();
  const found = denial.exec(text);
  if (!found?.[1]) return undefined;
  const [, words] = found;
  const at = text.indexOf(words);
  if (more.test(text.slice(0, at) + text.slice(at + words.length))) return undefined;
  if (/major|wesentlich|haupt/i.test(words)) return { text: words, severities: major };
  if (/minor|geringfügig|neben/i.test(words)) return { text: words, severities: minor };
  return { text: words, severities: both };
}
