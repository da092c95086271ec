/** `isms stats`: counts what an ISMS holds and how far it is. */

import { printable } from '../../syntax/text/printable.ts';
import { making } from '../faults.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import { ismsStatistics, type Statistics } from '../statistics.ts';
import type { Verb } from '../verb.ts';

const help = `
Examples:
  isms stats my-isms
  isms stats my-isms --format json`;

const stats: Verb = (command, io) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (path: string, { asOf, format }: { asOf?: string; format: string }) => {
      const loaded = await loadOne(path, { asOf }, io);
      const statistics = await making('The statistics', io, () => ismsStatistics(loaded));
      io.stdout.write(format === 'json' ? `${JSON.stringify(statistics, null, 2)}\n` : textOf(statistics));
    });
};

function textOf({ isms, asOf, files, declarations, soa, risks, findings }: Statistics): string {
  const sections = [
    [`${printable(isms.title ?? isms.name)}, as of ${asOf}`],
    [
      `Declarations in ${files} files`,
      ...table(Object.entries(declarations).map(([kind, count]) => [kind, String(count)])),
    ],
    [
      'Statement of Applicability',
      ...table([
        ['', 'decided', 'of', 'applicable', 'inherited', 'excluded', 'implemented', 'partial', 'planned'],
        ...[...soa.themes, { theme: 'all', ...soa.total }].map(counts => [
          counts.theme,
          ...[counts.decided, counts.total, counts.applicable, counts.inherited, counts.excluded].map(String),
          ...[counts.implemented, counts.partial, counts.planned].map(String),
        ]),
      ]),
    ],
    [
      'Risks',
      ...table([
        ['', 'inherent', 'current', 'residual'],
        ...Object.entries(risks.levels).map(([level, counts]) => [
          printable(level),
          String(counts.inherent),
          String(counts.current),
          String(counts.residual),
        ]),
      ]),
    ],
    ['Findings', ...table(Object.entries(findings).map(([severity, count]) => [severity, String(count)]))],
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** Rows in columns, the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, x) => rows.reduce((most, row) => Math.max(most, row[x]?.length ?? 0), 0));
  return rows.map(row =>
    `  ${row.map((cell, x) => (x === 0 ? cell.padEnd(widths[x] ?? 0) : cell.padStart(widths[x] ?? 0))).join('  ')}`.trimEnd(),
  );
}

export default stats;
