/** The complete example, as `isms check` and `isms export` see it. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { folderWith, isms } from './isms.ts';

const example = fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url));

function copyOfExample(): string {
  const cwd = folderWith({});
  cpSync(example, join(cwd, 'acme-cloud'), { recursive: true });
  return join(cwd, 'acme-cloud');
}

interface Justification {
  readonly file: string;
  readonly control: string;
  /** The property with its line ends. */
  readonly start: number;
  readonly end: number;
  /** The line on which the decision stands, from 0. */
  readonly line: number;
}

/** Every justification of a control in the example, found without our own parser. */
function justifications(folder: string): Justification[] {
  const property = /^[ \t]*justification:\s*(?:"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*")[ \t]*\n/gm;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.isms'))
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [...text.matchAll(property)].flatMap(match => {
        const before = text.slice(0, match.index);
        const [head = '', kind, control = ''] =
          /^(control|exception) ([^\s,{]+)[^\n]*\n(?![\s\S]*^\w)/m.exec(before) ?? [];
        if (kind !== 'control') return [];
        const declaration = before.lastIndexOf(head);
        const decision = text.indexOf('applicable:', declaration);
        expect(decision).toBeLessThan(match.index);
        const line = text.slice(0, decision).split('\n').length - 1;
        return [{ file, control, start: match.index, end: match.index + match[0].length, line }];
      });
    });
}

describe('the example', () => {
  test('is clean', async () => {
    expect(await isms(['check', example])).toMatchObject({ code: 0, stderr: '' });
    expect((await isms(['check', example, '--format', 'json'])).stdout).toBe('[]\n');
  });

  const folder = copyOfExample();
  const found = justifications(folder);

  test('justifies the decision on each of the 93 controls', () => {
    const controls = new Set(found.map(({ control }) => control));
    expect(annexA.map(({ id }) => id).filter(id => !controls.has(id))).toEqual([]);
  });

  test('with the reasons of one of its exclusions gone has exactly that finding, at that control', async () => {
    expect(found.length).toBeGreaterThanOrEqual(93);
    let exclusions = 0;
    for (const { file, control, start, end, line } of found) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      // An included control is also justified by the risks that name it.
      if (!/\n[ \t]*applicable:\s*no\n[ \t]*because:[^\n]*\n$/.test(text.slice(0, start))) continue;
      exclusions++;
      writeFileSync(path, text.slice(0, start).replace(/[ \t]*because:[^\n]*\n$/, '') + text.slice(end));
      const { code, stdout } = await isms(['check', folder, '--format', 'json']);
      writeFileSync(path, text);
      const findings = JSON.parse(stdout) as {
        code: string;
        file: string;
        message: string;
        range: { start: { line: number } };
      }[];
      expect(findings.map(finding => [finding.code, finding.file, finding.range.start.line])).toEqual([
        ['soa/missing-justification', file, line],
      ]);
      expect(findings[0]?.message).toContain(`Nothing says why ${control} is excluded`);
      expect(code).toBe(1);
    }
    expect(exclusions).toBe(3);
  });

  test('has a statement of 93 controls and more, all decided', async () => {
    const { stdout } = await isms(['export', 'soa', example, '--format', 'csv', '-o', '-']);
    const [header, ...rows] = parse(stdout) as [string[], ...string[][]];
    const column = (title: string): string[] => rows.map(row => row[header.indexOf(title)] ?? '');
    expect(column('Control').slice(0, 93)).toEqual(annexA.map(({ id }) => id));
    expect(new Set(column('Applicable'))).toEqual(new Set(['yes', 'no']));
    expect(column('Justification').filter(text => text === '')).toEqual([]);
  });
});
