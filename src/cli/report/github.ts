/** Findings as commands that GitHub's runner makes annotations of. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import { createColors } from 'picocolors';
import { pathOfUri } from '../../node/files.ts';
import type { Severity } from '../../rules/rule.ts';
import { printable } from '../../syntax/text/printable.ts';
import { inEnglish } from '../../wording/wording.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import { displayPath } from '../display-path.ts';
import type { Io } from '../io.ts';
import type { Report } from './report.ts';
import { closingLine } from './text.ts';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** A command a line, then the closing line for the log; lines and columns count from 1. */
export function githubReport(report: Report): string {
  const annotations = report.diagnostics.map(diagnostic => `${annotation(diagnostic, report.io)}\n`);
  return `${annotations.join('')}${closingLine(report, createColors(false))}\n`;
}

function annotation({ code, severity, message, uri, range: { start, end } }: Diagnostic, io: Io): string {
  const properties = {
    file: displayPath(io.cwd, pathOfUri(uri)),
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only of what stands on one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${data(inEnglish(message))}`;
}

/** As the runner undoes it: `%`, carriage return and line feed. Other control characters never reach the log. */
const data = (text: string): string =>
  printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));

/** In a property `:` and `,` too, since they would end it. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
