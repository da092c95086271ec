/** Findings as JUnit XML, which nearly every CI server shows as tests: a suite a file, a case a finding or a file without any. */
import { pathOfUri } from '../../node/files.ts';
import { escapeMarkup } from '../../syntax/text/markup.ts';
import { printable } from '../../syntax/text/printable.ts';
import { inEnglish } from '../../wording/wording.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import { displayPath } from '../display-path.ts';
import type { Report } from './report.ts';

/** What a case comes to: failed at or above the threshold, else passed with a word; an error where a file could not be read. */
type Outcome = 'failure' | 'error' | 'passed';

/** No times: the same ISMS as of the same day gives the same bytes. */
export function junitReport(report: Report): string {
  const found = new Map<string, Diagnostic[]>(report.checked.map(uri => [uri, []]));
  for (const diagnostic of report.diagnostics) {
    const others = found.get(diagnostic.uri);
    if (others) others.push(diagnostic);
    else found.set(diagnostic.uri, [diagnostic]);
  }
  const unread = new Set(report.unread);
  const outcomeOf = (diagnostic: Diagnostic): Outcome =>
    unread.has(diagnostic) ? 'error' : report.failing.includes(diagnostic.severity) ? 'failure' : 'passed';
  const suites = [...found].map(([uri, own]) => suite(displayPath(report.io.cwd, pathOfUri(uri)), own, outcomeOf));
  const all = report.diagnostics.map(outcomeOf);
  const tests = [...found.values()].reduce((sum, own) => sum + Math.max(1, own.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="isms check" ${counts(tests, all)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, own: readonly Diagnostic[], outcomeOf: (diagnostic: Diagnostic) => Outcome): string {
  const cases = own.map(diagnostic => testCase(path, diagnostic, outcomeOf(diagnostic)));
  const passed = `    <testcase classname="${xml(path)}" name="no findings" file="${xml(path)}"/>`;
  return [
    `  <testsuite name="${xml(path)}" ${counts(Math.max(1, own.length), own.map(outcomeOf))} skipped="0">`,
    ...(cases.length ? cases : [passed]),
    '  </testsuite>',
  ].join('\n');
}

const counts = (tests: number, outcomes: readonly Outcome[]): string => {
  const count = (outcome: Outcome): number => outcomes.filter(one => one === outcome).length;
  return `tests="${tests}" failures="${count('failure')}" errors="${count('error')}"`;
};

/** Named without its place, so that a server knows it again when lines have moved. */
function testCase(path: string, { code, severity, message: saying, range }: Diagnostic, outcome: Outcome): string {
  const message = inEnglish(saying);
  const { line, character } = range.start;
  const said = xml(`${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]`);
  const body =
    outcome === 'passed'
      ? `      <system-out>${said}</system-out>`
      : `      <${outcome} message="${xml(message)}" type="${xml(code)}">${said}</${outcome}>`;
  return [
    `    <testcase classname="${xml(path)}" name="${xml(`${code}: ${message}`)}" file="${xml(path)}" line="${line + 1}">`,
    body,
    '    </testcase>',
  ].join('\n');
}

/** Text as XML 1.0 may hold it: no controls, no halves of characters, none of the two that are no characters. */
const xml = (text: string): string => escapeMarkup(printable(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD'));
