import type { CellStyle } from 'hucre/xlsx';
import type { Column, Level, Tone } from '../../documents/blocks.ts';

const INK = '1F2937';
const LINE = { style: 'thin', color: { rgb: 'D5DBE3' } } as const;

/** The font of all cells without another. */
export const FONT = { name: 'Calibri', size: 10, color: { rgb: INK } } as const;

const tones: Record<Tone, { text: string; ground: string }> = {
  good: { text: '14622F', ground: 'E1F5E7' },
  attention: { text: '7A4B00', ground: 'FFF2D2' },
  bad: { text: '9B1626', ground: 'FDE4E6' },
  muted: { text: '5B6672', ground: 'EEF1F4' },
};

/** The style of a cell in the header row of every table: it stands over its figures or words. */
export const headerStyle = ({ kind }: Column, accent: string): CellStyle => ({
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: solid(accent),
  alignment: { horizontal: horizontal(kind), vertical: 'center', wrapText: true, indent: 1 },
});

const horizontal = (kind: Column['kind']): 'left' | 'right' => (kind === 'number' ? 'right' : 'left');

export const titleStyle = (accent: string): CellStyle => ({
  font: { ...FONT, size: 20, bold: true, color: { rgb: accent } },
});

export const labelStyle: CellStyle = {
  font: { ...FONT, size: 11, color: { rgb: tones.muted.text } },
  border: { bottom: LINE },
  alignment: { vertical: 'center', wrapText: true },
};

export const valueStyle: CellStyle = {
  font: { ...FONT, size: 11, bold: true },
  border: { bottom: LINE },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
};

/** Paragraphs on the cover. */
export const proseStyle: CellStyle = { font: { ...FONT, size: 11 }, alignment: { vertical: 'top', wrapText: true } };

export const headingStyle = (accent: string, level: Level = 2): CellStyle => ({
  font: { ...FONT, size: level === 2 ? 13 : 11, bold: true, color: { rgb: accent } },
});

/** What a cell below the header row means, beside its column. */
export interface CellPlace {
  readonly tone: Tone | undefined;
  /** In a column that says which row it is. */
  readonly heading: boolean;
  /** In every other group, whose ground is tinted so that groups are seen without rows of their own. */
  readonly banded: boolean;
  /** In the first row of a group. */
  readonly first: boolean;
}

/** What all cells of a document have in common. */
export interface CellLook {
  /** Such as `dd.MM.yyyy`; workbooks write a month as `mm`. */
  readonly dateFormat: string;
  /** The colour of headings and of the lines between groups, as six hexadecimal digits. */
  readonly accent: string;
}

/** The style of a cell below the header row. */
export function bodyStyle(
  column: Column,
  wrapText: boolean,
  { tone, heading, banded, first }: CellPlace,
  { dateFormat, accent }: CellLook,
): CellStyle {
  const look = tone === undefined ? undefined : tones[tone];
  const ground = look?.ground ?? (banded ? 'F5F8FB' : undefined);
  return {
    font: { ...FONT, bold: heading || look !== undefined, color: { rgb: look?.text ?? INK } },
    fill: ground === undefined ? undefined : solid(ground),
    border: { bottom: LINE, ...(first ? { top: groupLine(accent) } : {}) },
    alignment: {
      horizontal: horizontal(column.kind),
      vertical: 'top',
      wrapText,
      indent: 1,
    },
    numFmt: column.kind === 'date' ? dateFormat.replace('MM', 'mm') : undefined,
  };
}

const groupLine = (accent: string) => ({ style: 'medium', color: { rgb: accent } }) as const;

function solid(rgb: string): CellStyle['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}
