/** Texts that are nothing but a placeholder: short, and made of nothing but the words of one. */
import { withoutEnd } from '../without-end.ts';
import { isGeneric } from './words.ts';

/** Longer texts are never tried: a placeholder says little. */
const longest = 80;

const marks =
  't\\.?b\\.?[acd]|to[ -]?do|fixme|wip|x{3,}|x\\.y(?:\\.z)?|n\\. ?n|nn|asdf|qwert[yz]|foo(?: ?bar)?|(?:bla+h?)(?:[ ,-]{1,2}bla+h?){0,5}|null|undefined|nan|#?(?:name|ref|value|n/a|div/0)[?!]';

/** What forms and spreadsheets show where nothing was filled in, with the marks that are cut off elsewhere. */
const leftover = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|NV|WERT!|BEZUG!)$|^\[object Object\]$/i;

const punctuation = /^(?:\?+|\.{2,}|…+|[-–—]+|_{2,}|\*{2,})$/;

const day = '(?:dd?|tt?|mm?|yy|yyyy|jj|jjjj)';
const form = `${day}[./-]${day}(?:[./-]${day})?`;

/** What is still to come, or to be filled in: never a thing of its own. */
const subjectEnglish =
  'text|description|details?|information|infos?|reasons?|justification|explanation|rationale|dates?|names?|owner|title|value|contents?|evidence|agreement|contract|approval|version|scope|statement|(?:root )?cause|lessons|conclusion|results?|more|rest|target|method|implementation|wording|number|frequency|interval|deadline|responsibilit(?:y|ies)|person|role|decision|answer';
const subjectGerman =
  'beschreibung|angaben?|information(?:en)?|begründung|erläuterung|datum|termin|name|titel|wert|inhalte?|nachweise?|vertrag|vereinbarung|freigabe|genehmigung|ursache|ergebnis(?:se)?|weiteres|alles weitere|ziel|methode|umsetzung|zuständigkeit|verantwortlicher?|eigentümer|häufigkeit|frist|nummer|rolle|bericht|bewertung|maßnahmen?|konzept|entscheidung|klärung|abstimmung|antwort|rückmeldung|ergänzung';
const subject = `${subjectEnglish}|${subjectGerman}`;

/** When, or by whom, it will be said. */
const season =
  '(?:q[1-4]|h[12]|20\\d\\d|january|february|march|april|may|june|july|august|september|october|november|december)';
const time = `(?:later(?: on)?|soon|shortly|asap|as soon as possible|in due course|at a later (?:date|stage|time|point)|(?:in|by|until|before|after|during|from) (?:the )?(?:(?:end of |start of |mid[ -])?${season}(?: 20\\d\\d)?|next [\\p{L}]+|coming [\\p{L}]+)|next (?:week|month|quarter|year))`;
const who = "by (?!all\\b|each\\b|every\\b)[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2}";

const said =
  'agreed|appointed|clarified|decided|defined|described|detailed|determined|discussed|drafted|named|nominated|specified|written(?: down| up)?';
const done = `${said}|added|announced|approved|assigned|completed|concluded|confirmed|documented|done|established|filled(?: in| out)?|hired|recruited|finali[sz]ed|identified|inserted|negotiated|provided|resolved|signed|stated|supplied|updated|worked out`;

/** What a form asks to be put in. */
const object =
  '(?:text|description|details?|names?|title|dates?|values?|content|reasons?|justification|explanation|company|organi[sz]ation|this)';

/** What is still open, in English. */
const toBe = `(?:(?:the )?(?:${subject}) )?(?:(?:is|are|still|yet|has|have|needs?|remains?) )*to be (?:(?:${done})(?: ${time})?|(?:${said}) (?:${who}|with [\\p{L}-]+(?: [\\p{L}-]+){0,2})(?: ${time})?)`;
const willBe = `(?:(?:it|this|(?:the )?(?:${subject})) )?(?:will|shall) (?:still )?be (?:${done})(?: ${time})?`;
const notYet = `(?:(?:${subject}) )?(?:still )?not (?:yet |been )+(?:${done}|known|available|there)|not (?:(?:${said})|documented|stated|known)(?: yet)?|(?:${done}) not yet`;
const toFollow = `(?:(?:${subject}) )?(?:to|will) (?:follow|come)(?: ${time})?`;
const open = `(?:(?:${subject}) )?(?:is |are )?(?:still )?(?:open|pending|outstanding|missing|undecided|unclear|unknown|vacant|tbd|tbc|tba|t\\.b\\.d)`;
const marked = `(?:tbd|tbc|tba) (?:${who}|${time})`;
const pending = `pending (?:approval|confirmation|decision|clarification|review)`;
const underWay = `(?:still |currently )?(?:in|under|a) (?:progress|work|preparation|negotiation|discussion|clarification|construction|investigation)|(?:still |currently )?being (?:${done}|prepared|investigated|analy[sz]ed)`;
const soon = `(?:work in progress|coming soon|watch this space|none yet)`;
const draft = `(?:first |rough |early )?draft(?: version| text)?`;
const sample = `(?:dummy|sample|placeholder|example|filler) (?:text|content|entry|description|data)|placeholder`;
const insert = `(?:please )?(?:describe|insert|enter|write|add|fill in|put|specify|replace)(?: (?:your|the|a|an|some|own|${object}))* (?:${object}|here)`;
const changeMe = `(?:please )?(?:(?:change|replace|edit|fill|describe) ?me|fill (?:(?:me|this) )?(?:in|out))`;
const here = `(?:your |the |some )?(?:${subject})(?: goes)? here|see template`;
const company = `(?:your|the) (?:company|organi[sz]ation)(?: name)?|(?:company|organi[sz]ation) name`;
const english = `${toBe}|${marked}|${willBe}|${notYet}|${toFollow}|${open}|${pending}|${underWay}|${soon}|${draft}|${sample}|${insert}|${changeMe}|${here}|${company}`;

const participle =
  'abgeschlossen|abgestimmt|angegeben|ausgearbeitet|ausgefüllt|ausgewählt|bekannt(?: ?gegeben)?|benannt|beschrieben|besetzt|bestimmt|definiert|dokumentiert|eingefügt|eingetragen|entschieden|ergänzt|erarbeitet|erfasst|ermittelt|erstellt|festgelegt|formuliert|geklärt|geliefert|geregelt|geschrieben|konkretisiert|nachgereicht|nachgetragen|spezifiziert|unterschrieben|unterzeichnet|vereinbart|vergeben|untersucht|verfügbar|vervollständigt|vorhanden';
const infinitive =
  'zu (?:bearbeiten|beschreiben|benennen|besetzen|besprechen|bestimmen|definieren|diskutieren|dokumentieren|entscheiden|erarbeiten|ergänzen|erledigen|ermitteln|erstellen|formulieren|klären|konkretisieren|machen|regeln|schreiben|spezifizieren|tun|vereinbaren|vergeben|vervollständigen)|abzuklären|abzuschließen|abzustimmen|anzugeben|auszuarbeiten|auszufüllen|auszuwählen|einzufügen|einzutragen|festzulegen|nachzureichen|nachzutragen';
const fillIn = 'ergänzen|ausfüllen|eintragen|einfügen|eingeben|angeben|vervollständigen|beschreiben|einsetzen';
const month = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';
const when = `(?:später|bald|demnächst|in kürze|zeitnah|(?:bis |ab )?(?:im |in |zum |ende |anfang |mitte )*(?:q[1-4]|20\\d\\d|${month}|jahresende)(?: 20\\d\\d)?)`;
const until = `(?:noch|derzeit|aktuell|bisher|bislang|momentan|hier)`;
const word = "[\\p{L}'’-]+";

/** What is still open, in German. */
const toBeDone = `(?:(?:${subject}) )?(?:(?:ist|sind|${until}) )*(?:${infinitive})(?: ${when})?`;
const willBeDone = `(?:(?:es|dies|(?:${subject})) )?(?:wird|werden) (?:(?:(?:noch|später|bald|demnächst|in kürze|zeitnah)(?: ${word}){0,3}|${when}) )?(?:${participle})`;
const notYetDone = `(?:(?:${subject}) )?(?:ist |sind )?(?:${until} )+nicht (?:${participle})|nicht (?:${participle})`;
const follows = `(?:(?:${subject}) )?(?:folgt|folgen|fehlt|fehlen)(?: noch)?(?: ${when})?`;
const stillOpen = `(?:(?:${subject}) )?(?:(?:ist|sind|steht|stehen|${until}) )*(?:offen|ausstehend|unklar|ungeklärt|unbestimmt|unbekannt|unbesetzt|vakant)`;
const isOutstanding = `(?:(?:${subject}) )?(?:steht|stehen) (?:${until} )*aus`;
const inProgress = `(?:(?:${subject}) )?(?:(?:ist|sind|${until}) )*(?:in|im) (?:arbeit|bearbeitung|vorbereitung|klärung|abstimmung|planung|erstellung|ausarbeitung|verhandlung|aufbau|entwurf|unterzeichnung)`;
const pleaseFillIn = `(?:bitte|hier|noch) (?:(?:bitte|hier|noch|den|die|das|einen?|eigenen?|${subject}) )*(?:${fillIn}|anpassen|ersetzen|wählen|auswählen|löschen)|(?:(?:${subject}) )?(?:hier )?(?:${fillIn})(?: bitte)?`;
const sampleText = `(?:erster |vorläufiger )?(?:text)?entwurf|platzhalter(?:text)?|blindtext|beispieltext|mustertext|fülltext|dummytext|testtext`;
const noAnswer = `k\\. ?a|(?:bisher |noch )?keine angaben?|siehe vorlage`;
const german = `${toBeDone}|${willBeDone}|${notYetDone}|${follows}|${stillOpen}|${isOutstanding}|${inProgress}|${pleaseFillIn}|${sampleText}|${noAnswer}`;

const core = new RegExp(`^(?:${marks}|${form}|${english}|${german})$`, 'iu');

/** What is put around a placeholder. */
const before = /^[\s\-–—*_=~@.…:!?;,"'“”„‚‘’«»[\](){}<>]+/;
const after = ' \t\n\r\u00a0-–—*_=~.…:!?;,"\'“”„‚‘’«»[](){}<>';

/** A text that stands in brackets as a whole: what a template has for its author to fill in. */
const bracketed = /^(?:\[[^[\]]*\]|<[^<>]*>|<<[^<>]*>>|\{\{?[^{}]*\}\}?)$/;

const guillemets = /^[«‹]([^«»‹›]*)[»›]$/;

const letter = /\p{L}/u;

/** What printers fill pages with. */
const filler = /^[[(<{]{0,3}lorem ipsum\b/i;

/** Marks of the author at the beginning, whatever follows: it is told to be a task. */
const task = /^\W*(?:@todo\b|(?:to-?do|to do|fixme|tbd|tbc) ?[:–—])/i;

/** Whether a trimmed text is a placeholder as a whole. */
export function isPlaceholder(text: string): boolean {
  if (filler.test(text)) return true;
  if (!letter.test(text.charAt(0)) && isMarked(text)) return true;
  if (text.length > longest) return false;
  return task.test(text) || core.test(withoutEnd(text.replace(before, ''), after).replace(/\s+/g, ' '));
}

/** The same of one that begins with a sign. */
function isMarked(text: string): boolean {
  if (bracketed.test(text) && letter.test(text)) return true;
  if (text.length > longest) return false;
  return punctuation.test(text) || leftover.test(text) || isGeneric(guillemets.exec(text)?.[1] ?? '');
}

/** An answer that says that there is nothing; where something is owed, it is missing. */
const none =
  /^\(?(?:none(?: yet| so far)?|nothing(?: yet)?|nil|no|n\/a|n\. ?a|not (?:applicable|available|needed|required|necessary)|keine?[rsn]?|nichts|nein|entfällt|nicht (?:anwendbar|zutreffend|relevant|erforderlich|nötig|notwendig)|trifft nicht zu|(?:noch|bisher|bislang) (?:keine?[rsn]?|nichts))[.!]?\)?$/i;

/** Whether a trimmed text is such an answer. */
export const isNothing = (text: string): boolean => text.length <= longest && none.test(text);
