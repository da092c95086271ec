/** Builds a module with a fault put into one of the sources that it imports, in memory, for the property that has to find it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { libraries } from '../src/build/libraries.mjs';

/** A fault: a piece of a source, and what stands there instead. */
export interface Mutant {
  /** What goes wrong, to end the sentence "one that …". */
  readonly what: string;
  /** The path of the source, from `src/`. */
  readonly file: string;
  /** Occurs once in the source. */
  readonly find: string;
  readonly put: string;
  /** One with which it is found soon, where that takes long with the usual one. */
  readonly seed?: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Packages that properties need; they are loaded once for all bundles. */
const shared = ['fast-check', 'vscode-languageserver-textdocument'];

/**
 * A module with some of what it imports changed.
 * @param entry its path in the project
 */
export async function load<Module>(entry: string, mutants: readonly Mutant[] = []): Promise<Module> {
  const { outputFiles } = await build({
    alias: libraries.alias,
    loader: libraries.loader,
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: shared,
    logLevel: 'silent',
    plugins: [exchange(mutants)],
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
  return module.exports as Module;
}

const exchange = (mutants: readonly Mutant[]): Plugin => ({
  name: 'exchange',
  setup({ onLoad }) {
    const files = new Set(mutants.map(({ file }) => file));
    for (const file of files) {
      onLoad(
        { filter: new RegExp(`[/\\\\]src[/\\\\]${file.replaceAll('/', '[/\\\\]').replaceAll('.', '[.]')}$`) },
        async ({ path }) => {
          let contents = await readFile(path, 'utf8');
          for (const mutant of mutants) if (mutant.file === file) contents = changed(contents, mutant);
          return { contents, loader: 'ts' };
        },
      );
    }
  },
});

function changed(source: string, { what, file, find, put }: Mutant): string {
  const times = source.split(find).length - 1;
  if (times === 1) return source.replace(find, () => put);
  throw new Error(
    `src/${file} holds ${times ? `${times} times` : 'no longer'} the text that the mutant "${what}" exchanges:\n${find}\n` +
      'Look for what does the same now, and give the mutant that text and a fault that fits it; if nothing does, take it out of its table.',
  );
}
