/** Reads what this project's PDFs say, and how they say it: objects, streams, and texts through the maps of their fonts. */
import { inflateSync } from 'node:zlib';

export interface PdfFile {
  /** The dictionary of each object, as it is written. */
  readonly objects: ReadonlyMap<number, string>;
  /** The texts of each page, in the order in which they are drawn. */
  readonly pages: readonly string[];
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string | undefined;
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes).toString('latin1');
  const all = new Map<number, PdfObject>();
  for (const [, id, body = ''] of source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const at = body.indexOf('stream\n');
    const isStream = at >= 0 && body.endsWith('endstream');
    const dictionary = isStream ? body.slice(0, at) : body;
    const data = isStream ? Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1') : undefined;
    const stream = data && (dictionary.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
    all.set(Number(id), { dictionary, stream });
  }
  const objects = new Map([...all].map(([id, { dictionary }]) => [id, dictionary]));
  const maps = new Map<string, ReadonlyMap<string, string>>();
  const pages = [...all.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = dictionaryOf(all, dictionary, 'Resources');
      const fonts = dictionaryOf(all, resources, 'Font');
      const contents = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1];
      const stream = all.get(Number(contents))?.stream ?? '';
      return textOf(stream, name => {
        if (!maps.has(name)) maps.set(name, unicodeMap(all, fonts, name));
        return maps.get(name) as ReadonlyMap<string, string>;
      });
    });
  return { objects, pages };
}

/** A dictionary within another, or the one that it refers to. */
function dictionaryOf(all: ReadonlyMap<number, PdfObject>, dictionary: string, key: string): string {
  const reference = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (reference) return all.get(Number(reference))?.dictionary ?? '';
  const at = dictionary.indexOf(`/${key} <<`);
  return at < 0 ? '' : dictionary.slice(at);
}

/** What the codes of a font mean. */
function unicodeMap(all: ReadonlyMap<number, PdfObject>, fonts: string, name: string): ReadonlyMap<string, string> {
  const font = all.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(fonts)?.[1]))?.dictionary ?? '';
  const cmap = all.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))?.stream ?? '';
  const map = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, units = ''], index) => {
      const code = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const signs = units.replaceAll(' ', '').match(/.{4}/g) ?? [];
      map.set(code, String.fromCharCode(...signs.map(unit => Number.parseInt(unit, 16))));
    });
  }
  return map;
}

function textOf(stream: string, mapOf: (font: string) => ReadonlyMap<string, string>): string {
  let map: ReadonlyMap<string, string> = new Map();
  const texts: string[] = [];
  for (const [, font, operand] of stream.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) map = mapOf(font);
    else {
      const codes = [...(operand ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      texts.push(codes.map(code => map.get(code.toLowerCase()) ?? '?').join(''));
    }
  }
  return texts.join('\n');
}
