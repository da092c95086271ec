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

describe('another severity in the configuration', () => {
  const text = `${head}risk R-1 "Loss" {\n}\n`;
  const after = (settings: string, severity: string): string => {
    const way = ways(open(text, settings)).find(({ title }) => title === `Set ${code} to ${severity} for this ISMS`);
    expect(way?.edits.every(edit => edit.uri === config)).toBe(true);
    expect(way?.creates).toBeUndefined();
    return applyEdits(settings, way?.edits ?? []);
  };
  const severityIn = (settings: string): string | undefined =>
    open(text, settings)
      .diagnostics(uri)
      .find(diagnostic => diagnostic.code === code)?.severity;

  it.each([
    '{}',
    '{ "preset": "stage1" }',
    '// ours\n{\n  "rules": {\n    "risk": "info"\n  }\n}\n',
    '{\r\n  "rules": {}\r\n}',
    '{\n  "rules": {\n    // agreed with the auditor\n    "risk/no-owner": "hint", // for now\n  },\n}\n',
  ])('edits %j', settings => {
    for (const severity of ['warning', 'off'] as const) {
      const edited = after(settings, severity);
      for (const comment of settings.match(/\/\/.*/g) ?? []) expect(edited).toContain(comment.trim());
      expect(severityIn(edited)).toBe(severity === 'off' ? undefined : severity);
    }
  });

  it('offers each severity but the one that it has, and makes the file where there is none', () => {
    const found = ways(open(text)).filter(({ isHere }) => !isHere);
    expect(found.map(({ title }) => title)).toEqual(
      ['warning', 'info', 'hint', 'off'].map(severity => `Set ${code} to ${severity} for this ISMS`),
    );
    const [warning] = found;
    expect(warning?.creates).toBe(config);
    expect(severityIn(warning?.edits[0]?.newText ?? '')).toBe('warning');
  });

  it.each(['{', '[]', '{ "rules": 5 }'])('leaves %j alone', settings => {
    expect(ways(open(text, settings)).map(({ isHere }) => isHere)).toEqual([true]);
  });

  it('is not offered where the ISMS is not known', () => {
    expect(ways(open('risk R-1 "Loss" {\n}\n')).filter(({ isHere }) => !isHere)).toEqual([]);
  });
});
