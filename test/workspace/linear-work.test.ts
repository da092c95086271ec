/**
 * Whatever a text is made of, twice as much of it takes at most twice the work: of reading and checking it, of each feature of the editor,
 * of each report and export. Work is counted, not timed.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { reporterNames, reporters } from '../../src/cli/report/index.ts';
import type { Report } from '../../src/cli/report/report.ts';
import { artefacts, commonFormats, exportArtefact, joined } from '../../src/export/index.ts';
import { complete } from '../../src/ide/completion.ts';
import { foldingRanges } from '../../src/ide/folding.ts';
import { formatDocument, formatRange } from '../../src/ide/formatting.ts';
import { hover } from '../../src/ide/hover.ts';
import { definitionsAt, referencesAt } from '../../src/ide/navigation.ts';
import { semanticTokens } from '../../src/ide/semantic-tokens.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { TextPosition } from '../../src/syntax/text/chunked-text.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { type WorkCounter, workCounter } from '../work.ts';

const uri = 'file:///w/isms.isms';
const head = 'isms Acme "Acme" {\n  organization: "Acme"\n}\nrole Ciso "CISO" {\n}\n';

const each = (n: number, part: (i: number) => string, separator = ''): string =>
  Array.from({ length: n }, (_, i) => part(i)).join(separator);

/** Texts made of a number of something. */
const texts: Readonly<Record<string, (n: number) => string>> = {
  'declarations of one name': n => each(n, () => 'asset A "A" {\n}\n'),
  'declarations of many names': n => each(n, i => `asset A${i} "A" {\n  owner: Ciso\n}\n`),
  'declarations on one line': n => each(n, i => `asset A${i} "A" { owner: Nobody${i} } `),
  'risks without anything': n => each(n, i => `risk R-${i} "R" {\n}\n`),
  'names in a list': n =>
    `${each(n, i => `asset A${i} "A"\n`)}risk R-1 "R" {\n  assets: ${each(n, i => `A${i}`, ', ')}\n}\n`,
  'unknown names in a list': n => `risk R-1 "R" {\n  assets: ${each(n, i => `A${i}`, ', ')}\n}\n`,
  'one name in a list': n => `asset A "A"\nrisk R-1 "R" {\n  assets: ${each(n, () => 'A', ', ')}\n}\n`,
  'a chain of assets': n => each(n, i => `asset A${i} "A" {\n  depends-on: A${i + 1}\n}\n`),
  'a ring of assets': n => each(n, i => `asset A${i} "A" {\n  depends-on: A${(i + 1) % n}\n}\n`),
  'one key again': n => `asset A "A" {\n${each(n, () => '  owner: Ciso\n')}}\n`,
  'unknown keys': n => `asset A "A" {\n${each(n, i => `  key${i}: Ciso\n`)}}\n`,
  'unknown kinds': n => each(n, i => `thing T${i} "T" {\n  a: b\n}\n`),
  'controls of Annex A, over and over': n => each(n, i => `control A.5.${(i % 37) + 1} {\n  applicable: yes\n}\n`),
  'lines of a text': n => `asset A "A" {\n  notes: """\n${each(n, i => `line ${i}\n`)}"""\n}\n`,
  'words of a text': n => `asset A "${each(n, i => `word${i}`, ' ')}"\n`,
  'escapes of a text': n => `asset A "${each(n, () => '\\n')}"\n`,
  'a long name': n => `asset ${each(n, () => 'Abc')} "A"\n`,
  'a long number': n => `asset A "A"\nrisk R-${each(n, () => '123')} "R"\n`,
  'a long dotted number': n => `control A${each(n, () => '.1')} {\n}\n`,
  'blanks before a comment': n => `asset A "A"${each(n, () => ' ')}// c\n`,
  'blank lines': n => `${each(n, () => '\n')}asset A "A"\n`,
  'comments on lines': n => `asset A "A" {\n${each(n, () => '  // c\n')}}\n`,
  'comments in a line': n => `asset A "A" ${each(n, () => '/* c */ ')}{\n}\n`,
  slashes: n => `asset A "A" ${each(n, () => '/')}\n${each(n, () => '/ ')}\n`,
  'an unclosed comment': n => `asset A "A"\n/* ${each(n, () => '* / ')}\n`,
  'silenced findings': n => each(n, i => `// isms-ignore risk/no-owner: later\nrisk R-${i} "R" {\n}\n`),
  'silencing comments in one place': n => `${each(n, () => '// isms-ignore risk/no-owner: later\n')}risk R-1 "R"\n`,
  'opened blocks': n => `asset A "A" ${each(n, () => '{ a ')}\n`,
  'closed blocks': n => `asset A "A" ${each(n, () => '} ')}\n`,
  'nested blocks': n => `method "M" ${each(n, () => '{ impact ')}${each(n, () => '} ')}\n`,
  'unclosed quotes': n => each(n, () => 'asset A "A\n'),
  quotes: n => `asset A ${each(n, () => '"')}\n`,
  'typographic quotes': n => each(n, i => `asset A${i} “A”\n`),
  commas: n => `risk R-1 "R" {\n  assets: ${each(n, () => ',')}\n}\n`,
  colons: n => `risk R-1 "R" {\n  assets${each(n, () => ':')}\n}\n`,
  'signs that begin nothing': n => `${each(n, () => '§           ')}\n`,
  'letters of other scripts': n => each(n, () => 'жук '),
  emoji: n => `asset A "${each(n, () => '👩‍👩‍👧 ')}" { x }\n`,
  'dates that are none': n => each(n, i => `risk R-${i} "R" {\n  assessed: 2026-13-${i}\n}\n`),
};

const io: Io = {
  cwd: '/w',
  env: {},
  stdout: { write: () => undefined, isTerminal: false },
  stderr: { write: () => undefined, isTerminal: false },
  today: () => '2026-06-01',
  interrupted: async () => {},
  startServer: () => {},
  stdin: async () => new Uint8Array(),
};

const reportOf = (workspace: Workspace): Report => ({
  diagnostics: workspace.diagnostics(uri),
  unread: [],
  checked: [uri],
  failing: ['error', 'warning'],
  hidden: 0,
  dates: ['2026-06-01'],
  textOf: asked => workspace.text(asked),
  // With one path the disk would be asked what it is.
  paths: ['/w', '/v'],
  io,
  color: true,
});

/**
 * Places from top to bottom, alike at every size: the beginning and the end of some lines, since what stands in the middle of a line
 * differs from size to size; of a text in few lines some of its characters.
 */
function placesIn(workspace: Workspace): TextPosition[] {
  const text = workspace.text(uri) ?? '';
  const lines = text.split('\n');
  return [1, 2, 3, 4, 5].flatMap(sixth => {
    if (lines.length > 20) {
      const line = Math.floor((lines.length * sixth) / 6);
      return [0, lines[line]?.length ?? 0].map(character => ({ line, character }));
    }
    const before = text.slice(0, Math.floor((text.length * sixth) / 6)).split('\n');
    return [{ line: before.length - 1, character: before.at(-1)?.length ?? 0 }];
  });
}

/** Something that an editor asks at a cursor, at several places. */
const atPlaces =
  (use: (workspace: Workspace, place: TextPosition) => unknown) =>
  (workspace: Workspace): unknown =>
    placesIn(workspace).map(place => use(workspace, place));

/** Each document in one format and one document in each format: neither knows the other. */
const exported = [
  ...artefacts.map(({ id }) => [id, 'text'] as const),
  ...commonFormats.filter(({ id }) => id !== 'text').map(({ id }) => ['risk-register', id] as const),
];

/** What is done with a text that has been read and checked. */
const uses: Readonly<Record<string, (workspace: Workspace) => unknown>> = {
  diagnostics: workspace => workspace.diagnostics(uri),
  fixes: atPlaces((workspace, place) => fixesFor(workspace, uri, { start: place, end: place })),
  folding: workspace => foldingRanges(workspace, uri),
  colours: workspace => semanticTokens(workspace, uri),
  formatting: workspace => formatDocument(workspace, uri),
  'formatting a declaration': atPlaces((workspace, place) => formatRange(workspace, uri, { start: place, end: place })),
  hover: atPlaces((workspace, place) => hover(workspace, uri, place)),
  completion: atPlaces((workspace, place) => complete(workspace, uri, place, { rules })),
  definition: atPlaces((workspace, place) => definitionsAt(workspace, uri, place)),
  references: atPlaces((workspace, place) => referencesAt(workspace, uri, place, true)),
  ...Object.fromEntries(
    reporterNames.map(name => [
      `report as ${name}`,
      async (workspace: Workspace) => (await reporters[name]())(reportOf(workspace)),
    ]),
  ),
  ...Object.fromEntries(
    exported.map(([artefact, format]) => [
      `${artefact} as ${format}`,
      async (workspace: Workspace) => {
        const [unit] = workspace.ismss();
        return unit && joined((await exportArtefact(workspace, unit, { artefact, format })).pieces);
      },
    ]),
  ),
};

const sizes = [100, 200, 400];
/** Blocks run: what so little differs by is no growth. */
const noise = 3000;

let counter: WorkCounter;
beforeAll(async () => {
  counter = await workCounter();
});
afterAll(() => counter.stop());

/** The work of each use of a text. */
async function workOn(text: string, count: WorkCounter['count'] = counter.count): Promise<Map<string, number>> {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  const work = new Map<string, number>();
  work.set(
    'reading and checking',
    await count(() => {
      workspace.setFiles([[uri, text]]);
      workspace.update();
    }),
  );
  for (const [name, use] of Object.entries(uses)) work.set(name, await count(() => use(workspace)));
  return work;
}

/**
 * Where twice as much takes more than twice the work: what the second doubling adds is to be twice what the first one added. Where the first
 * added little, because other places were asked, four times as much takes at most four times the work.
 */
function faster(...[one, two, four]: readonly Map<string, number>[]): string[] {
  return [...(one ?? [])].flatMap(([name, first]) => {
    const [second = 0, fourth = 0] = [two?.get(name), four?.get(name)];
    const isSteady = second - first < 0.5 * first;
    const isLinear = isSteady ? fourth <= 4.4 * first + noise : fourth - second <= 2.9 * (second - first) + noise;
    return isLinear ? [] : [`${name}: ${first}, ${second}, ${fourth}`];
  });
}

const nameOf = (growth: string): string => growth.slice(0, growth.lastIndexOf(':'));

describe('twice the text takes twice the work', () => {
  beforeAll(async () => {
    // What is made once and kept is no work of a text.
    for (const text of Object.values(texts)) await workOn(head + text(10), async use => Number(await use()));
  }, 120_000);

  test.each(Object.entries(texts))('%s', async (_, text) => {
    const found = async (): Promise<string[]> => {
      await workOn(head + text(Math.min(...sizes)));
      await counter.reset();
      const works: Map<string, number>[] = [];
      for (const size of sizes) works.push(await workOn(head + text(size)));
      return faster(...works);
    };
    const first = await found();
    // What the engine or the runner added by chance is not there a second time; work that grows too fast is.
    const names = first.length ? (await found()).map(nameOf) : [];
    expect(first.filter(growth => names.includes(nameOf(growth)))).toEqual([]);
  });
});

test('quadratic work is found', async () => {
  const works: Map<string, number>[] = [];
  for (const size of sizes) {
    const workspace = new Workspace({ rules, today: '2026-06-01' });
    workspace.setFiles([[uri, each(size, i => `asset A${i} "A" {\n}\n`)]]);
    const again = (): void => {
      for (let i = 0; i < size; i += 5) foldingRanges(workspace, uri);
    };
    works.push(new Map([['all of a file for each of its parts', await counter.count(again)]]));
  }
  expect(faster(...works)).toHaveLength(1);
});
