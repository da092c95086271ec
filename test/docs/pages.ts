/** The pages that tell a reader what to type. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Their paths, relative to the root. */
export function pages(): string[] {
  const under = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort();
  const docs = under('docs').filter(path => path.endsWith('.md'));
  const examples = under('examples').filter(path => path.endsWith('/README.md'));
  return ['README.md', 'CONTRIBUTING.md', ...docs, ...examples];
}

export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The folder in which the commands of a page are run, relative to the root; the root unless the page says otherwise. */
export const folderOfCommands = (page: string): string => (page === 'docs/benchmarks.md' ? 'test/bench' : '');
