/**
 * A Word template of one's own, filled: where it says `{{title}}`, `{{content}}` or the name of a fact of the head stands what the document says. Its pages,
 * margins, heads, feet and styles stay.
 */
import { type IPatch, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Document } from '../../documents/blocks.ts';
import { refusing } from '../../wording/said-error.ts';
import { accentOf } from '../shared/branding.ts';
import { UnusableTemplateError } from '../shared/format.ts';
import { plainText } from '../shared/text.ts';
import { bodyOf, headTable, type Page, properties, type WordOptions } from './document.ts';

/** How large a template may be, packed and unpacked, in bytes. Word's own with pictures have some hundred kilobytes. */
const largest = { packed: 20_000_000, unpacked: 100_000_000 };

/** In twentieths of a point: A4 with an inch on each side, where a template does not say. */
const usualPage = { width: 11906, height: 16838, left: 1440, right: 1440 };

/** What covers may say, by the ids of their facts; what the cover of a document does not say is left empty. */
const coverFacts =
  'organisation isms document version classification owner approved next-review as-of incomplete'.split(' ');

/**
 * The template with the document in it. Fails with `UnusableTemplateError`, which says what is wrong with the template.
 *
 * The library looks for names in what it has put in too, so the names of the template are first marked in a way that no text of the document has.
 */
export async function fillTemplate(
  template: Uint8Array,
  document: Document,
  options: WordOptions,
): Promise<Uint8Array> {
  const page = { ...pageOf(mainPart(template)), accent: accentOf(options.branding) };
  const facts = document.head.map(({ id, value }) => [id, plainText(String(value))] as const);
  const patches: Record<string, IPatch> = {
    title: words(plainText(document.title)),
    content: { type: PatchType.DOCUMENT, children: bodyOf(document, page, options.linkTo) },
    head: { type: PatchType.DOCUMENT, children: headTable(document, page) },
    ...Object.fromEntries(coverFacts.map(id => [id, words('')])),
    ...Object.fromEntries(facts.map(([id, value]) => [id, words(value)])),
  };
  const names = Object.keys(patches);
  refuseUnknown(await patchDetector({ data: template, trimPlaceholders: true }), names);
  const placeholderDelimiters = delimitersFor(document);
  const { start, end } = placeholderDelimiters;
  const marked = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: Object.fromEntries(names.map(name => [name, words(`${start}${name}${end}`)])),
    trimPlaceholders: true,
  });
  return patchDocument({
    outputType: 'uint8array',
    data: marked,
    patches,
    placeholderDelimiters,
    properties: properties(document),
  });
}

const words = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] });

/** What stands around a name and nowhere in a document. */
function delimitersFor(document: Document): { readonly start: string; readonly end: string } {
  const texts = JSON.stringify(document);
  let number = 0;
  while (texts.includes(`⟪${number}:`)) number++;
  return { start: `⟪${number}:`, end: '⟫' };
}

/** The main part of a template, as text. */
function mainPart(template: Uint8Array): string {
  if (template.length > largest.packed) throw new UnusableTemplateError(refusing('it is larger than 20 MB'));
  let unpacked = 0;
  let main: Uint8Array | undefined;
  try {
    const parts = unzipSync(template, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return name === 'word/document.xml' && originalSize <= largest.unpacked;
      },
    });
    main = parts['word/document.xml'];
  } catch {
    throw new UnusableTemplateError(refusing('it is no Word document; save it as .docx'));
  }
  if (unpacked > largest.unpacked) throw new UnusableTemplateError(refusing('it is larger than 100 MB once unpacked'));
  if (!main) throw new UnusableTemplateError(refusing('it is no Word document; save it as .docx'));
  return strFromU8(main);
}

function refuseUnknown(asked: readonly string[], known: readonly string[]): void {
  if (!asked.includes('content'))
    throw new UnusableTemplateError(refusing('it has no paragraph {{content}}, where the document would go'));
  const says = (name: string): boolean => asked.includes(name);
  if (!says('head') && !(says('approved') && says('incomplete')))
    throw new UnusableTemplateError(
      refusing('nobody could see that a document is a draft; add {{head}}, or both {{approved}} and {{incomplete}}'),
    );
  const unknown = asked.filter(name => !known.includes(name));
  if (unknown.length) {
    const list = known.map(name => `{{${name}}}`).join(', ');
    throw new UnusableTemplateError(refusing('nothing is known as {0}; there are {1}', `{{${unknown[0]}}}`, list));
  }
}

/** How much room the last section of a template has between its margins: that is where most of it stands. */
function pageOf(main: string): Omit<Page, 'accent'> {
  const attribute = (element: string, name: string): number | undefined => {
    const at = main.lastIndexOf(`<w:${element} `);
    const tag = at < 0 ? '' : (main.slice(at).split('>', 1)[0] ?? '');
    const found = [...tag.matchAll(/ w:([a-z]+)="(\d{1,6})"/gi)].find(([, key]) => key === name);
    return found && Number(found[2]);
  };
  const width = attribute('pgSz', 'w') ?? usualPage.width;
  const height = attribute('pgSz', 'h') ?? usualPage.height;
  const sides = (attribute('pgMar', 'left') ?? usualPage.left) + (attribute('pgMar', 'right') ?? usualPage.right);
  return { width: Math.max(width - sides, width / 4), orientation: width > height ? 'landscape' : 'portrait' };
}
