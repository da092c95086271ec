import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { readinessData, readinessSchemaId } from '../../../src/export/readiness/data.ts';
import { readinessHtml } from '../../../src/export/readiness/html.ts';
import { readinessMarkdown } from '../../../src/export/readiness/markdown.ts';
import { mostItems } from '../../../src/export/readiness/words.ts';
import { type Place, type Readiness, readiness } from '../../../src/readiness/readiness.ts';
import { rules } from '../../../src/rules/generated/registry.ts';
import { relativePath } from '../../../src/workspace/uri.ts';
import { Workspace } from '../../../src/workspace/workspace.ts';
import { exampleFiles } from '../../examples/files.ts';

function read(files: readonly (readonly [string, string])[]): Readiness {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(files);
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('no ISMS');
  return readiness(workspace, unit);
}

const example = read(exampleFiles('acme-cloud'));
/** Hostile texts wherever the report shows a text of the author's, and more of a kind than are written out. */
const hostile = read([
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

const collect = <T extends { type: string }>(node: T, wanted: (node: T) => boolean): T[] => [
  ...(wanted(node) ? [node] : []),
  ...((node as unknown as { children?: T[] }).children ?? []).flatMap(child => collect(child, wanted)),
];

describe('JSON', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../docs/schemas/readiness.schema.json', import.meta.url), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  const validate = ajv.compile(schema);

  test.each([
    ['the example', example],
    ['a faulty one', hostile],
  ])('of %s follows the published schema', (_name, result) => {
    const data = readinessData(result, uri => relativePath(uri, 'file:///w/a%20b'));
    expect(schema.$id).toBe(readinessSchemaId);
    expect(validate(data), JSON.stringify(validate.errors, null, 2)).toBe(true);
  });

  test('names every open item and files below the folder', () => {
    const data = JSON.stringify(readinessData(hostile, uri => relativePath(uri, 'file:///w/a%20b')));
    expect(data).toContain('"hidingPreset":"draft"');
    expect(data.match(/"code":"risk\/no-owner"/g)).toHaveLength(14);
    expect(new Set(data.match(/"file":"[^"]*"/g))).toEqual(new Set(['"file":"isms.isms"']));
  });
});

describe('Markdown', () => {
  const parse = (text: string): Root =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

  test('is a list of each stage and a table, and each point that has a place leads there', () => {
    const tree = parse(readinessMarkdown(example, linkTo));
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
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
    const places = [...example.stages.flatMap(({ lines }) => lines), ...example.information].filter(l => l.place);
    expect(links).toHaveLength(places.length);
  });

  test('shows texts as texts and leads only to places', () => {
    const text = readinessMarkdown(hostile, linkTo);
    const tree = parse(text);
    expect(collect(tree as Root | Root['children'][number], ({ type }) => type === 'html')).toEqual([]);
    const links = collect(tree as Root | Root['children'][number], ({ type }) => type === 'link');
    const urls = new Set(links.map(link => (link as unknown as { url: string }).url.replace(/\d+$/, '')));
    expect(urls).toEqual(new Set(['a b/isms.isms#L']));
    expect(text).toContain('The preset "draft" hides');
  });

  test('writes out the first items and counts the rest', () => {
    const count = hostile.stages[0]?.lines.find(({ id }) => id === 'risk-assessment')?.open.length ?? 0;
    expect(count).toBeGreaterThan(mostItems);
    expect(readinessMarkdown(hostile, linkTo)).toContain(`and ${count - mostItems} more`);
  });
});

describe('HTML', () => {
  const tags = (html: string): string[] =>
    collect(fromHtml(html) as Nodes, ({ type }) => type === 'element').map(
      node => (node as unknown as { tagName: string }).tagName,
    );

  test('holds no script and nothing that the texts bring', () => {
    const html = readinessHtml(hostile, linkTo);
    expect(tags(html).filter(name => ['script', 'img', 'b'].includes(name))).toEqual([]);
    const metas = collect(fromHtml(html) as Nodes, node => (node as { tagName?: string }).tagName === 'meta');
    expect(JSON.stringify(metas)).toContain("default-src 'none'");
    const links = collect(fromHtml(html) as Nodes, node => (node as { tagName?: string }).tagName === 'a');
    const hrefs = links.map(link => (link as unknown as { properties: { href: string } }).properties.href);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter(href => !href.startsWith('a b/isms.isms#L'))).toEqual([]);
  });

  test('says of each point of the example in words that it is met', () => {
    const html = readinessHtml(example, linkTo);
    const points = example.stages.reduce((sum, { lines }) => sum + lines.length, 0);
    expect(html.match(/<span class="state">met<\/span>/g)).toHaveLength(points);
  });
});
