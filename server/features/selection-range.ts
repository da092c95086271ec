/** What a selection grows to, step by step. */
import { type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver';
import { selectionRanges } from '../../src/ide/selection-range.ts';
import type { TextPosition, TextRange } from '../../src/syntax/text/chunked-text.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'textDocument.selectionRange',
  offers: () => ({ selectionRangeProvider: true }),
  answers: [
    answer(SelectionRangeRequest.type, 'selection', null, (_, workspace, { textDocument, positions }) =>
      positions.map(position => chained(selectionRanges(workspace, textDocument.uri, position), position)),
    ),
  ],
});

/** From the innermost to the outermost, each with the next as its parent. */
const chained = (ranges: readonly TextRange[], position: TextPosition): SelectionRange =>
  ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent ? { range, parent } : { range }),
    undefined,
  ) ?? { range: { start: position, end: position } };
