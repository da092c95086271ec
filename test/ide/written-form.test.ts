/** What the program writes by itself has the form of the formatter: examples, templates, snippets, and fixes of what had it. */
import { describe, expect, test } from 'vitest';
import { declarationSnippets } from '../../src/ide/completion-snippets.ts';
import { plainSnippet } from '../../src/ide/plain-snippet.ts';
import { topTypes } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { defaultLineWidth, formatText } from '../../src/syntax/format/format.ts';
import { templates } from '../../src/templates/index.ts';
import { lineWidthOf } from '../../src/workspace/configuration/settings/line-width.ts';
import { applyFixes, chosenFixes, fixesFor } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';
import { type Fixture, open, parseFixture, rulesFor } from '../rules/fixture.ts';
import { casesOf } from '../rules/fixture-files.ts';
import { atCursor } from './workspace-with-cursor.ts';

const form = (text: string): string => formatText(text, { lineWidth: defaultLineWidth });

test.each(exampleNames())('the example %s', name => {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  const files = exampleFiles(name);
  workspace.setFiles(files);
  for (const [uri, text] of files) {
    if (!uri.endsWith('.isms')) continue;
    const formatted = formatText(text, { lineWidth: lineWidthOf(workspace.unitOf(uri)?.config) });
    expect({ uri, text }).toEqual({ uri, text: formatted });
  }
});

test.each(templates.map(template => [template.id, template] as const))('the template %s', (_, { files }) => {
  for (const { path, text } of files())
    if (path.endsWith('.isms')) expect({ path, text }).toEqual({ path, text: form(text) });
});

describe('snippets', () => {
  const [unit] = atCursor('<|>').workspace.ismss();
  const snippets = topTypes.flatMap(nodeType =>
    unit ? declarationSnippets(nodeType, unit.view()).map(({ label, text }) => [label, text] as const) : [],
  );

  /** A snippet with something in all of its places. */
  const filled = (snippet: string): string =>
    snippet
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$0$/, '')
      .replace(/\$(?:0|[1-9]\d*)/g, '1')
      .replaceAll('\t', '  ');

  test.each(snippets)('%s', (_, snippet) => {
    expect(form(`${filled(snippet)}\n`)).toBe(`${filled(snippet)}\n`);
    const plain = `${plainSnippet(snippet)}\n`;
    expect(form(plain)).toBe(plain);
  });
});

describe('fixes', () => {
  const fixable = rules.filter(({ fix }) => fix);

  /** The fixture with its sources in the form. */
  const formed = (fixture: Fixture): Fixture => ({
    ...fixture,
    files: fixture.files.map(file => (/\.json$/.test(file.name ?? '') ? file : { ...file, text: form(file.text) })),
  });

  test.each(fixable.map(rule => [rule.code, rule] as const))('%s', (_, rule) => {
    for (const { source } of casesOf(rule.code)) {
      const workspace = open(formed(parseFixture(source)), rulesFor(rule, rules));
      for (const uri of workspace.files()) {
        for (const fix of fixesFor(workspace, uri)) {
          for (const [, text] of applyFixes(workspace, [fix])) expect(text).toBe(form(text));
        }
        const together = applyFixes(workspace, chosenFixes(workspace, [uri], { code: rule.code }));
        for (const [, text] of together) expect(text).toBe(form(text));
      }
    }
  });
});
