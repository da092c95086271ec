import type { TextRange } from '../language/text/chunked-text.ts';
import type { Severity } from '../rules/rule.ts';

/** A finding with its place in a file: 0-based lines and UTF-16 columns. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly uri: string;
  readonly range: TextRange;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order by place: file, then position, then code and message. */
export const compareDiagnostics = (a: Diagnostic, b: Diagnostic): number =>
  compareText(a.uri, b.uri) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character ||
  a.range.end.line - b.range.end.line ||
  a.range.end.character - b.range.end.character ||
  compareText(a.code, b.code) ||
  compareText(a.message, b.message);
