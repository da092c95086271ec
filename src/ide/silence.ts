/** How a finding is silenced: by a comment with a reason at its declaration, or for the whole ISMS in its configuration. */
import { modify, type ParseError, parseTree } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SeveritySetting } from '../rules/presets.ts';
import { lineEndOf } from '../syntax/text/chunk.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
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
}

/** What cannot be read cannot be silenced. */
const neverSilent = /^(syntax|suppression|config|internal)\//;

/** The ways to silence what was found in a range, each rule once. The reason is left to the author: without one a comment silences nothing, and says so. */
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
      const title = `Silence ${code} here; write the reason behind it`;
      found.push({ title, diagnostic, edits: [{ uri, range: { start, end: start }, newText }], isHere: true });
    }
    const edits = configEdits(workspace, unit.root, code, 'off');
    if (edits.length) {
      const title = `Switch ${code} off for the whole ISMS, in ${configFileName}`;
      found.push({ title, diagnostic, edits, isHere: false });
    }
  }
  return found;
}

/** Where the line of an offset begins. */
const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** The edits that set a severity in the configuration of an ISMS; none where there is no configuration, or it is damaged. */
function configEdits(workspace: Workspace, root: string, code: string, severity: SeveritySetting): FileEdit[] {
  const uri = `${root}/${configFileName}`;
  const text = root ? workspace.text(uri) : undefined;
  if (text === undefined || !isSound(text)) return [];
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol } };
  return modify(text, ['rules', code], severity, options).map(({ offset, length, content }) => ({
    uri,
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    newText: content,
  }));
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
