/** Findings for people: the place, what is wrong and what to do, the line with a squiggle, and where else to look. */
import { createColors } from 'picocolors';
import { printable } from '../../language/text/printable.ts';
import { pathOfUri } from '../../node/files.ts';
import { type Severity, severities } from '../../rules/rule.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import { displayPath } from '../display-path.ts';
import { plural } from '../plural.ts';
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
  const findings = report.diagnostics.map(diagnostic => `${finding(diagnostic, report, lines, colors)}\n\n`);
  return `${findings.join('')}${summary(report, colors)}\n`;
}

function finding(diagnostic: Diagnostic, report: Report, lines: Lines, colors: Colors): string {
  const { code, severity, message, uri, range, related } = diagnostic;
  const paint = paints[severity](colors);
  const where = (place: Pick<Diagnostic, 'uri' | 'range'>): string => {
    const { line, character } = place.range.start;
    return `${printable(displayPath(report.io.cwd, pathOfUri(place.uri)))}:${line + 1}:${character + 1}`;
  };
  const shown = [
    `${colors.bold(where({ uri, range }))}: ${paint(severity)}: ${printable(message)} ${colors.dim(`[${code}]`)}`,
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
  for (const place of related) shown.push(`   ${where(place)}: ${printable(place.message)}`);
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

function summary({ diagnostics, files, dates }: Report, colors: Colors): string {
  const all = plural(files, 'file');
  const asOf = dates.join(', ');
  if (!diagnostics.length) return `${colors.green('No findings')} in ${all}, as of ${asOf}.`;
  const counts = severities.flatMap(severity => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
    return count ? [paints[severity](colors)(plural(count, severity))] : [];
  });
  const places = new Set(diagnostics.map(({ uri }) => uri)).size;
  return `${counts.join(', ')} in ${places} of ${all}, as of ${asOf}.`;
}
