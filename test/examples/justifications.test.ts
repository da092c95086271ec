import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isms } from '../cli/isms.ts';
import { Client } from '../server/client.ts';
import { exampleFiles } from './files.ts';

// Each deletion is checked twice: as the editor does, by an edit sent to a running server, and as the command line does, on a changed copy.

interface Deletion {
  readonly control: string;
  readonly uri: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const files = exampleFiles('acme-cloud');

/** Every `justification` property of a control entry, with the lines it takes. */
const deletions: Deletion[] = files.flatMap(([uri, text]) =>
  [...text.matchAll(/^control ([^"{]+?) (?:"[^"]*" )?\{\n(?:.*\n)*?\}/gm)].flatMap(entry => {
    const property = /^ {2}justification:(?: "(?:[^"\\\n]|\\.)*"| *"""[\s\S]*?"""|\s*"(?:[^"\\\n]|\\.)*")\n/m.exec(
      entry[0],
    );
    if (!property) return [];
    const start = entry.index + property.index;
    return [{ control: entry[1] as string, uri, text, start, end: start + property[0].length }];
  }),
);

const position = (text: string, offset: number): [number, number] => {
  const before = text.slice(0, offset).split('\n');
  return [before.length - 1, (before.at(-1) as string).length];
};

let client: Client;
let copy: string;
const original = fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url));

beforeAll(async () => {
  copy = join(mkdtempSync(join(tmpdir(), 'isms-justifications-')), 'acme');
  cpSync(original, copy, { recursive: true });
  const moved = Object.fromEntries(files.map(([uri, text]) => [inWorkspace(uri), text]));
  client = await Client.start(moved, { existing: 'all' });
  for (const uri of new Set(deletions.map(deletion => deletion.uri))) await client.open(inWorkspace(uri));
});

afterAll(async () => {
  await client.stop();
  rmSync(join(copy, '..'), { recursive: true, force: true });
});

const inWorkspace = (uri: string): string => `file:///w/${uri.slice(uri.indexOf('acme-cloud'))}`;

test('there is one for each of the 93 controls and for each control of our own', () => {
  const ids = deletions.flatMap(({ control }) => control.split(/,\s*/));
  expect(ids.filter(id => id.startsWith('A.'))).toHaveLength(93);
});

test.each(deletions)(
  'without its justification, $control has exactly that finding, in the editor and on the command line',
  async deletion => {
    const { uri, text, start, end, control } = deletion;
    await client.change(inWorkspace(uri), position(text, start), position(text, end), '');
    const inEditor = [...client.diagnostics].flatMap(([where, found]) =>
      found.map(({ code, range, message }) => ({ where, code, line: range.start.line, message })),
    );
    await client.change(inWorkspace(uri), position(text, start), position(text, start), text.slice(start, end));

    const path = decodeURIComponent(uri.slice(uri.indexOf('acme-cloud') + 'acme-cloud/'.length));
    writeFileSync(join(copy, path), text.slice(0, start) + text.slice(end));
    const onCommandLine = await check(copy);
    writeFileSync(join(copy, path), readFileSync(join(original, path)));

    expect(inEditor).toHaveLength(1);
    expect(inEditor[0]).toMatchObject({ where: inWorkspace(uri), code: 'soa/missing-justification' });
    expect(inEditor[0]?.message).toContain(control.split(',')[0] as string);
    expect(onCommandLine).toEqual([
      { code: 'soa/missing-justification', file: path, line: inEditor[0]?.line, message: inEditor[0]?.message },
    ]);
  },
);

async function check(folder: string): Promise<unknown> {
  const { code, stdout } = await isms(['check', folder, '--format', 'json'], { today: '2030-01-01' });
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as {
    code: string;
    file: string;
    message: string;
    range: { start: { line: number } };
  }[];
  return found.map(({ code: rule, file, message, range }) => ({ code: rule, file, line: range.start.line, message }));
}
