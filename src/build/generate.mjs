// Generates what is built and not committed: the parser's tables and AST types (by Langium), the schema with its traits, the light
// reader's tables, the makers of nodes, the TextMate grammar, and the lists of what is one file each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGrammar } from './grammar.mjs';
import { writeNodes } from './nodes.mjs';
import {
  writeArtefacts,
  writeFeatures,
  writeFormats,
  writeFrameworkData,
  writeRequests,
  writeSettings,
  writeViews,
} from './registries.mjs';
import { writeSchema } from './schema.mjs';
import { writeTables } from './tables.mjs';
import { writeTextMate } from './textmate.mjs';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** Langium warns of `=` in a loop: a key given twice is a diagnostic of ours, and both values stay in the model. */
const isKnownWarning = line => /Found multiple assignments to '\w+' with the '=' assignment operator/.test(line);

/** Lists the rules of src/rules, one file each, so that bundlers see static imports and nobody edits a registry. */
export function writeRegistry(root = here) {
  const folder = join(root, 'src/rules');
  const areas = readdirSync(folder, { withFileTypes: true }).filter(e => e.isDirectory() && e.name !== 'generated');
  const codes = areas
    .flatMap(area =>
      readdirSync(join(folder, area.name))
        .filter(name => name.endsWith('.ts') && !name.startsWith('_'))
        .map(name => `${area.name}/${name.slice(0, -3)}`),
    )
    .sort();
  const lines = [
    '// Generated from the folder src/rules by src/build/generate.mjs. Do not edit.',
    "import type { Rule } from '../rule.ts';",
    ...codes.map((code, i) => `import rule${i} from '../${code}.ts';`),
    '',
    '/** Every rule, in the order of the codes. */',
    `export const rules: readonly Rule[] = [\n${codes.map((_, i) => `  rule${i},\n`).join('')}];`,
    '',
  ];
  mkdirSync(join(folder, 'generated'), { recursive: true });
  writeFileSync(join(folder, 'generated/registry.ts'), lines.join('\n'));
}

/** @param root the folder of the project, which may be a copy of this one; the programs are always those installed here */
export async function generate(root = here) {
  const grammars = await loadGrammar(join(root, 'src/language/grammar/language.langium'));
  const langium = join(here, 'node_modules/langium-cli/bin/langium.js');
  const polyfill = join(here, 'src/build/node20.cjs');
  const result = spawnSync(process.execPath, ['--require', polyfill, langium, 'generate'], {
    cwd: root,
    encoding: 'utf8',
    // It asks whether to delete what the others below write there, and writes nothing until that is answered.
    input: 'no\n',
  });
  const lines = `${result.stdout}${result.stderr}`.split('\n').filter(line => line && !isKnownWarning(line));
  if (result.status !== 0) throw new Error(lines.join('\n'));
  const generated = join(root, 'src/language/generated');
  const schema = writeSchema(grammars, generated);
  writeTables(grammars, join(generated, 'tables'));
  writeNodes(grammars, join(generated, 'nodes.ts'));
  writeTextMate(schema, root);
  writeRegistry(root);
  writeSettings(root);
  await writeFrameworkData(root);
  await writeArtefacts(root);
  await writeFormats(root);
  writeFeatures(root);
  writeRequests(root);
  writeViews(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
