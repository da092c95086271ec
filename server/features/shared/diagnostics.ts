import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { type Severity, severities } from '../../../src/rules/rule.ts';
import { said, say } from '../../../src/wording/wording.ts';
import type { Diagnostic } from '../../../src/workspace/diagnostic.ts';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What of a diagnostic the client takes beside the message. */
export interface DiagnosticOptions {
  /** Whether other places may be named. */
  readonly related: boolean;
  /** The folder (a URI) in which the rules' pages lie, so that a code links to its own; undefined where there are none, or links are not taken. */
  readonly rulePages: string | undefined;
}

/** The most findings of one file that are sent: the whole list goes over the wire at each keystroke, and nobody reads more. */
export const mostInFile = 500;

/** The gravest findings of a file, in order of place, and a last line that says how many more there are. */
export function toPublishedDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: DiagnosticOptions,
): LspDiagnostic[] {
  if (diagnostics.length <= mostInFile) return toLspDiagnostics(diagnostics, options);
  const gravest = severities.flatMap(severity => diagnostics.filter(diagnostic => diagnostic.severity === severity));
  const shown = new Set(gravest.slice(0, mostInFile));
  const first = gravest[mostInFile] as Diagnostic;
  const more: LspDiagnostic = {
    range: first.range,
    severity: lspSeverities[first.severity],
    source: 'isms',
    message:
      gravest.length === mostInFile + 1
        ? say('1 more finding in this file: {0}', said(first.message))
        : say(
            '{0} more findings in this file, this the gravest of them: {1}',
            gravest.length - mostInFile,
            said(first.message),
          ),
  };
  return [
    ...toLspDiagnostics(
      diagnostics.filter(diagnostic => shown.has(diagnostic)),
      options,
    ),
    more,
  ];
}

/** Diagnostics as the client takes them. */
export const toLspDiagnostics = (diagnostics: readonly Diagnostic[], options: DiagnosticOptions): LspDiagnostic[] =>
  diagnostics.map(diagnostic => toLsp(diagnostic, options));

/** Fields are set one by one, since an edit may bring thousands of diagnostics, and what is spread out is slow to make and to write. */
function toLsp(
  { code, severity, message, range, related }: Diagnostic,
  { related: takesRelated, rulePages }: DiagnosticOptions,
): LspDiagnostic {
  const diagnostic: LspDiagnostic = {
    range,
    severity: lspSeverities[severity],
    code,
    source: 'isms',
    message: said(message),
  };
  if (rulePages !== undefined) diagnostic.codeDescription = { href: `${rulePages}/${code}.md` };
  if (takesRelated && related.length) {
    diagnostic.relatedInformation = related.map(place => ({
      location: { uri: place.uri, range: place.range },
      message: said(place.message),
    }));
  }
  return diagnostic;
}
