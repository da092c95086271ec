/** What documents bear of the organisation that they are of: its logo and its colour. */
import { strong } from './tones.ts';

export interface Branding {
  /** Of headings and heads of tables, as six hexadecimal digits; it can be read on white, and white on it. */
  readonly colour?: string | undefined;
  readonly logo?: Logo | undefined;
}

/** A picture that was checked: it holds nothing but pixels. */
export interface Logo {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What it says, for those who do not see it. */
  readonly words: string;
}

/** The colour of headings and heads of tables, as six hexadecimal digits. */
export const accentOf = (branding: Branding | undefined): string => branding?.colour ?? strong;

/** How large a logo is shown at the most, in points. */
const room = { width: 170, height: 36 };

/** How large a logo is shown, in points: never larger than its pixels at 96 to the inch. */
export function logoSize({ width, height }: Pick<Logo, 'width' | 'height'>): { width: number; height: number } {
  const scale = Math.min(room.width / width, room.height / height, pointsOfPixel);
  return { width: Math.max(width * scale, 1), height: Math.max(height * scale, 1) };
}

const pointsOfPixel = 72 / 96;

/** Points as pixels at 96 to the inch, whole ones. */
export const pixelsOf = (points: number): number => Math.max(Math.round(points / pointsOfPixel), 1);
