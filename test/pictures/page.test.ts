/** The page of pictures: the same bytes from the same ISMS, whatever its texts hold; and what `isms export site` refuses. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rounded, shape } from '../../src/drawing/shape.ts';
import { svgFile } from '../../src/drawing/shape-text.ts';
import type { TraceGraph } from '../../src/pictures/data.ts';
import { dashboardPage, jsonInPage } from '../../src/pictures/page.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { neighbourhood } from '../../src/pictures/trace-drawing.ts';
import { folderWith, isms } from '../cli/isms.ts';
import { open } from '../documents/open.ts';

const hostile = '</script><script>alert(1)</script><!-- “R” & \u2028';
const files: [string, string][] = [
  ['a.isms', `isms Small "${hostile}" { organization: "Small Ltd." }\n`],
  ['b.isms', `risk R-1 "${hostile}" {}\nrisk R-2 "Fire" { controls: A.8.1, A.8.99 }\n`],
];
const pageOf = (given: [string, string][]): string => dashboardPage(picturesOf(open(given).unit));

describe('the page', () => {
  const page = pageOf(files);

  test('does not depend on the order of files', () => {
    expect(pageOf([...files].reverse())).toBe(page);
  });

  test('has two scripts and no more, and names script and style by their hashes', () => {
    expect(page.match(/<script/g)?.length).toBe(2);
    expect(page.match(/<\/script/g)?.length).toBe(2);
    expect(page).not.toContain('<!--');
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    for (const text of [script, style]) {
      expect(text.length).toBeGreaterThan(1000);
      expect(page).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
  });

  test('holds the pictures as they are', () => {
    const [, data = ''] = /id="pictures">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(picturesOf(open(files).unit))));
  });

  test('says which links lead nowhere', () => {
    const { nodes } = picturesOf(open(files).unit).trace;
    expect(nodes.find(({ id }) => id === 'A.8.99')?.fault).toBe('missing');
    expect(nodes.find(({ id }) => id === 'A.8.1')?.fault).toBe('undecided');
  });
});

test('any text in data stays within its element and is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(jsonInPage(text)).not.toMatch(/[<>&]/);
      expect(JSON.parse(jsonInPage(text))).toBe(text);
    }),
  );
});

test('any text in a file of a drawing stays a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const drawing = shape('svg', { viewBox: '0 0 1 1', 'aria-label': text }, [shape('text', {}, [text])]);
      const file = svgFile(drawing, '');
      expect(file.match(/</g)?.length).toBe(7);
      expect(file.match(/"/g)?.length).toBe(14);
      expect(file).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test('a neighbourhood grows with its depth and holds its middle', () => {
  const node = fc.nat(19);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 60 }), node, fc.nat(4), (links, focus, depth) => {
      const nodes = Array.from({ length: 20 }, (_, id) => ({
        kind: 'risk',
        id: `${id}`,
        title: null,
        place: null,
        fault: null,
      }));
      const graph = { nodes, links } as unknown as TraceGraph;
      const [less, more] = [neighbourhood(graph, focus, depth), neighbourhood(graph, focus, depth + 1)];
      expect(less).toContain(focus);
      expect(more).toEqual(expect.arrayContaining(less));
    }),
  );
});

test('numbers of drawings have two decimals at most', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), value =>
      /^-?\d+(\.\d{1,2})?$/.test(`${rounded(value) + 0}`),
    ),
  );
});

describe('isms export site', () => {
  const folder = folderWith({ 'a.isms': files[0]?.[1] ?? '' });

  test('writes one page', async () => {
    const { code, stdout, stderr } = await isms(['export', 'site', '.', '-o', 'out'], { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`Wrote ${join('out', 'index.html')}\n`);
    expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toContain('<title>&lt;/script&gt;');
  });

  test.each([
    [[], 'Name the folder'],
    [['-o', '-'], 'Name the folder'],
    [['-o', 'x', '--format', 'html'], '--format is for documents'],
    [['-o', 'x', '--edition', 'customer'], '--edition or --set is for documents'],
    [['-o', 'x', '--bom'], '--bom is for documents'],
    [['-o', 'a.isms'], 'was not written'],
  ])('with %j says what to do', async (given, words) => {
    const { code, stderr } = await isms(['export', 'site', '.', ...given], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});
