import { type FoldingRange, FoldingRangeRequest } from 'vscode-languageserver';
import { foldingRanges } from '../../src/ide/folding.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ foldingRangeProvider: true }),
  answers: [
    answer(FoldingRangeRequest.type, 'folding', [], ({ client }, workspace, { textDocument }) =>
      folding(workspace, client.foldingLimit, textDocument.uri),
    ),
  ],
});

/** What can be folded in a document, whole lines only. Where the client takes no more, the outermost ones. */
export function folding(workspace: Workspace, limit: number, uri: string): FoldingRange[] {
  const ranges = foldingRanges(workspace, uri);
  if (ranges.length <= limit) return ranges;
  const open: number[] = [];
  const depths = ranges.map(({ startLine, endLine }) => {
    while (open.length && (open.at(-1) ?? 0) < startLine) open.pop();
    return open.push(endLine);
  });
  const chosen = ranges.map((_, index) => index).sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b);
  const kept = new Set(chosen.slice(0, limit));
  return ranges.filter((_, index) => kept.has(index));
}
