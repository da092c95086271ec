/** Findings for people: the place, what is wrong and what to do, the line with a squiggle, and where else to look. */

import { createColors } from 'picocolors';
import { counted } from '../../model/counted.ts';
import { pathOfUri } from '../../node/files.ts';
import { type Severity, severities } from '../../rules/rule.ts';
import { printable } from '../../syntax/text/printable.ts';
import { inEnglish } from '../../wording/wording.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import { displayPath } from '../display-path.ts';
import { excerpt } from './excerpt.ts';
import type { Report } from './report.ts';

type Colors = ReturnType<typeof createColors>;

/** The widest that the source of a finding is shown where the terminal does not say. */
const usualWidth = 120;

const paints: Readonly<Record<Severity, (colors: Colors) => (text: string) => string>> = {
  error: colors => colors.red,
  warning: colors => colors.yellow,
  info: colors => colors.blue,
  hint: colors => colors.cyan,
};

export function textReport(report: Report): string {
  const colors = createColors(report.color);
  const lines = new Lines(report);
  const shown = report.summary ? [] : grouped(report);
  const findings = shown.map(diagnostic => `${finding(diagnostic, report, lines, colors)}\n\n`);
  const table = closingTable(report);
  return `${findings.join('')}${table ? `${table}\n` : ''}${closingLine(report, colors)}\n`;
}

function finding(diagnostic: Diagnostic, report: Report, lines: Lines, colors: Colors): string {
  const { code, severity, message, uri, range, related } = diagnostic;
  const paint = paints[severity](colors);
  const where = (place: Pick<Diagnostic, 'uri' | 'range'>): string => {
    const { line, character } = place.range.start;
    return `${printable(displayPath(report.io.cwd, pathOfUri(place.uri)))}:${line + 1}:${character + 1}`;
  };
  const shown = [
    `${colors.bold(where({ uri, range }))}: ${paint(severity)}: ${printable(inEnglish(message))} ${colors.dim(`[${code}]`)}`,
  ];
  const source = lines.at(uri, range.start.line);
  if (source !== undefined) {
    const isOneLine = range.end.line === range.start.line;
    const end = isOneLine ? range.end.character : source.trimEnd().length;
    const gutter = String(range.start.line + 1);
    const blank = ' '.repeat(gutter.length);
    const width = (report.io.stdout.columns ?? usualWidth) - gutter.length - 4;
    const { source: text, marks } = excerpt(source, range.start.character, end, Math.max(40, width));
    shown.push(` ${colors.dim(`${gutter} |`)} ${text}`, ` ${colors.dim(`${blank} |`)} ${paint(marks)}`);
  }
  for (const place of related) shown.push(`   ${where(place)}: ${printable(inEnglish(place.message))}`);
  return shown.join('\n');
}

/** The lines of the sources, split once per file. */
class Lines {
  private readonly report: Report;
  private readonly files = new Map<string, readonly string[]>();

  constructor(report: Report) {
    this.report = report;
  }

  at(uri: string, line: number): string | undefined {
    let lines = this.files.get(uri);
    if (!lines) {
      lines = this.report.textOf(uri)?.split(/\r\n|\r|\n/) ?? [];
      this.files.set(uri, lines);
    }
    return lines[line];
  }
}

/** What the findings are counted by. */
const groupOf = (diagnostic: Diagnostic, { groupBy, io }: Report): string =>
  groupBy === 'file'
    ? displayPath(io.cwd, pathOfUri(diagnostic.uri))
    : groupBy === 'owner'
      ? (diagnostic.owner ?? 'without an owner')
      : diagnostic.code;

/** In the order of places; where they are grouped, one group after the other, in the order of the table. */
function grouped(report: Report): readonly Diagnostic[] {
  if (!report.groupBy) return report.diagnostics;
  const order = new Map(groups(report).map(({ name }, index) => [name, index]));
  return [...report.diagnostics].sort(
    (a, b) => (order.get(groupOf(a, report)) ?? 0) - (order.get(groupOf(b, report)) ?? 0),
  );
}

interface Group {
  readonly name: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** The groups with their counts: what has most errors first, then most warnings and so on. */
function groups(report: Report): Group[] {
  const found = new Map<string, Record<Severity, number>>();
  for (const diagnostic of report.diagnostics) {
    const name = groupOf(diagnostic, report);
    const counts = found.get(name) ?? { error: 0, warning: 0, info: 0, hint: 0 };
    counts[diagnostic.severity]++;
    found.set(name, counts);
  }
  return [...found]
    .map(([name, counts]) => ({ name, counts }))
    .sort((a, b) => {
      const differing = severities.find(severity => a.counts[severity] !== b.counts[severity]);
      return differing ? b.counts[differing] - a.counts[differing] : a.name < b.name ? -1 : 1;
    });
}

/** From how many findings on they are counted at the end, so that what matters is not buried. */
const many = 20;

/** The table of counts; undefined where there is little to count and nobody asked for it. */
function closingTable(report: Report): string | undefined {
  if (!report.diagnostics.length) return undefined;
  if (!report.summary && !report.groupBy && report.diagnostics.length < many) return undefined;
  const all = groups(report);
  const present = severities.filter(severity => all.some(({ counts }) => counts[severity]));
  const name = Math.max(...all.map(group => printable(group.name).length));
  const widths = present.map(severity =>
    Math.max(severity.length, ...all.map(({ counts }) => String(counts[severity]).length)),
  );
  const row = (first: string, cells: readonly string[]): string =>
    `  ${first.padEnd(name)}  ${cells.map((cell, x) => cell.padStart(widths[x] ?? 0)).join('  ')}`.trimEnd();
  return [
    row('', present),
    ...all.map(({ name: label, counts }) =>
      row(
        printable(label),
        present.map(severity => (counts[severity] ? String(counts[severity]) : '')),
      ),
    ),
    '',
  ].join('\n');
}

/** What a baseline keeps out of the report, and what of it is settled. */
function baselineWords(compared: Report['compared']): string {
  if (!compared) return '';
  const { unchanged, absent } = compared;
  return ` ${counted(unchanged.size, 'finding')} of the baseline still there, ${absent.length} gone.`;
}

/** How many findings there are, where, and as of which days. */
export function closingLine({ diagnostics, checked, dates, hidden, compared }: Report, colors: Colors): string {
  const all = counted(checked.length, 'file');
  const off = hidden ? ` ${counted(hidden, 'more finding')} switched off by the preset or the configuration.` : '';
  const asOf = `${dates.join(', ')}.${off}${baselineWords(compared)}`;
  if (!diagnostics.length)
    return `${colors.green(compared ? 'No new findings' : 'No findings')} in ${all}, as of ${asOf}`;
  const counts = severities.flatMap(severity => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
    return count ? [paints[severity](colors)(counted(count, severity))] : [];
  });
  const places = new Set(diagnostics.map(({ uri }) => uri)).size;
  return `${counts.join(', ')} in ${places} of ${all}, as of ${asOf}`;
}
