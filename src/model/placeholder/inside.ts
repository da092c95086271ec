/** Placeholders inside a text that is otherwise written: marks of its author, and gaps of a form that nobody filled in. */
import { isGeneric } from './words.ts';

/** What is only quoted: code, and what stands in quotes. It is spoken about. */
const quoted = /`[^`\n]*`|“[^“”\n]*”|„[^„“”\n]*[“”]|"[^"\n]*"|‘[^‘’\n]*’|(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])/gu;

interface Found {
  readonly text: string;
  /** Its sentence before and after it. */
  readonly before: string;
  readonly after: string;
}

interface Gap {
  readonly pattern: RegExp;
  /** Whether it is spoken about, or stands for itself. */
  readonly isNone: (found: Found) => boolean;
}

/** Words before which a thing is named and not left open. */
const naming = /(?:^|[\s(])(?:as|like|called|named|e\.g\.|wie|als|namens|z\. ?B\.)\s*$/i;

/** Sentences about forms, texts with gaps, and programs that fill them. */
const aboutGaps =
  /(?<!\p{L})(?:placeholders?|templates?|variables?|escap\p{L}+|inject\p{L}*|render\p{L}*|interpolat\p{L}+|substitut\p{L}+|syntax|naming|pattern|platzhalter\p{L}*|vorlagen?|variablen?|muster|namensschema)(?!\p{L})/iu;

const isNamed = ({ before, after }: Found): boolean =>
  naming.test(before) || aboutGaps.test(before) || aboutGaps.test(after);

/** In capitals: "a todo list" is a thing. */
const mark = '(?:TODO|TBD|TBC|FIXME)';

/** What marks are called, and what joins two of them. */
const markedThing = new RegExp(
  `^(?:['’]?s\\b|[\\s-]*(?:comments?|markers?|marks?|entry|entries|items?|tags?|notes?|lists?|labels?|states?|status|columns?|kommentar\\p{L}*|marker\\p{L}*|markierung\\p{L}*|eintr[aä]g\\p{L}*|vermerk\\p{L}*|listen?|spalten?)(?!\\p{L})|\\s*(?:,|/|and|or|und|oder)\\s*${mark}\\b)`,
  'iu',
);
const joined = new RegExp(`\\b${mark}\\s*(?:,|/|and|or|und|oder)\\s*$`, 'i');

/** Where a person or a number would stand. */
const slot = /(?:^|\s)(?:by|from|von|durch|vom)\s*$|(?:every|each|within|alle|innerhalb von)\s*$|[([{<:]\s*$/i;

/** What is done with marks, by people and by programs. */
const doneWith =
  /(?<!\p{L})(?:says?|said|saying|states?|marked|labell?ed|tagged|flag(?:s|ged)?|contain\p{L}*|refus\p{L}+|reject\p{L}+|forbid\p{L}*|bans?|blocks?|fails?|search\p{L}*|grep\p{L}*|scans?|finds?|detects?|counts?|removes?|resolves?|replaces?|warns?|allows?|accepts?|tolerates?|leaves?|no|any|without|never|with|steh\p{L}*|enthält|enthalten|markiert|gekennzeichnet|verbiet\p{L}*|lehnt|such\p{L}*|findet|meldet|prüft|kein\p{L}*|ohne|mit|entfernt|ersetzt)(?!\p{L})/iu;
const doneAfter =
  /^\s*(?:is|are|must|may|ist|sind|darf|dürfen)(?!\p{L})[^.]*(?:not|never|refused|rejected|forbidden|allowed|nicht|verboten|abgelehnt)|(?<!\p{L})(?:refused|rejected|forbidden|banned|blocked|not (?:taken|accepted|allowed|merged|released)|abgelehnt|verboten|nicht (?:angenommen|erlaubt|zugelassen|übernommen))(?!\p{L})/iu;

/** Names of columns through which tasks go. */
const moved = /(?:^|\s)(?:from|in|into|to|for|nach|von|in)\s*$/i;

function isMentioned({ text, before, after }: Found): boolean {
  if (markedThing.test(after) || joined.test(before) || naming.test(before)) return true;
  if (/^(?:TODO|FIXME)$/.test(text) && moved.test(before)) return true;
  if (/^\s*:/.test(after) || slot.test(before)) return false;
  return doneWith.test(before) || doneAfter.test(after);
}

/** Where a word is bounded, so that it is no part of a name or path such as `feature/<name>`. */
const free = '(?<![\\p{L}\\p{N}_/@.:=\\])}>-])';
const ends = '(?![\\p{L}\\p{N}_/@([<{-])';

const unit =
  '(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Quartalen?|Jahren?)';

const inBrackets = (found: Found): boolean => {
  // A task of a list, and an element of HTML.
  if (/^\[[x ]\]$/i.test(found.text) && /(?:^|\n)\s{0,20}(?:[-*+]|\d{1,4}\.)\s{0,9}$/.test(found.before)) return true;
  const content = found.text.replace(/^(?:\[|<<?|«)|(?:\]|>>?|»)$/g, '');
  return !isGeneric(content) || found.after.includes(`</${content}>`) || isNamed(found);
};

/** `${…}` in capitals, unless it names what a form asks for, is a setting of a program. */
const isSetting = (found: Found): boolean =>
  isNamed(found) || (/^\$\{[\p{Lu}\d_]+\}$/u.test(found.text) && !isGeneric(found.text.slice(2, -1)));

const gaps: readonly Gap[] = [
  { pattern: new RegExp(`\\b${mark}\\b`, 'g'), isNone: isMentioned },
  { pattern: new RegExp(`${free}\\[[^[\\]\\n]{1,40}\\]${ends}`, 'gu'), isNone: inBrackets },
  {
    pattern: new RegExp(`${free}(?:<<[^<>\\n]{1,40}>>|<[^<>\\n]{1,40}>|«[^«»\\n]{1,40}»)${ends}`, 'gu'),
    isNone: inBrackets,
  },
  {
    pattern: /\[(?:[Ii]nsert|[Ee]nter|[Yy]our|[Nn]ame of) [^[\]\n]*\](?!\()|<(?:[Ii]nsert|[Ee]nter|[Yy]our) [^<>\n]*>/g,
    isNone: isNamed,
  },
  { pattern: /\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|%(?:COMPANY|ORGANI[SZ]ATION)%/g, isNone: isSetting },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:X{3,}(?![\\p{L}\\p{N}-])|X+(?= ?%)|X{2}[./-]X{2}[./-](?:X{2,4}|\\d{2,4})\\b)|_{4,}|(?<=\\b(?:[Ee]very|[Ee]ach|[Ww]ithin|[Aa]fter|[Aa]lle|[Bb]innen|[Ii]nnerhalb von|[Nn]ach) )(?:[xXN]|\\?+)(?= ${unit}(?!\\p{L}))|(?<=\\s)\\?{2,}(?= ${unit}(?!\\p{L}))`,
      'gu',
    ),
    isNone: isNamed,
  },
  {
    pattern:
      /(?<=\b(?:on|since|until|am|vom|seit|bis|dated) )(?:DD|TT|MM|YYYY|JJJJ)[./-](?:DD|TT|MM)[./-](?:DD|TT|YYYY|JJJJ)\b/g,
    isNone: isNamed,
  },
  { pattern: /(?<![\p{L}\p{N}?!])\?{3,}(?![?!])|(?<![\p{L}\p{N}-])20\d?X{1,2}(?![\p{L}\p{N}-])/gu, isNone: isNamed },
  { pattern: /\blorem ipsum\b(?=\s+dolor|\W*$)/gi, isNone: () => false },
];

/** Signs of which every gap has one: a text without any, as most are, is not looked at further. */
const mayHold = /[[<«{%X_?]|TODO|TBD|TBC|FIXME|(?:DD|TT|MM|YYYY|JJJJ)[./-]| [xN] |[Ll][Oo][Rr][Ee][Mm]/;

/** How far around a placeholder its sentence is looked at, in UTF-16 units, so that a long text takes no more time than its length. */
const reach = 300;

/** The first placeholder that a text holds, as it stands there. */
export function gapIn(text: string): string | undefined {
  if (!mayHold.test(text)) return undefined;
  const open = text.replace(quoted, code => ' '.repeat(code.length));
  for (const { pattern, isNone } of gaps) {
    for (const { 0: found, index } of open.matchAll(pattern)) {
      const before =
        open
          .slice(Math.max(0, index - reach), index)
          .split(/[.!?;]\s|\n\s*\n/)
          .at(-1) ?? '';
      const end = index + found.length;
      const [after = ''] = open.slice(end, end + reach).split(/[.!?;](?:\s|$)|\n\s*\n/);
      if (!isNone({ text: found, before, after })) return found;
    }
  }
  return undefined;
}
