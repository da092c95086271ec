/** Words that stand for what somebody is to put in, in English and German. */

/** Where somebody else, or a form, would put a word of its own: `[name of role]`, `<Firmenname>`. */
const generic: ReadonlySet<string> = new Set(
  [
    'name names role roles person people owner responsible company organisation organization customer client supplier vendor',
    'provider partner department team unit manager officer function job title position date day month year time period interval',
    'frequency number amount count percentage percent value x y n xx xxx place location site address city country system tool',
    'product service document reference description text details purpose reason signature email phone contact todo tbd tbc',
    'rolle rollen person firma unternehmen organisation organisationen kunde lieferant dienstleister partner abteilung bereich',
    'team leiter leitung verantwortlicher verantwortliche verantwortlichen zuständiger zuständige zuständigen ansprechpartner',
    'eigentümer funktion stelle datum tag monat jahr zeitraum intervall häufigkeit frist nummer anzahl zahl prozent wert ort',
    'standort adresse stadt land produkt dienst dokument verweis beschreibung zweck grund unterschrift kontakt',
  ].flatMap(line => line.split(' ')),
);

/** What stands between such words. */
const between: ReadonlySet<string> = new Set(
  'a an the of or and your our full first last here insert enter der die das des dem den ein eine einer oder und ihr ihre hier'.split(
    ' ',
  ),
);

/** The compounds of German that end like one of them: Unternehmensname, Vertragsnummer. */
const compound = /(?:name|bezeichnung|nummer|datum|beauftragter?|verantwortlicher?)$/;

/** Whether a text in brackets names only what is to be put there, such as "name of role". */
export function isGeneric(content: string): boolean {
  const words = content
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_./-]+/)
    .filter(Boolean);
  const isGap = (word: string): boolean => generic.has(word) || compound.test(word);
  return words.length <= 5 && words.some(isGap) && words.every(word => isGap(word) || between.has(word));
}
