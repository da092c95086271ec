/** Colours of levels that everybody can tell apart, on the scale cividis: from dark blue for the lowest to yellow for the highest. */
import { interpolateCividis } from 'd3-scale-chromatic';

/** The colour of a level, 0 for the lowest of `count`, and whether what stands on it has to be light. */
export function levelColour(rank: number, count: number): { readonly fill: string; readonly isDark: boolean } {
  // The darkest part is left out: marks stand on it.
  const fill = interpolateCividis(count < 2 ? 0.5 : 0.25 + (0.75 * rank) / (count - 1));
  const [red = 0, green = 0, blue = 0] = (fill.match(/\d+/g) ?? []).map(Number);
  return { fill, isDark: luminance(red, green, blue) < 0.18 };
}

/** The relative luminance of WCAG 2.2, 0 to 1, of a colour of sRGB in parts of 255. */
function luminance(...colour: readonly [red: number, green: number, blue: number]): number {
  const [red = 0, green = 0, blue = 0] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
