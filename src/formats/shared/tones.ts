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

/** The ground of a tone in a shade of `drawing/shades.ts`: darker by step. */
export const shadedGround = (tone: Tone, shade: number): string =>
  mixed(toneColours[tone].ground, toneColours[tone].text, shade * 0.2);

/** The colour of a tone where it is seen by itself, in a shade: lighter by step. */
export const shadedText = (tone: Tone, shade: number): string =>
  mixed(toneColours[tone].text, toneColours[tone].ground, shade * 0.3);

/** A colour with a share of another one, from 0 to 1. */
const mixed = (colour: string, other: string, share: number): string =>
  [0, 2, 4]
    .map(at => [colour, other].map(one => Number.parseInt(one.slice(at, at + 2), 16)))
    .map(([a = 0, b = 0]) =>
      Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
