import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { Document, Place } from '../../src/documents/blocks.ts';
import { readinessSchemaId } from '../../src/documents/data/readiness.ts';
import { mostRemarks } from '../../src/formats/shared/readers.ts';
import { readiness } from '../../src/readiness/readiness.ts';
import { relativePath } from '../../src/workspace/uri.ts';
import { exampleFiles } from '../examples/files.ts';
import { textOf as formatted } from '../formats/sample.ts';
import { built, type Opened, open } from './open.ts';

const example = open(exampleFiles('acme-cloud'));
/** Hostile texts wherever the report shows a text of the author's, and more of a kind than are written out. */
const hostile = open([
  [
    'file:///w/a%20b/isms.isms',
    [
      'isms Acme "<script>alert(1)</script> [x](command:evil) *b* | c" { version: "</li><img src=x>" }',
      'finding NC-1 "N" { severity: major action "<img onerror=x>](command:evil)" { due: 2026-01-01 } }',
      ...Array.from({ length: 14 }, (_, index) => `risk R-${index} "<b>risk</b>" {}`),
    ].join('\n'),
  ],
  ['file:///w/a%20b/isms.config.json', '{ "preset": "draft" }'],
]);
const linkTo = ({ uri, range }: Place): string => `${relativePath(uri, 'file:///w')}#L${range.start.line + 1}`;
const judged = ({ workspace, unit }: Opened) => readiness(workspace, unit);
const document = (opened: Opened): Document => built(opened, 'readiness');
const text = (opened: Opened, format: string): Promise<string> => formatted(format, document(opened), { linkTo });

const collect = <T extends { type: string }>(node: T, wanted: (node: T) => boolean): T[] => [
  ...(wanted(node) ? [node] : []),
  ...((node as unknown as { children?: T[] }).children ?? []).flatMap(child => collect(child, wanted)),
];

describe('JSON', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/readiness.schema.json', import.meta.url), 'utf8'));
  const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  const validate = ajv.compile(schema);

  test.each([
    ['the example', example],
    ['a faulty one', hostile],
  ])('of %s follows the published schema', (_name, opened) => {
    const data = document(opened).data();
    expect(schema.$id).toBe(readinessSchemaId);
    expect(validate(data), JSON.stringify(validate.errors, null, 2)).toBe(true);
  });

  test('names every open item and files below the folder', () => {
    const data = JSON.stringify(document(hostile).data());
    expect(data).toContain('"hidingPreset":"draft"');
    expect(data.match(/"code":"risk\/no-owner"/g)).toHaveLength(14);
    expect(new Set(data.match(/"file":"[^"]*"/g))).toEqual(new Set(['"file":"isms.isms"']));
  });
});

describe('Markdown', () => {
  const parse = (text: string): Root =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

  test('is a list of each stage and a table, and each point that has a place leads there', async () => {
    const tree = parse(await text(example, 'md'));
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'list',
      'heading',
      'paragraph',
      'list',
      'heading',
      'paragraph',
      'list',
      'heading',
      'paragraph',
      'list',
      'heading',
      'table',
    ]);
    const links = collect(tree as Root | Root['children'][number], ({ type }) => type === 'link');
    const places = [...judged(example).stages.flatMap(({ lines }) => lines), ...judged(example).information].filter(
      ({ place }) => place,
    );
    expect(links).toHaveLength(places.length);
  });

  test('shows texts as texts and leads only to places', async () => {
    const markdown = await text(hostile, 'md');
    const tree = parse(markdown);
    expect(collect(tree as Root | Root['children'][number], ({ type }) => type === 'html')).toEqual([]);
    const links = collect(tree as Root | Root['children'][number], ({ type }) => type === 'link');
    const urls = new Set(links.map(link => (link as unknown as { url: string }).url.replace(/\d+$/, '')));
    expect(urls).toEqual(new Set(['a b/isms.isms#L']));
    expect(markdown).toContain('The preset "draft" hides');
  });

  test('writes out the first remarks and counts the rest', async () => {
    const count = judged(hostile).stages[0]?.lines.find(({ id }) => id === 'risk-assessment')?.open.length ?? 0;
    expect(count).toBeGreaterThan(mostRemarks);
    expect(await text(hostile, 'md')).toContain(`and ${count - mostRemarks} more`);
  });
});

describe('HTML', () => {
  const tags = (html: string): string[] =>
    collect(fromHtml(html) as Nodes, ({ type }) => type === 'element').map(
      node => (node as unknown as { tagName: string }).tagName,
    );

  test('holds no script and nothing that the texts bring', async () => {
    const html = await text(hostile, 'html');
    expect(tags(html).filter(name => ['script', 'img', 'b'].includes(name))).toEqual([]);
    const metas = collect(fromHtml(html) as Nodes, node => (node as { tagName?: string }).tagName === 'meta');
    expect(JSON.stringify(metas)).toContain("default-src 'none'");
    const links = collect(fromHtml(html) as Nodes, node => (node as { tagName?: string }).tagName === 'a');
    const hrefs = links.map(link => (link as unknown as { properties: { href: string } }).properties.href);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter(href => !href.startsWith('a b/isms.isms#L'))).toEqual([]);
  });

  test('says of each point of the example in words that it is met', async () => {
    const html = await text(example, 'html');
    const points = judged(example).stages.reduce((sum, { lines }) => sum + lines.length, 0);
    expect(html.match(/<span class="state">met<\/span>/g)).toHaveLength(points);
  });
});
