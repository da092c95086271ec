// Generates what is built and not committed: the parser's tables and AST types (by Langium) and the schema.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSchema } from './schema.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Langium warns of `=` in a loop: a key given twice is a diagnostic of ours, and both values stay in the model. */
const isKnownWarning = line => /Found multiple assignments to '\w+' with the '=' assignment operator/.test(line);

export async function generate() {
  const langium = join(root, 'node_modules/langium-cli/bin/langium.js');
  const polyfill = join(root, 'src/build/node20.cjs');
  const result = spawnSync(process.execPath, ['--require', polyfill, langium, 'generate'], { cwd: root, encoding: 'utf8' });
  const lines = `${result.stdout}${result.stderr}`.split('\n').filter(line => line && !isKnownWarning(line));
  if (result.status !== 0) throw new Error(lines.join('\n'));
  await writeSchema(join(root, 'src/language/grammar/isms.langium'), join(root, 'src/language/generated/schema.ts'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
