import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { templates } from '../../src/templates/index.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

describe.each(templates)('$id', template => {
  const files = template.files();
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(files.map(({ path, text }) => [`file:///new/${path}`, text]));
  workspace.update();
  const diagnostics = workspace.files().flatMap(uri => workspace.diagnostics(uri));

  test('is one ISMS, whose block is in the first file', () => {
    const [unit, ...others] = workspace.ismss();
    expect(others).toEqual([]);
    expect(unit?.isms.blocks('Isms').map(block => block.file.uri)).toEqual([`file:///new/${files[0]?.path}`]);
  });

  test('is quiet as a draft, and tells what is missing at the next preset', () => {
    expect(diagnostics).toEqual([]);
    const config = files.find(({ path }) => path === 'isms.config.json')?.text ?? '';
    expect(config).toContain('"preset": "draft"');
    const next = new Workspace({ rules, today: '2026-06-01', settings: { preset: 'stage1' } });
    next.setFiles(files.map(({ path, text }) => [`file:///new/${path}`, text]));
    next.update();
    const codes = next.files().flatMap(uri => next.diagnostics(uri).map(({ code }) => code));
    expect(codes.length).toBeGreaterThan(10);
    // The scales are whole; how much is accepted, and to approve it, is left to the author.
    expect(codes.filter(code => /^method\/(?!not-approved|no-appetite)/.test(code))).toEqual([]);
  });

  test('is written as the formatter likes it: no tabs, no blanks at line ends, one line end at the end', () => {
    for (const { text } of files) expect(text).not.toMatch(/\t|\r|[ \t]\n|\n\n$|\n\n\n|[^\n]$/);
  });

  test('makes new texts each time, alike', () => {
    expect(template.files()).toEqual(files);
  });
});

test('the starter holds a stub for each control, with its title', () => {
  const text =
    templates
      .find(({ id }) => id === 'starter')
      ?.files()
      .map(file => file.text)
      .join('\n') ?? '';
  for (const { id, title } of annexA) expect(text).toContain(`control ${id} ${JSON.stringify(title)} {`);
  expect(text.match(/^control A\./gm)).toHaveLength(93);
});
