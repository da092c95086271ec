import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds the command into a folder of its own, so that no test depends on when dist/ was built. Returns its path and what removes it. */
export function buildCommand(): { readonly bin: string; readonly remove: () => void } {
  const dist = mkdtempSync(join(tmpdir(), 'isms-dist-'));
  const script = new URL('../../src/build/bundle.mjs', import.meta.url).href;
  const code = `import { bundle } from ${JSON.stringify(script)}; await bundle(['cli'], ${JSON.stringify(dist)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the command could not be built:\n${stderr}`);
  return { bin: join(dist, 'cli/isms.cjs'), remove: () => rmSync(dist, { recursive: true, force: true }) };
}
