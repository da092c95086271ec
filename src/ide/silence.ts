/** How a finding is silenced, or told otherwise: by a comment with a reason at its declaration, or for the whole ISMS in its configuration. */
import { modify, type ParseError, parseTree } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SeveritySetting } from '../rules/presets.ts';
import { severities } from '../rules/rule.ts';
import { lineEndOf } from '../syntax/text/chunk.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { say } from '../wording/wording.ts';
import { configFileName } from '../workspace/configuration/config.ts';
import { type Diagnostic, diagnosticOf } from '../workspace/diagnostic.ts';
import type { FileEdit } from '../workspace/fixes.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Silencing {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  readonly edits: readonly FileEdit[];
  /** Whether it speaks of one declaration, and not of all. */
  readonly isHere: boolean;
  /** The URI of a configuration that is to be made first. */
  readonly creates?: string;
}

/** What cannot be read cannot be silenced. */
const neverSilent = /^(syntax|suppression|config|internal)\//;

/** The ways to silence what was found in a range, or to give it another severity, each rule once. The reason is left to the author: without one a comment silences nothing, and says so. */
export function silencings(workspace: Workspace, uri: string, range: TextRange): Silencing[] {
  const done = new Set<string>();
  const found: Silencing[] = [];
  for (const { unit, block, finding } of workspace.findings(uri)) {
    const { code } = finding.rule;
    if (done.has(code) || neverSilent.test(code)) continue;
    const diagnostic = diagnosticOf(block, finding, workspace.severity(unit, finding.rule));
    if (!diagnostic || !touches(diagnostic.range, range)) continue;
    done.add(code);
    const { text, bodyStart } = block.chunk;
    const index = block.file.text.indexOf(block.chunk);
    const before = text.slice(lineStart(text, bodyStart), bodyStart);
    const start = block.file.text.positionAt(index, bodyStart);
    // On a line with something else before it, a comment would take in the declaration.
    if (before.trim() === '' && start.character === before.length) {
      const lineEnd = lineEndOf(block.file.text.chunks);
      const newText = `// isms-ignore ${code}: ${lineEnd}${before}`;
      const title = say('Silence {0} here; write the reason behind it', code);
      found.push({ title, diagnostic, edits: [{ uri, range: { start, end: start }, newText }], isHere: true });
    }
    const current = workspace.severity(unit, finding.rule);
    for (const severity of [...severities, 'off' as const]) {
      if (severity === current) continue;
      const change = configChange(workspace, unit.root, code, severity);
      if (change)
        found.push({
          title: say('Set {0} to {1} for this ISMS', code, severity),
          diagnostic,
          ...change,
          isHere: false,
        });
    }
  }
  return found;
}

/** Where the line of an offset begins. */
const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** What sets a severity in the configuration of an ISMS; undefined where it is damaged, or where it is not known which ISMS it is. */
function configChange(
  workspace: Workspace,
  root: string,
  code: string,
  severity: SeveritySetting,
): Pick<Silencing, 'edits' | 'creates'> | undefined {
  if (!root) return undefined;
  const uri = `${root}/${configFileName}`;
  const text = workspace.text(uri);
  if (text === undefined) {
    const start = { line: 0, character: 0 };
    const newText = `${JSON.stringify({ rules: { [code]: severity } }, undefined, 2)}\n`;
    return { edits: [{ uri, range: { start, end: start }, newText }], creates: uri };
  }
  if (!isSound(text)) return undefined;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol } };
  const edits = modify(text, ['rules', code], severity, options).map(({ offset, length, content }) => ({
    uri,
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    newText: content,
  }));
  return edits.length ? { edits } : undefined;
}

/** An object whose syntax is in order: an edit of anything else would be a guess. */
function isSound(text: string): boolean {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const given = tree?.children?.find(({ children }) => children?.[0]?.value === 'rules')?.children?.[1];
  return tree?.type === 'object' && errors.length === 0 && (given === undefined || given.type === 'object');
}

type Place = TextRange['start'];

const compare = (a: Place, b: Place): number => a.line - b.line || a.character - b.character;

const touches = (a: TextRange, b: TextRange): boolean => compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
