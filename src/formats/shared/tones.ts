/** The colours of the formats that are printed: text and ground of each tone, with a contrast of at least 4.5 : 1. */
import type { Tone } from '../../documents/blocks.ts';

export const ink = '1F2937';
export const soft = '566273';
export const strong = '24405F';
export const line = 'D5DBE3';
export const band = 'F3F6F9';

export const toneColours: Readonly<Record<Tone, { readonly text: string; readonly ground: string }>> = {
  good: { text: '14622F', ground: 'E1F5E7' },
  attention: { text: '7A4B00', ground: 'FFF2D2' },
  bad: { text: '9B1626', ground: 'FDE4E6' },
  muted: { text: '566273', ground: 'EEF1F4' },
};
