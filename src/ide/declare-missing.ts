/** Declaring what a name stands for that nothing has: where its kind usually stands, and with what an auditor expects to find in it. */
import type { Block } from '../incremental/block.ts';
import { type Kind, type NodeType, nodeTypes, usualFile } from '../language/schema.ts';
import { targetsOf } from '../model/reference-types.ts';
import { emptyDeclaration, isDeclarable, titleOf } from '../rules/name/unresolved.ts';
import { formatText } from '../syntax/format/format.ts';
import { say } from '../wording/wording.ts';
import { lineWidthOf } from '../workspace/configuration/settings/line-width.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { type FixSuggestion, suggestion } from '../workspace/fixes.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { inSnippet } from './completion-item.ts';
import { declarationSnippets } from './completion-snippets.ts';

/** A reference that leads nowhere, as its finding tells. */
export interface Unresolved {
  readonly unit: IsmsUnit;
  /** The declaration that it stands in. */
  readonly block: Block;
  readonly diagnostic: Diagnostic;
  readonly name: string;
  readonly type: string;
}

/**
 * Declares it in the file in which an ISMS that is laid out as usual has its kind, as long as the ISMS has none of the kind: one fix for each
 * kind that it may be of. A file that is not there yet is made.
 */
export function declareInUsualFile({ unit, block, diagnostic, name, type }: Unresolved): FixSuggestion[] {
  if (!unit.root || !isDeclarable(name)) return [];
  return [...targetsOf(type)].flatMap(target => {
    const nodeType = nodeTypes[target];
    if (!nodeType?.top || nodeType.named === 'never') return [];
    if (unit.isms.blocks(target as Kind).length) return [];
    const usual = usualFile(target);
    const uri = `${unit.root}/${usual}`;
    if (uri === block.file.uri) return [];
    const text = emptyDeclaration(nodeType, name);
    const file = unit.isms.files.get(uri);
    if (!file)
      return [
        inNewFile(unit, diagnostic, say('Declare the {0} {1} in a new {2}', nodeType.keyword, name, usual), uri, {
          target,
          name,
          text,
        }),
      ];
    const last = file.blocks.findLast(({ declaration }) => declaration)?.declaration;
    if (!last) return [];
    const title = say('Declare the {0} {1} in {2}', nodeType.keyword, name, usual);
    const fix = { title, edits: [{ after: last, place: 'file' as const, text }] };
    return suggestion(unit, diagnostic, fix) ?? [];
  });
}

function inNewFile(
  unit: IsmsUnit,
  diagnostic: Diagnostic,
  title: string,
  uri: string,
  { target, name, text }: { target: string; name: string; text: string },
): FixSuggestion {
  const start = { line: 0, character: 0 };
  const lineWidth = lineWidthOf(unit.config);
  const edit = { uri, range: { start, end: start }, newText: `${formatText(text, { lineWidth }).trim()}\n` };
  return {
    title,
    diagnostic,
    edits: [edit],
    insertions: [edit],
    creates: uri,
    safe: false,
    preferred: false,
    decides: false,
    root: unit.root,
    adds: [{ type: target, name }],
    changes: new Map(),
    lineWidth,
  };
}

/** The snippet of its kind for the one declaration that a fix adds; undefined for any other fix. */
export function declarationSnippet(unit: IsmsUnit, { adds, insertions }: FixSuggestion): string | undefined {
  const [added, ...more] = adds;
  const nodeType = nodeTypes[added?.type ?? ''];
  const written = insertions[0]?.newText.trim();
  if (!added || more.length || !nodeType?.top || written === undefined) return undefined;
  const lineWidth = lineWidthOf(unit.config);
  if (written !== formatText(emptyDeclaration(nodeType, added.name), { lineWidth }).trim()) return undefined;
  return named(nodeType, added.name, declarationSnippets(nodeType, unit.view())[0]?.text);
}

/**
 * A snippet whose first stop, the name, is filled in, and whose title is proposed after it. All other stops are left empty: what stood there would
 * be a decision that nobody took, and an empty value is told.
 */
function named({ titled }: NodeType, name: string, snippet: string | undefined): string | undefined {
  if (snippet === undefined) return undefined;
  const title = titleOf(name);
  let stops = 0;
  return snippet.replace(/\$\{(\d+)[:|][^}]*\}/g, (_, number: string) => {
    stops++;
    if (stops === 1) return inSnippet(name);
    return stops === 2 && titled && title ? `\${${number}:${inSnippet(title)}}` : `$${number}`;
  });
}
