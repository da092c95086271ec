import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/blocks.ts';
import { plainText } from '../../src/formats/shared/text.ts';
import { isms } from '../cli/isms.ts';
import { documentOf, nastyTexts, sample, textOf, withTable } from './sample.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // Written for people who write HTML: they should see what is markup. A lone `>` is text by the standard.
      'no-raw-characters': ['error', { relaxed: true }],
    },
  }),
);

async function problemsOf(document: Document): Promise<string[]> {
  const report = await validator.validateString(await textOf('html', document));
  return report.results.flatMap(result =>
    result.messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

function elements(node: Nodes, name: string): Element[] {
  const inner = 'children' in node ? node.children.flatMap(child => elements(child, name)) : [];
  return node.type === 'element' && node.tagName === name ? [node, ...inner] : inner;
}

/** The text a reader sees, `<br>` as a line break. */
function shown(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  return node.type === 'element' && node.tagName === 'br'
    ? '\n'
    : 'children' in node
      ? node.children.map(shown).join('')
      : '';
}

async function parsed(document: Document): Promise<Nodes> {
  const problems: string[] = [];
  const tree = fromHtml(await textOf('html', document), { onerror: error => void problems.push(error.ruleId ?? '') });
  expect(problems).toEqual([]);
  return tree;
}

function classNames(element: Element): unknown {
  return element.properties.className;
}

describe('HTML', () => {
  test('is valid and accessible by html-validate', async () => {
    expect(await problemsOf(sample)).toEqual([]);
    expect(await problemsOf(documentOf(nastyTexts))).toEqual([]);
    expect(await problemsOf({ ...withTable({ groups: [] }), head: [], title: nastyTexts[15]! })).toEqual([]);
  });

  test('is valid as the statement of the example, too', async () => {
    const example = fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url));
    const { stdout } = await isms(['export', 'soa', example, '--format', 'html', '-o', '-']);
    const report = await validator.validateString(stdout);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(stdout.match(/<th scope="row"[^>]*>A\.\d/g)).toHaveLength(93);
  });

  test('the validator would find what is wrong', async () => {
    const broken = (await textOf('html', sample)).replaceAll(' scope="col"', '').replace(' lang="en"', '');
    const report = await validator.validateString(broken);
    const rules = new Set(report.results.flatMap(result => result.messages.map(message => message.ruleId)));
    expect(rules).toContain('element-required-attributes');
    expect(rules).toContain('wcag/h63');
  });

  test('has a caption, headings for columns, rows and groups, and no script', async () => {
    const tree = await parsed(sample);
    expect(elements(tree, 'html')[0]!.properties.lang).toBe('en');
    expect(elements(tree, 'caption').map(shown)).toEqual(['Controls', 'Coverage']);
    const scopes = elements(tree, 'th').map(th => `${th.properties.scope} ${shown(th)}`);
    expect(scopes).toContain('col Status');
    expect(scopes).toContain('row A.5.1');
    expect(scopes).toContain('rowgroup Organizational controls');
    expect(scopes).not.toContain('rowgroup Physical controls');
    expect(elements(tree, 'tr')).toHaveLength(9);
    expect(elements(tree, 'script')).toEqual([]);
  });

  test('writes lists as lists, lines as lines, a status with its colour as a class', async () => {
    const tree = await parsed(sample);
    expect(elements(tree, 'li').map(shown)).toEqual(['Risk assessment', 'Contract']);
    expect(elements(tree, 'td').map(shown)).toContain('Line one\nline two');
    const statuses = elements(tree, 'span').map(span => [shown(span), classNames(span)]);
    expect(statuses).toEqual([
      ['implemented', ['status', 'good']],
      ['planned', ['status', 'attention']],
      ['none', ['status', 'bad']],
    ]);
  });

  test('has the language of the document', async () => {
    const [html] = elements(await parsed({ ...sample, wording: { language: 'de', texts: {} } }), 'html');
    expect(html!.properties.lang).toBe('de');
  });

  test('shows texts as they are, wherever they stand', async () => {
    for (const text of nastyTexts) {
      const document = {
        ...sample,
        title: text,
        head: [{ id: 'organisation', label: text, value: text }],
        blocks: [
          {
            type: 'table' as const,
            id: text,
            title: text,
            columns: [{ id: text, title: text, kind: 'name' as const }],
            groups: [{ title: text, rows: [[text], [[text, text]]] }],
          },
        ],
      };
      const tree = await parsed(document);
      const places = ['title', 'h1', 'dt', 'dd', 'caption', 'th', 'li'].flatMap(name =>
        elements(tree, name).map(shown),
      );
      expect(new Set(places.filter(place => place !== text + text))).toContain(plainText(text));
      expect(elements(tree, 'style')).toHaveLength(1);
      expect(['script', 'img', 'a'].flatMap(name => elements(tree, name))).toEqual([]);
    }
  });

  test('shows every text as it is', async () => {
    const markup = fc.string({ unit: fc.constantFrom(...'ab \n<>&;/!-="\'#x0') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(markup, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 8 }),
        async texts => {
          const tree = await parsed(documentOf(texts));
          expect(elements(tree, 'td').map(shown)).toEqual(texts.map(plainText));
        },
      ),
      { numRuns: 80 },
    );
  });
});
