/** All pairs of artefact and format, and what every artefact has beside its file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { read, type WorkSheet } from '@e965/xlsx';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Element, Nodes as HtmlNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ModelId } from '../../src/documents/blocks.ts';
import type { StatementHistory } from '../../src/documents/data/_statement-history.ts';
import { artefacts as builders } from '../../src/documents/generated/registry.ts';
import { artefacts, formatsOf, isNothingToSay } from '../../src/export/index.ts';
import { oneLine } from '../../src/syntax/text/one-line.ts';
import { built, bytesOf, open, textOf } from '../documents/open.ts';
import { faultsOf } from '../documents/oscal/validator.ts';
import { exampleFiles } from '../examples/files.ts';
import { readPdf } from '../formats/pdf-reader.ts';

const root = new URL('../../', import.meta.url);
const textFile = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const example = exampleFiles('acme-cloud');

/** What a text may do in some format: be a formula, markup, a link, a command of a terminal, or end a row. */
const hostile = '=1+1 <script>alert(1)</script><img src=x onerror=y>| [x](javascript:z) ![i](u) \u001b[31m \u202e #N/A';

/** The example with that text in place of every quoted text, whatever it is of. */
const hostileFiles = example.map(([name, text]): [string, string] => [
  name,
  name.endsWith('.isms') ? text.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/g, `"${hostile}"`) : text,
]);

const faulty = [
  'isms Small { approved: 2026- by Nobody }',
  'control A.5.1 { applicable: x status: y because: Z evidence: E }',
  'method M { likelihood { 1: rare } levels { low: 1..1 } }',
  'risk R-1 { owner: Nobody treatment: hope likelihood: rare impact: awful action { due: soon status: maybe } accepted: 2026- by Nobody }',
  'risk { residual { likelihood: rare } }',
].join('\n');

const isms = {
  example: open(example),
  /** The same, read in another order. */
  reversed: open([...example].reverse()),
  hostile: open(hostileFiles),
  empty: open(['isms Small {\n}\n']),
  faulty: open([faulty]),
};

const ids = artefacts.map(({ id }) => id);
const pairs = artefacts.flatMap(info => formatsOf(info).map(format => [info.id, format.id] as const));

test('the list is that of the files', () => {
  const files = readdirSync(new URL('src/documents/artefacts', root)).filter(name => /^[^_].*\.ts$/.test(name));
  expect(ids.map(id => `${id}.ts`)).toEqual(files.sort());
});

const noHistory: StatementHistory = {
  since: null,
  isCut: false,
  isShallow: false,
  commits: 0,
  unread: 0,
  sinceApproval: null,
  entries: [],
};

describe.each(ids)('%s', id => {
  const schemaFile = `docs/schemas/${id}.schema.json`;
  const validator = (): ValidateFunction =>
    new Ajv2020({
      strict: true,
      strictTypes: false,
      allErrors: true,
      formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
    }).compile(JSON.parse(textFile(schemaFile)));

  test('has a published schema that its data follow, whatever the ISMS', () => {
    const validate = validator();
    for (const [name, opened] of Object.entries(isms)) {
      const data = built(opened, id).data() as { $schema: string };
      validate(data);
      expect(validate.errors ?? [], name).toEqual([]);
      expect(data.$schema, name).toBe(JSON.parse(textFile(schemaFile)).$id);
      expect(validate({ ...data, more: 1 }), name).toBe(false);
    }
  });

  test('has its section in the documentation, with its schema and parameters', () => {
    const page = textFile('docs/documents.md');
    const artefact = artefacts.find(one => one.id === id);
    const section = page.split(/^(?=## )/m).find(part => part.startsWith(`## ${artefact?.title}\n`));
    expect(section).toContain(`isms export ${id} `);
    expect(section).toContain(`schemas/${id}.schema.json`);
    for (const { id: parameter, values } of artefact?.parameters ?? []) {
      expect(section).toContain(`--set ${parameter}=`);
      for (const value of values) expect(section).toContain(`--set ${parameter}=${value}`);
    }
    expect(existsSync(new URL(schemaFile, root))).toBe(true);
  });

  test('holds nothing of the model, and is built the same again', () => {
    const [first, second] = [built(isms.example, id), built(isms.example, id)];
    expect(JSON.stringify(first.blocks)).toBe(JSON.stringify(second.blocks));
    expect(JSON.stringify(first)).not.toContain('"$type"');
  });

  test('tells each parameter apart', () => {
    const artefact = builders.find(one => one.id === id);
    for (const { id: parameter, values: fixed, valuesOf } of artefact?.parameters ?? []) {
      const values = valuesOf?.(isms.example.subject.view).map(value => value.id) ?? fixed;
      expect(values.length).toBeGreaterThan(1);
      // What git has is read by whoever exports.
      const opened = { ...isms.example, subject: { ...isms.example.subject, history: noHistory } };
      const chosen = values.map(value => JSON.stringify(built(opened, id, { [parameter]: value }).data()));
      expect(new Set(chosen).size).toBe(values.length);
    }
  });
});

test('the editor offers them all by one command', () => {
  const { contributes } = JSON.parse(textFile('package.json'));
  expect(contributes.commands.map(({ command }: { command: string }) => command)).toContain('isms.export');
});

describe.each(pairs)('%s as %s', (artefact, format) => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  test('is the same bytes again: at another time, in another time zone, from files in another order', async () => {
    const first = await bytesOf(isms.example, artefact, format);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    vi.setSystemTime('2031-12-31T23:59:59Z');
    const second = await bytesOf(isms.reversed, artefact, format);
    expect(first.length).toBeGreaterThan(100);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test.each(['empty', 'faulty'] as const)('is written of an ISMS that is %s', async name => {
    // A model of OSCAL asks for more than such an ISMS may have; then it says what is missing.
    const length = await bytesOf(isms[name], artefact, format).then(
      bytes => bytes.length,
      error => (isNothingToSay(error) && /^oscal-/.test(format) ? error.message.length : 0),
    );
    expect(length).toBeGreaterThan(0);
  });

  test('carries hostile texts as texts', async () => {
    const check = harmless[format] ?? harmless[format.replace(/-.*/, '')];
    expect(check).toBeDefined();
    await check?.(artefact, format);
  });
});

/** What must not come of a hostile text, by format. */
const harmless: Readonly<Record<string, (artefact: string, format: string) => Promise<void>>> = {
  csv: async artefact => {
    const cells = (parse(await textOf(isms.hostile, artefact, 'csv')) as string[][]).flat();
    expect(cells.filter(cell => /^\s*[=+@\t]/.test(cell))).toEqual([]);
    expect(cells.some(cell => cell.includes('<script>'))).toBe(true);
  },
  docx: async artefact => {
    const parts = unzipSync(await bytesOf(isms.hostile, artefact, 'docx'));
    const texts = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
    expect(Object.keys(texts).filter(path => /vba|macro|ole/i.test(path))).toEqual([]);
    expect(
      Object.values(texts).filter(xml => /<script|Target="javascript:|attachedTemplate|DDEAUTO/.test(xml)),
    ).toEqual([]);
    expect(texts['word/document.xml']).toContain('&lt;script&gt;alert(1)');
  },
  ics: async artefact => {
    const lines = (await textOf(isms.hostile, artefact, 'ics')).replace(/\r\n[ \t]/g, '').split('\r\n');
    expect(lines.filter(line => line !== '' && !/^[A-Z-]+[:;]/.test(line))).toEqual([]);
    expect(lines.filter(line => /^(?:ATTACH|URL|BEGIN:(?!VCALENDAR|VEVENT))/.test(line))).toEqual([]);
  },
  pdf: async artefact => {
    const { objects, pages } = readPdf(await bytesOf(isms.hostile, artefact, 'pdf'));
    const dictionaries = [...objects.values()].join('\n');
    expect(dictionaries.match(/\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile)\b/g)).toBeNull();
    expect(dictionaries).not.toMatch(/\/URI \((?!https?:|mailto:)/);
    expect(pages.join('').replace(/\s/g, '')).toContain('<script>alert(1)');
  },
  html: async artefact => {
    const tree = fromHtml(await textOf(isms.hostile, artefact, 'html'));
    const all = elements(tree);
    expect(all.filter(({ tagName }) => ['script', 'img', 'iframe', 'object'].includes(tagName))).toEqual([]);
    expect(all.flatMap(({ properties }) => Object.keys(properties)).filter(name => /^on/i.test(name))).toEqual([]);
    expect(all.map(({ properties }) => properties.href ?? '').filter(href => /script:/.test(String(href)))).toEqual([]);
    expect(JSON.stringify(tree)).toContain('<script>alert(1)');
  },
  md: async artefact => {
    const tree = fromMarkdown(await textOf(isms.hostile, artefact, 'md'), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const all = nodes(tree);
    const html = all.flatMap(node => (node.type === 'html' ? [node.value] : []));
    expect(html.filter(value => value !== '<br>')).toEqual([]);
    expect(all.filter(({ type }) => type === 'image')).toEqual([]);
    expect(all.flatMap(node => (node.type === 'link' && /script:/.test(node.url) ? [node.url] : []))).toEqual([]);
    expect(all.some(node => node.type === 'text' && node.value.includes('<script>'))).toBe(true);
  },
  text: async artefact => {
    const text = await textOf(isms.hostile, artefact, 'text');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('<script>');
  },
  xlsx: async artefact => {
    const { Sheets } = read(await bytesOf(isms.hostile, artefact, 'xlsx'), { cellFormula: true });
    const cells = Object.values(Sheets).flatMap(cellsOf);
    expect(cells.filter(({ f, t }) => f !== undefined || t === 'e')).toEqual([]);
    expect(cells.some(({ v }) => String(v).startsWith('=1+1 <script>'))).toBe(true);
  },
  // Its texts are Markdown, in which a consumer may take HTML, links and pictures for what they are.
  oscal: async (artefact, format) => {
    const text = await textOf(isms.hostile, artefact, format);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    const document = JSON.parse(text);
    const model = format.replace('oscal-', '') as ModelId;
    expect(faultsOf(model, document)).toEqual([]);
    const texts = textsOf(document).filter(said => said.includes('script>'));
    expect(texts.filter(said => /(?<!\\)(?:\\\\)*(?:<|\[)/.test(said) && said !== oneLine(hostile))).toEqual([]);
  },
  json: async artefact => {
    const text = await textOf(isms.hostile, artefact, 'json');
    expect(JSON.parse(text)).toEqual(built(isms.hostile, artefact).data());
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  },
};

/** The texts of a value of JSON. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const elements = (node: HtmlNodes): Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(elements) : []),
];

const nodes = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodes) : [])];

const cellsOf = (sheet: WorkSheet): { f?: string; t?: string; v?: unknown }[] =>
  Object.entries(sheet).flatMap(([ref, cell]) => (ref.startsWith('!') ? [] : [cell]));
