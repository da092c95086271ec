import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Severity } from '../src/rules/rule.ts';
import type { Diagnostic } from '../src/workspace/diagnostic.ts';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

let rulePages: string | undefined;

/** Says in which folder (a URI) the rules' pages lie, so that a diagnostic's code links to its own. */
export function setRulePages(folder: string | undefined): void {
  rulePages = folder?.replace(/\/$/, '');
}

/** Diagnostics as the protocol wants them. */
export const toLspDiagnostics = (diagnostics: readonly Diagnostic[]): LspDiagnostic[] =>
  diagnostics.map(({ code, severity, message, range, related }) => ({
    range,
    severity: lspSeverities[severity],
    code,
    ...(rulePages && { codeDescription: { href: `${rulePages}/${code}.md` } }),
    source: 'isms',
    message,
    ...(related.length && {
      relatedInformation: related.map(place => ({
        location: { uri: place.uri, range: place.range },
        message: place.message,
      })),
    }),
  }));
