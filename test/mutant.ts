/** Builds a module with a fault put into one of the sources that it imports, in memory, for the property that has to find it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A fault: a piece of a source, and what stands there instead. */
export interface Mutant {
  /** What goes wrong, to end the sentence "one that …". */
  readonly what: string;
  /** The path of the source, from `src/`. */
  readonly file: string;
  /** Occurs once in the source. */
  readonly find: string;
  readonly put: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Packages that properties need; they are loaded once for all bundles. */
const shared = ['fast-check', 'vscode-languageserver-textdocument'];

/**
 * A module with a fault in what it imports, or as it is.
 * @param entry its path in the project
 */
export async function load<Module>(entry: string, mutant?: Mutant): Promise<Module> {
  const { outputFiles } = await build({
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
    plugins: mutant ? [faulty(mutant)] : [],
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
  return module.exports as Module;
}

const faulty = ({ file, find, put, what }: Mutant): import('esbuild').Plugin => ({
  name: 'fault',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!path.replaceAll('\\', '/').endsWith(`/src/${file}`)) return undefined;
      const source = await readFile(path, 'utf8');
      const times = source.split(find).length - 1;
      if (times !== 1)
        throw new Error(
          `src/${file} holds ${times ? `${times} times` : 'no longer'} the text in which the mutant "${what}" puts its fault:\n${find}\n` +
            'Look for what does the same now, and give the mutant that text and a fault that fits it; if nothing does, take the mutant out of its table.',
        );
      return { contents: source.replace(find, () => put), loader: 'ts' };
    });
  },
});
