import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isms } from '../cli/isms.ts';
import { Client } from '../server/client.ts';
import { exampleFiles } from './files.ts';
import { workspaceOf } from './order.ts';

// A control is justified by the reasons of its entry, by its sentence, and by the risks that name it: all of them are taken away here.
// Each change is checked twice: as the editor does, by edits sent to a running server, and as the command line does, on a changed copy.

type Files = ReadonlyMap<string, string>;

interface Entry {
  readonly control: string;
  readonly ids: readonly string[];
  readonly uri: string;
  /** The line of the decision, from 0, and the last one, once the reasons are gone. */
  readonly decision: number;
  readonly last: number;
  /** All files that change, with their text then. */
  readonly changes: Files;
}

const files: Files = new Map(exampleFiles('acme-cloud'));

const sentence = /^ {2}justification:(?: "(?:[^"\\\n]|\\.)*"| *"""[\s\S]*?"""|\s*"(?:[^"\\\n]|\\.)*")\n/m;
const reasons = /^ {2}because: [^\n]*(?:,\n[^\n]*)*\n/m;
const entryOfControl = /^control ([^"{]+?) (?:"[^"]*" )?\{\n(?:.*\n)*?\}/gm;

const lines = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** The text of a file in which no risk names the controls any more. */
const withoutControls = (text: string, ids: readonly string[]): string =>
  text.replace(/^risk .*\n(?:[^}\n].*\n|\n)*\}/gm, risk =>
    risk.replace(/\bcontrols: ([\w.-]+(?:,\s*[\w.-]+)*)/g, (whole, list: string) => {
      const names = list.split(/,\s*/);
      const left = names.filter(name => !ids.includes(name));
      if (left.length === names.length) return whole;
      return left.length ? `controls: ${left.join(', ')}` : '';
    }),
  );

/** Every entry of a control, with what changes so that nothing says why it is included or excluded. */
const entries: Entry[] = [...files].flatMap(([uri, text]) =>
  [...text.matchAll(entryOfControl)].map(({ 0: whole, 1: control = '', index }) => {
    const ids = control.split(/,\s*/);
    expect(whole).toMatch(sentence);
    const bare = whole.replace(sentence, '').replace(reasons, '');
    const lineOf = (offset: number): number => text.slice(0, index).split('\n').length - 1 + lines(bare, offset);
    const changes = new Map([[uri, text.slice(0, index) + bare + text.slice(index + whole.length)]]);
    for (const [other, before] of files) {
      const after = withoutControls(before, ids);
      if (after !== before) changes.set(other, after);
    }
    return { control, ids, uri, decision: lineOf(bare.indexOf('applicable:')), last: lineOf(bare.length), changes };
  }),
);

const endOf = (text: string): [number, number] => {
  const all = text.split('\n');
  return [all.length - 1, (all.at(-1) as string).length];
};

let client: Client;
let copy: string;

beforeAll(async () => {
  copy = join(mkdtempSync(join(tmpdir(), 'isms-justifications-')), 'acme');
  cpSync(fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url)), copy, { recursive: true });
  client = await Client.start(Object.fromEntries([...files].map(([uri, text]) => [inWorkspace(uri), text])), {
    existing: 'all',
  });
  for (const uri of new Set(entries.flatMap(({ changes }) => [...changes.keys()]))) await client.open(inWorkspace(uri));
});

afterAll(async () => {
  await client.stop();
  rmSync(join(copy, '..'), { recursive: true, force: true });
});

const inWorkspace = (uri: string): string => `file:///w/${uri.slice(uri.indexOf('acme-cloud'))}`;
const inCopy = (uri: string): string => decodeURIComponent(uri.slice(uri.indexOf('acme-cloud') + 'acme-cloud/'.length));

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const inOrder = (found: readonly Found[]): Found[] =>
  [...found].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

async function foundInEditor(changes: Files): Promise<Found[]> {
  const replace = async (uri: string, before: string, after: string): Promise<void> =>
    client.change(inWorkspace(uri), [0, 0], endOf(before), after);
  for (const [uri, text] of changes) await replace(uri, files.get(uri) as string, text);
  const found = [...client.diagnostics].flatMap(([where, all]) =>
    all.map(({ code, range, message }) => ({
      code: String(code),
      file: inCopy(where),
      line: range.start.line,
      message: String(message),
    })),
  );
  for (const [uri, text] of changes) await replace(uri, text, files.get(uri) as string);
  return inOrder(found);
}

async function foundOnCommandLine(changes: Files): Promise<Found[]> {
  for (const [uri, text] of changes) writeFileSync(join(copy, inCopy(uri)), text);
  const { code, stdout } = await isms(['check', copy, '--format', 'json'], { today: '2030-01-01' });
  for (const uri of changes.keys()) writeFileSync(join(copy, inCopy(uri)), files.get(uri) as string);
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as (Omit<Found, 'line'> & { range: { start: { line: number } } })[];
  return inOrder(
    found.map(({ code: rule, file, message, range }) => ({ code: rule, file, line: range.start.line, message })),
  );
}

test('there is an entry for each of the 93 controls and for each control of our own', () => {
  expect(entries.flatMap(({ ids }) => ids).filter(id => id.startsWith('A.'))).toHaveLength(93);
  expect(entries.flatMap(({ ids }) => ids).filter(id => !id.startsWith('A.'))).toEqual(['ACM-1']);
});

test.each(entries)(
  'without its reasons, $control has exactly that finding, in the editor and on the command line',
  async ({ uri, ids, decision, last, changes }) => {
    const inEditor = await foundInEditor(changes);
    const here = inEditor.filter(({ file, line }) => file === inCopy(uri) && line >= decision - 1 && line <= last);
    expect(here).toHaveLength(1);
    expect(here[0]).toMatchObject({ code: 'soa/missing-justification', line: decision });
    expect(here[0]?.message).toContain(ids[0] as string);
    // What else is told is told of the risks, which lost a control, or of a requirement that nothing meets any more.
    const others = inEditor.filter(found => !here.includes(found));
    expect(
      others.filter(
        ({ code, file }) => !(changes.size > 1 && file.startsWith('risks/')) && code !== 'requirement/unaddressed',
      ),
    ).toEqual([]);
    expect(await foundOnCommandLine(changes)).toEqual(inEditor);
  },
);

test('the reasons of the entries and the risks that name the controls are justification enough', () => {
  const without = [...files].map(([uri, text]): [string, string] => [
    uri,
    text.replace(entryOfControl, entry => entry.replace(sentence, '')),
  ]);
  expect(without.filter(([uri, text]) => text !== files.get(uri)).length).toBeGreaterThan(3);
  const workspace = workspaceOf(without);
  expect(workspace.files().flatMap(uri => workspace.diagnostics(uri))).toEqual([]);
});

test('the editor and the command line tell an undecided control at its entry, and nothing else', async () => {
  for (const { uri, ids } of entries) {
    const text = files.get(uri) as string;
    const at = text.search(new RegExp(`^control [^\\n]*\\b${ids[0]?.replaceAll('.', '\\.')}\\b`, 'm'));
    const changed = text.slice(0, at) + text.slice(at).replace(/ {2}applicable: [^\n]*\n/, '');
    const found = await foundInEditor(new Map([[uri, changed]]));
    const serious = found.filter(({ code }) => code !== 'audit/control-not-covered');
    expect(serious, ids.join(', ')).toMatchObject([{ code: 'soa/undecided-control', file: inCopy(uri) }]);
  }
});
