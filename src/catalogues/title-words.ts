/** Spellings that differ between British and American English beyond the endings in -ise and doubled l. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['artefact', 'artifact'],
  ['artefacts', 'artifacts'],
  ['behaviour', 'behavior'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['offence', 'offense'],
  ['programme', 'program'],
  ['programmes', 'programs'],
]);

/** Long forms that the standards and the lists made from them use interchangeably with the abbreviation. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\binformation and communications? technolog(?:y|ies)( ict)?\b/g, 'ict'],
  [/\bpersonal(?:ly)? identifiable information( pii)?\b/g, 'pii'],
];

/**
 * The words of a title in a form that compares: lower case, without punctuation, accents, possessive marks and the
 * differences between British and American spelling; `&` is read as "and", long forms as ICT and PII.
 */
export function titleWords(title: string): string[] {
  let text = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const [long, short] of abbreviations) text = text.replace(long, short);
  return text === '' ? [] : text.split(' ').map(spelledAmerican);
}

/**
 * A key that is equal for titles that differ only in the ways of `titleWords` or in how compound words are joined:
 * "log-on", "log on" and "logon"; "life cycle" and "lifecycle". Empty if the title has no letter or digit.
 */
export function titleKey(title: string): string {
  return titleWords(title).join('');
}

/**
 * The forms that a word being typed may have in `titleWords`: "synchronis" is also the beginning of "synchronization",
 * "labell" of "labeling".
 */
export function beginningsOf(typed: string): string[] {
  const american = typed.replace(/is(at?|ati|atio|in?)?$/, 'iz$1').replace(/ll(in?)?$/, 'l$1');
  return american === typed ? [typed] : [typed, american];
}

// Both sides are rewritten alike, so a word that only looks British ("premises") still equals itself.
function spelledAmerican(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  return word.replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1').replace(/ll(ing|ed|er|ers)$/, 'l$1');
}
