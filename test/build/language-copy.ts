/** A copy of the language with another grammar: what the build makes of it, and what everything else makes of that. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the tests use of the copy. */
const entry = `
import { makeServices } from './syntax/full/langium.ts';
import { provideLangium } from './syntax/full/services.ts';
provideLangium(makeServices);
export { about } from './cli/about.ts';
export { listable, listKind } from './cli/listing.ts';
export { complete } from './ide/completion.ts';
export { documentLinks } from './ide/document-link.ts';
export { hover } from './ide/hover.ts';
export { inlayHints } from './ide/inlay-hint.ts';
export { editsForMoves } from './ide/rename-files.ts';
export { renameEdits } from './ide/rename.ts';
export { outline } from './ide/document-symbols.ts';
export { semanticTokens } from './ide/semantic-tokens.ts';
export { languageReference } from './language/reference.ts';
export * as schema from './language/schema.ts';
export { formatText } from './syntax/format/format.ts';
export { readLight } from './syntax/light/read-light.ts';
export { readWithLangium } from './syntax/full/read-full.ts';
export { rules } from './rules/generated/registry.ts';
export { Workspace } from './workspace/workspace.ts';
`;

export interface Copied {
  readonly about: typeof import('../../src/cli/about.ts').about;
  readonly listable: typeof import('../../src/cli/listing.ts').listable;
  readonly listKind: typeof import('../../src/cli/listing.ts').listKind;
  readonly documentLinks: typeof import('../../src/ide/document-link.ts').documentLinks;
  readonly inlayHints: typeof import('../../src/ide/inlay-hint.ts').inlayHints;
  readonly editsForMoves: typeof import('../../src/ide/rename-files.ts').editsForMoves;
  readonly renameEdits: typeof import('../../src/ide/rename.ts').renameEdits;
  readonly formatText: typeof import('../../src/syntax/format/format.ts').formatText;
  readonly complete: typeof import('../../src/ide/completion.ts').complete;
  readonly hover: typeof import('../../src/ide/hover.ts').hover;
  readonly outline: typeof import('../../src/ide/document-symbols.ts').outline;
  readonly semanticTokens: typeof import('../../src/ide/semantic-tokens.ts').semanticTokens;
  readonly languageReference: typeof import('../../src/language/reference.ts').languageReference;
  readonly schema: typeof import('../../src/language/schema.ts');
  readonly readLight: typeof import('../../src/syntax/light/read-light.ts').readLight;
  readonly readWithLangium: typeof import('../../src/syntax/full/read-full.ts').readWithLangium;
  readonly rules: typeof import('../../src/rules/generated/registry.ts').rules;
  readonly Workspace: typeof import('../../src/workspace/workspace.ts').Workspace;
}

export interface LanguageCopy {
  readonly folder: string;
  /** Adds a file to the grammar. */
  add(file: string, text: string): void;
  /** Changes a file of the grammar. What is to be replaced has to be there. */
  change(file: string, from: string, to: string): void;
  /** Runs the generator as a function on the copy. Returns what it says against it; empty if nothing. */
  generate(): string;
  /** The sources of the copy, built and loaded. */
  load(): Promise<Copied>;
  /** What the compiler says against a module of the copy's `src/`. */
  typeErrors(source: string): string;
  remove(): void;
}

export function copyLanguage(): LanguageCopy {
  const folder = mkdtempSync(join(tmpdir(), 'isms-language-'));
  cpSync(join(root, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: path => !/[\\/]generated([\\/]|$)/.test(path),
  });
  for (const file of ['langium-config.json', 'package.json', 'tsconfig.json'])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const generator = pathToFileURL(join(root, 'src/build/generate.mjs')).href;
  return {
    folder,
    add(file, text) {
      writeFileSync(join(folder, 'src/language/grammar', file), text);
    },
    change(file, from, to) {
      const path = join(folder, 'src/language/grammar', file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    },
    generate() {
      const code = `import { generate } from ${JSON.stringify(generator)};
        await generate(${JSON.stringify(folder)}).catch(error => { console.error(error.message); process.exitCode = 1; });`;
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
      return status === 0 ? '' : stderr.trim();
    },
    async load() {
      writeFileSync(join(folder, 'src/entry.ts'), entry);
      const outfile = join(folder, 'entry.mjs');
      const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
      await build({
        absWorkingDir: folder,
        entryPoints: ['src/entry.ts'],
        bundle: true,
        platform: 'node',
        format: 'esm',
        mainFields: ['module', 'main'],
        banner: { js: banner },
        outfile,
        logLevel: 'warning',
      });
      return (await import(pathToFileURL(outfile).href)) as Copied;
    },
    typeErrors(source) {
      writeFileSync(join(folder, 'src/typed.ts'), source);
      const tsconfig = {
        extends: './tsconfig.json',
        compilerOptions: { types: ['node'] },
        files: ['src/typed.ts'],
        include: [],
      };
      writeFileSync(join(folder, 'tsconfig.typed.json'), JSON.stringify(tsconfig));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      return spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.typed.json')], { encoding: 'utf8' })
        .stdout;
    },
    remove() {
      // The link first, so that nothing can follow it to what it leads to.
      unlinkSync(join(folder, 'node_modules'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
