import { expect, it } from 'vitest';
import { outline } from '../../src/ide/document-symbols.ts';
import { nodeTypes, topTypes } from '../../src/language/schema.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

it('has names and titles in the outline, on one line, and cuts what is too long', () => {
  const { workspace } = atCursor(
    `risk R "a\\nb" { action "Do it" { } }\ncontrol A.8.1, A.8.2 { }\nmethod { }\nrole X "${'long '.repeat(50)}"<|>`,
  );
  const [risk, control, method, role] = outline(workspace, uri);
  expect(risk?.label).toBe('R a b');
  expect(risk?.children.map(({ label }) => label)).toEqual(['Do it']);
  expect(control?.label).toBe('A.8.1, A.8.2');
  expect(method?.label).toBe('method');
  expect(role?.label).toHaveLength(120);
});

it('has an icon for each kind, and others for what stands side by side', () => {
  expect(topTypes.filter(({ icon }) => icon === undefined).map(({ name }) => name)).toEqual([]);
  const icons = ['Risk', 'Threat', 'Vulnerability', 'Control', 'Asset', 'Evidence', 'PolicyDocument', 'Method'].map(
    name => nodeTypes[name]?.icon,
  );
  expect(new Set(icons).size).toBe(icons.length);
});
