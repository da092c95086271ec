/** Findings as GitLab reads them for merge requests. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { pathOfUri } from '../../node/files.ts';
import type { Severity } from '../../rules/rule.ts';
import { printable } from '../../syntax/text/printable.ts';
import { inEnglish } from '../../wording/wording.ts';
import { displayPath } from '../display-path.ts';
import { fingerprints } from './fingerprints.ts';
import type { Report } from './report.ts';

const severities: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

/** An array of `{description, check_name, fingerprint, severity, location}`; lines count from 1. */
export function gitlabReport(report: Report): string {
  const prints = fingerprints(report);
  const issues = report.diagnostics.map(({ code, severity, message, uri, range }, index) => ({
    description: printable(inEnglish(message)),
    check_name: code,
    fingerprint: prints[index],
    severity: severities[severity],
    location: {
      path: displayPath(report.io.cwd, pathOfUri(uri)),
      lines: { begin: range.start.line + 1, end: range.end.line + 1 },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
