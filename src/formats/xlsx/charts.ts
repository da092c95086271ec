/** Figures of a workbook as its own charts, beside the cells that they are made of. A matrix needs none: its cells are coloured. */
import { cellRef, type WriteSheet } from 'hucre/xlsx';
import type { BarsFigure, Block } from '../../documents/blocks.ts';
import { shadesOf } from '../../drawing/shades.ts';
import { plainText } from '../shared/text.ts';
import { shadedText } from '../shared/tones.ts';
import { sheetText } from './values.ts';

type Chart = NonNullable<WriteSheet['charts']>[number];

/** In cells: how much of the sheet a chart covers, and a part of it for each bar. */
const extent = { columns: 8, rows: 8, perBar: 2 };

/** The charts of the worksheet that holds the figure of this id, with its labels in the first column and its parts in those after it. */
export function chartsOf(blocks: readonly Block[], id: string): readonly Chart[] {
  const figure = blocks.find(block => block.type === 'figure' && block.kind === 'bars' && block.id === id);
  return figure?.type === 'figure' && figure.kind === 'bars' && figure.bars.length ? [barsChart(figure)] : [];
}

function barsChart({ title, parts, bars }: BarsFigure): Chart {
  const column = parts.length + 2;
  const shades = shadesOf({ parts, bars });
  return {
    type: 'bar',
    barGrouping: 'stacked',
    overlap: 100,
    title: sheetText(plainText(title)),
    legend: 'bottom',
    anchor: {
      from: { row: 1, col: column },
      to: { row: 1 + extent.rows + bars.length * extent.perBar, col: column + extent.columns },
    },
    series: parts.map(({ label, tone }, part) => ({
      name: sheetText(plainText(label)),
      categories: columnRange(0, bars.length),
      values: columnRange(part + 1, bars.length),
      color: shadedText(tone, shades[part] ?? 0),
    })),
  };
}

/** The cells of a column below the header, such as `$B$2:$B$5`. */
const columnRange = (column: number, rows: number): string =>
  [1, rows].map(row => cellRef(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')).join(':');
