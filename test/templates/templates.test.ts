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

  test('has no damaged declaration, unknown name or other contradiction', () => {
    // What is only missing, such as the approval of the method, is for the author to add.
    const contradictions = /^(syntax|name|control|suppression|config)\/|^method\/(?!not-approved)/;
    expect(diagnostics.filter(({ code }) => contradictions.test(code))).toEqual([]);
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
