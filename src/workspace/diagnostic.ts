import type { Block } from '../incremental/block.ts';
import type { Finding, RelatedBlock } from '../incremental/finding.ts';
import { nameSpan } from '../model/declaration.ts';
import { codesOf } from '../rules/codes.ts';
import type { SeveritySetting } from '../rules/presets.ts';
import type { Severity } from '../rules/rule.ts';
import { isSuppressed } from '../syntax/suppressions.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { inEnglish, type Saying } from '../wording/wording.ts';

/** A finding with its place in a file: 0-based lines and UTF-16 columns. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Saying;
  readonly uri: string;
  readonly range: TextRange;
  readonly related: readonly RelatedPlace[];
  /** The name of the role or person who owns what it is about, if that is declared. */
  readonly owner?: string;
}

export interface RelatedPlace {
  readonly uri: string;
  readonly range: TextRange;
  readonly message: Saying;
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
  compareText(inEnglish(a.message), inEnglish(b.message));

const nowhere: readonly never[] = [];

/** A finding as it is shown with a severity; undefined if it is switched off or silenced by a comment. */
export function diagnosticOf(block: Block, finding: Finding, severity: SeveritySetting): Diagnostic | undefined {
  const { rule, message, related } = finding;
  if (severity === 'off' || isSuppressed(block.chunk, codesOf(rule))) return undefined;
  const owner = ownerOf(block);
  return {
    code: rule.code,
    severity,
    message,
    uri: block.file.uri,
    range: block.range(finding),
    related: related.length ? related.flatMap(relatedPlace) : nowhere,
    ...(owner !== undefined && { owner }),
  };
}

function ownerOf({ declaration }: Block): string | undefined {
  return declaration && 'owner' in declaration ? declaration.owner?.name : undefined;
}

/** None if nothing is declared there any more. */
function relatedPlace({ block, name, message }: RelatedBlock): RelatedPlace[] {
  const { declaration } = block;
  if (!declaration) return [];
  const definition = declaration.$definitions.find(candidate => candidate.name === name);
  return [{ uri: block.file.uri, range: block.range(definition ?? nameSpan(declaration)), message }];
}
