import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../src/language/schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** From the top to the bottom: a folder imports only from those below it, and from itself. */
const layers = [
  'cli',
  'exchange',
  'export',
  'pictures',
  'diff',
  'formats',
  'drawing',
  'documents',
  'ide',
  'refactor',
  'readiness',
  'workspace',
  'incremental',
  'rules',
  'analysis',
  'syntax',
  'model',
  'language',
  'catalogues',
  'frameworks',
  'wording',
];
/** Beside the order: what they may import. */
const aside: Readonly<Record<string, readonly string[]>> = {
  node: ['workspace', 'wording'],
  templates: ['syntax', 'model', 'language', 'catalogues', 'frameworks'],
  build: [],
};
/** May use Node; everything else in src/ runs in a browser too. */
const nodeOnly = new Set(['cli', 'node', 'build']);

function* sources(folder: string): Iterable<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|mts)$/.test(entry.name)) yield path;
  }
}

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    match => match[1] as string,
  );

const resolve = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? join(file, '..', specifier).replaceAll('\\', '/') : specifier;

const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

describe('layers', () => {
  const files = [...sources('src')].filter(file => !file.includes('/generated/'));

  test.each(files)('%s imports downward only', file => {
    const layer = layerOf(file) as string;
    const below = aside[layer] ?? layers.slice(layers.indexOf(layer) + 1);
    const allowed = new Set([layer, ...below, ...(layer === 'cli' ? Object.keys(aside) : [])]);
    const wrong = importsOf(file)
      .map(specifier => resolve(file, specifier))
      .filter(path => (layerOf(path) ? !allowed.has(layerOf(path) as string) : /^(client|server)\//.test(path)));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s needs no more than a browser has', file => {
    const wrong = importsOf(file).filter(
      specifier => specifier.startsWith('node:') || /^vscode(-languageserver)?($|\/)/.test(specifier),
    );
    expect(nodeOnly.has(layerOf(file) as string) ? [] : wrong).toEqual([]);
  });

  test('a format knows nothing of documents but their blocks', () => {
    const wrong = files
      .filter(file => file.startsWith('src/formats/'))
      .flatMap(file => importsOf(file).map(specifier => resolve(file, specifier)));
    expect(wrong.filter(path => path.startsWith('src/documents/') && path !== 'src/documents/blocks.ts')).toEqual([]);
  });

  test('the client knows nothing of the core', () => {
    const wrong = [...sources('client')].flatMap(file => importsOf(file).map(specifier => resolve(file, specifier)));
    expect(wrong.filter(path => path.startsWith('src/'))).toEqual([]);
  });
});

describe('imports', () => {
  const files = ['src', 'server', 'client'].flatMap(folder => [...sources(folder)]);
  const known = new Set(files);
  const graph = new Map(
    files.map(file => [
      file,
      importsOf(file)
        .map(name => resolve(file, name))
        .filter(path => known.has(path)),
    ]),
  );

  test('no file leads back to itself, not by its types either', () => {
    expect(cycles(graph)).toEqual([]);
    const looped = new Map([...graph, ['src/model/dates.ts', ['src/rules/rule.ts']]]);
    expect(cycles(looped)).not.toEqual([]);
  });
});

/** Files that import each other, however far round: in an order in which each comes behind what it imports, these are left over. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  for (let before = -1; before < done.size; ) {
    before = done.size;
    for (const [file, imported] of graph) if (imported.every(path => done.has(path))) done.add(file);
  }
  return [...graph.keys()].filter(file => !done.has(file));
}

/** The code of a file without its comments. */
const codeOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

describe('what the language and the standard are about', () => {
  const engine = ['src/syntax', 'src/incremental'].flatMap(folder => [...sources(folder)]);
  const keys = new Set(Object.values(nodeTypes).flatMap(({ properties }) => properties.map(({ key }) => key)));

  /** The literals of a file that name a kind, a control, or what is keyed by either. */
  const namesIn = (file: string): string[] =>
    [...codeOf(file).matchAll(/'([^'\n]*)'/g)]
      .map(match => match[1] as string)
      .filter(text => Object.hasOwn(nodeTypes, text) || /^A\.\d/.test(text));

  test.each(engine)('%s names no kind and no control', file => {
    // The declaration that an ISMS is known by.
    const allowed = file === 'src/incremental/tracking.ts' ? ['Isms'] : [];
    expect(namesIn(file).filter(name => !allowed.includes(name))).toEqual([]);
    expect([...keys].filter(key => key.includes('-') && codeOf(file).includes(`'${key}'`))).toEqual([]);
  });
});

describe('what is known of a kind or key stands at the grammar', () => {
  const folders = [
    'src/ide',
    'src/refactor',
    'src/cli',
    'src/workspace',
    'src/export',
    'src/formats',
    'src/model',
    'server',
    'client',
  ];
  const files = folders.flatMap(folder => [...sources(folder)]).filter(file => !file.includes('/generated/'));
  /** Files that are about one notion of the trade, and therefore name it; everything else follows traits. */
  const about: Readonly<Record<string, readonly string[]>> = {
    // The parts of the proof that an auditor follows.
    'src/ide/call-hierarchy.ts': ['Risk', 'Control', 'Evidence', 'PolicyDocument'],
    // What is told over each of these is a judgement of its own: how a risk stands, what speaks for a control.
    'src/ide/code-lens.ts': ['Control', 'Risk', 'Asset', 'PolicyDocument'],
    'src/ide/hover-declaration.ts': ['Control', 'Risk', 'Asset', 'Role'],
    'src/ide/hover-risk.ts': ['Asset', 'Risk'],
    'src/ide/inlay-hint-levels.ts': ['Risk'],
    'src/cli/statistics.ts': ['Risk'],
    // Which controls usually treat a risk, what shows a control, what remains of a risk.
    'src/ide/completion-ranking.ts': [
      ...['Risk', 'Asset', 'Threat', 'Vulnerability', 'Control', 'CatalogEntry', 'Evidence'],
      ...['ResidualLevel', 'CurrentLevel', 'ControlTarget'],
    ],
    // Top management, who approves.
    'src/ide/completion-names.ts': ['CatalogEntry', 'Role', 'Person'],
    // The declared scales; how a period is written.
    'src/ide/completion-values.ts': ['Method', 'Interval'],
    // The Statement of Applicability, whose entries are about the controls of a framework.
    'src/ide/completion-controls.ts': ['Control'],
    'src/ide/hover-control.ts': ['Control', 'ControlTarget', 'CatalogEntry', 'Risk', 'Requirement'],
    'src/ide/navigation.ts': ['Control'],
    'src/ide/views/risks.ts': ['Risk'],
    'src/ide/views/soa.ts': ['Control'],
    // What a field of one's own may say, and says.
    'src/refactor/words.ts': ['Field', 'OwnField'],
    // What an entry of a framework is in the language.
    'src/ide/completion.ts': ['CatalogEntry'],
    'src/cli/about.ts': ['CatalogEntry'],
    'src/cli/listing.ts': ['CatalogEntry'],
    'src/model/reference-types.ts': ['CatalogEntry'],
    // Short names of the types that are used most.
    'src/model/declaration.ts': ['Control', 'Risk', 'Method'],
    // The word in a snippet where the ISMS names no owner yet.
    'src/ide/completion-snippets.ts': ['Role'],
    // What proves something is never proposed.
    'src/ide/snippet-names.ts': ['Evidence'],
  };
  /** Keys that are asked for by name, in files that are about them. */
  const keysAsked: Readonly<Record<string, readonly string[]>> = {
    'src/ide/completion.ts': ['evidence', 'by', 'owner', 'accepted'],
    'src/ide/completion-ranking.ts': [
      ...['threats', 'vulnerabilities', 'assets', 'controls', 'likelihood', 'because', 'applicable'],
    ],
  };
  /** Node types in literals, and before the colon of a table. */
  const kindsIn = (file: string): string[] =>
    [...codeOf(file).matchAll(/'(\w+)'|^\s*(\w+): (?!readonly )/gm)]
      .map(match => (match[1] ?? match[2]) as string)
      // An ISMS is known by one of them.
      .filter(name => Object.hasOwn(nodeTypes, name) && name !== 'Isms');
  /** Features and keys of the grammar that are looked up or compared by name. */
  const keysIn = (file: string): string[] =>
    [...codeOf(file).matchAll(/(?:Reflect\.get\(\w+, |\b(?:feature|key) [!=]== |\bgiven(?:\.get)?\()'([\w-]+)'/g)].map(
      match => match[1] as string,
    );

  test.each(files)('%s names no kind and no key', file => {
    expect(kindsIn(file).filter(name => !about[file]?.includes(name))).toEqual([]);
    const keys = new Set(
      Object.values(nodeTypes).flatMap(({ properties }) => properties.map(({ feature }) => feature)),
    );
    expect(keysIn(file).filter(name => keys.has(name) && !keysAsked[file]?.includes(name))).toEqual([]);
  });

  test('each file of these lists still names what it is about', () => {
    const gone = Object.entries(about).flatMap(([file, names]) =>
      names
        .filter(name => Object.hasOwn(nodeTypes, name) && !kindsIn(file).includes(name))
        .map(name => `${name} in ${file}`),
    );
    expect(gone).toEqual([]);
  });
});

describe('names of files', () => {
  test('are written with hyphens', () => {
    const files = ['src', 'client', 'server', 'dashboard', 'test'].flatMap(folder => [...sources(folder)]);
    // What the tests of the benchmark download, and what fixtures are named after, is not ours to name.
    const ours = files.filter(file => !/\/(node_modules|generated|fixtures|\.bench)\//.test(file));
    expect(ours.filter(file => /[A-Z]/.test(file))).toEqual([]);
  });

  test('of a feature of the server and of what finds its answer are the same, but for those that share one', () => {
    const shared = ['built-in-documents', 'code-actions', 'definition', 'implementation', 'references'];
    const features = readdirSync(join(root, 'server/features')).filter(name => name.endsWith('.ts'));
    const alone = features.filter(name => !existsSync(join(root, 'src/ide', name)));
    expect(alone).toEqual(shared.map(name => `${name}.ts`));
  });

  test('that the architecture page gives are those of files and folders', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const named = [...page.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(match => match[1] as string);
    const isThere = (path: string): boolean =>
      ['', 'src', 'src/exchange', 'src/syntax', 'src/formats', 'src/frameworks', 'src/language'].some(folder =>
        ['', '.ts'].some(ending => existsSync(join(root, folder, path + ending))),
      );
    // Upper case stands for a name; the others are messages of the protocol and codes of rules.
    const others = new Set(['isms/check', 'date/in-future', 'syntax/synonym']);
    const gone = named.filter(path => !/[A-Z]{3}/.test(path) && !others.has(path) && !isThere(path));
    expect(named.length).toBeGreaterThan(100);
    expect(gone).toEqual([]);
  });
});

describe('state', () => {
  const shared = [...sources('src'), ...sources('server')].filter(
    file => !/^src\/(cli|node|build)\//.test(file) && !file.includes('/generated/'),
  );
  /**
   * What is not just computed once: what an entry provides, a last answer that is given again to the same question, and the language of a
   * document while it is built, in one turn.
   */
  const allowed = new Set([
    'make in src/syntax/full/services.ts',
    'last in src/analysis/names.ts',
    'current in src/wording/wording.ts',
  ]);

  test.each(shared)('of modules, in %s, is only what is computed once', file => {
    const code = codeOf(file);
    const changed = [...code.matchAll(/^(?:export )?let (\w+)/gm)]
      .map(match => match[1] as string)
      .filter(name => new RegExp(`^\\s+${name} (?:=|\\+=|-=) `, 'm').test(code))
      .map(name => `${name} in ${file}`);
    expect(changed.filter(name => !allowed.has(name))).toEqual([]);
  });
});

describe('words', () => {
  /** The names that the code of a file uses, comments left out. */
  const namesIn = (file: string): string[] =>
    readFileSync(join(root, file), 'utf8')
      .replace(/^\s*(\/?\*|\/\/).*$/gm, '')
      .match(/\w+/g) ?? [];

  test('a rule is a diagnostic, so that below the rules nothing is called one', () => {
    const below = layers.slice(layers.indexOf('rules') + 1).map(layer => `src/${layer}`);
    const files = below.flatMap(folder => [...sources(folder)]).filter(file => !file.includes('/generated/'));
    // Langium hands the name of a production over under this name.
    const allowed = new Map([['src/syntax/full/error-messages.ts', 'ruleName']]);
    const wrong = files.flatMap(file =>
      namesIn(file)
        .filter(name => /rule/i.test(name) && name !== allowed.get(file))
        .map(name => `${name} in ${file}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
