/** Whether a colour can be read on another: the contrast of WCAG 2. Colours are written `#rrggbb`. */

const pattern = '^#[0-9a-fA-F]{6}$';

export const colourPattern = pattern;

export const isColour = (text: string): boolean => new RegExp(pattern).test(text);

/** The grounds on which documents print words in the colour of an organisation; it is the ground of white words too. */
export const documentGround = '#f3f6f9';

/** What WCAG 2.2 AA asks for between words and their ground (1.4.3). */
export const leastContrast = 4.5;

const channels = (colour: string): number[] => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 for the same to 21 for black and white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** In how many steps a colour becomes black or white. */
const steps = 50;

/** The nearest shade of a colour, towards black or white, that can be read on a ground; black or white themselves if none before can. */
export function readableShade(colour: string, towards: '#000000' | '#ffffff', ground: string): string {
  for (let step = 0; step < steps; step++) {
    const shade = mixed(colour, towards, step / steps);
    if (contrast(shade, ground) >= leastContrast) return shade;
  }
  return towards;
}

function mixed(colour: string, other: string, share: number): string {
  const to = channels(other);
  const parts = channels(colour).map((channel, at) => Math.round(channel + ((to[at] ?? 0) - channel) * share));
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}
