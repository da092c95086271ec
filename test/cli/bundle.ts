import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds bundles into a folder of their own, so that no test depends on when dist/ was built. Returns it and what removes it. */
export function buildBundles(...names: readonly ('cli' | 'server')[]): {
  readonly dist: string;
  readonly remove: () => void;
} {
  const dist = mkdtempSync(join(tmpdir(), 'isms-dist-'));
  const script = new URL('../../src/build/bundle.mjs', import.meta.url).href;
  const code = `import { bundle } from ${JSON.stringify(script)}; await bundle(${JSON.stringify(names)}, ${JSON.stringify(dist)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${names} could not be built:\n${stderr}`);
  return { dist, remove: () => rmSync(dist, { recursive: true, force: true }) };
}

/** Builds the command. Returns its path and what removes it. */
export function buildCommand(): { readonly bin: string; readonly remove: () => void } {
  const { dist, remove } = buildBundles('cli');
  return { bin: join(dist, 'cli/isms.cjs'), remove };
}
