import { describe, expect, it } from 'vitest';
import { silencings } from '../../src/ide/silence.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyEdits } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///w/main.isms';
const config = 'file:///w/isms.config.json';
const code = 'risk/no-owner';

function open(text: string, settings?: string): Workspace {
  const workspace = new Workspace({ rules, today: '2026-03-01' });
  workspace.setFiles([[uri, text], ...(settings === undefined ? [] : [[config, settings] as const])]);
  workspace.update();
  return workspace;
}

const ways = (workspace: Workspace) => {
  const found = workspace.diagnostics(uri).find(diagnostic => diagnostic.code === code);
  return found ? silencings(workspace, uri, found.range).filter(({ diagnostic }) => diagnostic.code === code) : [];
};
const codes = (workspace: Workspace): string[] => workspace.diagnostics(uri).map(diagnostic => diagnostic.code);

const head = 'isms Acme "Acme" {\n}\n';

describe('silencing here', () => {
  it.each([
    [`${head}risk R-1 "Loss" {\n}\n`, `${head}// isms-ignore ${code}: \nrisk R-1 "Loss" {\n}\n`],
    [`${head}\n  risk R-1 "Loss" {\n  }\n`, `${head}\n  // isms-ignore ${code}: \n  risk R-1 "Loss" {\n  }\n`],
    [
      `${head}// why\r\nrisk R-1 "Loss" {\r\n}\r\n`.replace(head, head.replaceAll('\n', '\r\n')),
      `${head.replaceAll('\n', '\r\n')}// why\r\n// isms-ignore ${code}: \r\nrisk R-1 "Loss" {\r\n}\r\n`,
    ],
  ])('%j', (text, expected) => {
    const [way] = ways(open(text));
    expect(way?.isHere).toBe(true);
    const after = applyEdits(text, way?.edits ?? []);
    expect(after).toBe(expected);
    // The tool states no reason: until there is one nothing is silent, and once there is one it is.
    expect(codes(open(after))).toContain(code);
    expect(codes(open(after.replace(`${code}: `, `${code}: the owner is about to be named`)))).not.toContain(code);
  });

  it('is not offered where a comment would take in the declaration', () => {
    expect(ways(open(`${head}role X "x" risk R-1 "Loss" {\n}\n`)).filter(({ isHere }) => isHere)).toEqual([]);
  });
});

describe('switching off in the configuration', () => {
  it.each([
    '{}',
    '{ "preset": "stage1" }',
    '// ours\n{\n  "rules": {\n    "risk": "info"\n  }\n}\n',
    '{\r\n  "rules": {}\r\n}',
  ])('edits %j', settings => {
    const text = `${head}risk R-1 "Loss" {\n}\n`;
    const way = ways(open(text, settings)).find(({ isHere }) => !isHere);
    expect(way?.edits.every(edit => edit.uri === config)).toBe(true);
    const after = applyEdits(settings, way?.edits ?? []);
    expect(after.startsWith('// ours')).toBe(settings.startsWith('// ours'));
    expect(codes(open(text, after))).not.toContain(code);
  });

  it.each([undefined, '{', '[]', '{ "rules": 5 }'])('leaves %j alone', settings => {
    const found = ways(open(`${head}risk R-1 "Loss" {\n}\n`, settings));
    expect(found.map(({ isHere }) => isHere)).toEqual([true]);
  });
});
