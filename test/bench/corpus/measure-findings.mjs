/**
 * How clean a corpus is under the rules as they stand: findings by code, and the share of the declarations that have one. About
 * 2 % is what an ISMS in use has; adjust the flaws and the groups in the folder model when rules come or change.
 *   node corpus/measure-findings.mjs [.bench/data/10000]
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore, readFolder } from '../lib/core.mjs';
import { table } from '../lib/statistics.mjs';

/** @returns `{ declarations, flagged, byCode }`, with an example place for each code */
export async function measureFindings(data) {
  const core = await loadCore();
  const workspace = new core.Workspace({ rules: core.rules, today: '2000-01-01', fileExists: core.uriExists });
  const files = await readFolder(core, resolve(data, 'isms'));
  workspace.setFiles(files);
  workspace.update();
  const flagged = new Set();
  const byCode = new Map();
  for (const uri of workspace.files()) {
    for (const { unit, block, finding } of workspace.findings(uri)) {
      const diagnostic = core.diagnosticOf(block, finding, workspace.severity(unit, finding.rule));
      if (!diagnostic) continue;
      flagged.add(block);
      const entry = byCode.get(diagnostic.code) ?? {
        count: 0,
        example: diagnostic,
        message: core.inEnglish(diagnostic.message),
      };
      entry.count++;
      byCode.set(diagnostic.code, entry);
    }
  }
  const declarations = workspace.ismss().reduce((sum, { isms }) => {
    for (const file of isms.files.values()) for (const block of file.blocks.values()) if (block.declaration) sum++;
    return sum;
  }, 0);
  return { declarations, flagged: flagged.size, byCode };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { declarations, flagged, byCode } = await measureFindings(process.argv[2] ?? '.bench/data/10000');
  const share = ((100 * flagged) / declarations).toFixed(2);
  console.log(`${flagged} of ${declarations} declarations have findings: ${share} %\n`);
  const rows = [...byCode]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([code, { count, example, message }]) => {
      const file = example.uri.split('/').slice(-2).join('/');
      return [`${code}: ${message} (${file}:${example.range.start.line + 1})`, count];
    });
  if (rows.length) console.log(table(['finding, with an example', 'count'], rows));
}
