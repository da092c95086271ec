import { type Saying, saying } from '../../../wording/wording.ts';
import { colourPattern, contrast, documentGround, isColour, leastContrast, readableShade } from '../contrast.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'documents.colour',
  description:
    'The colour of headings and of the heads of tables in HTML, PDF, Word and Excel, as `#rrggbb`. It has to be dark enough to be read on white, and white on it (WCAG 2.2 AA).',
  want: 'has to be a colour such as "#0a5c36"',
  example: '#0a5c36',
  otherwise: 'a dark blue, `#24405f`',
  schema: () => ({ type: 'string', pattern: colourPattern }),
  faultOf: (value): Saying | undefined => {
    if (typeof value !== 'string' || !isColour(value) || isReadable(value)) return undefined;
    const found = (Math.floor(contrast(value, documentGround) * 10) / 10).toFixed(1);
    const darker = readableShade(value, '#000000', documentGround);
    return saying(
      'has to be darker: on the light ground of documents {0} has a contrast of {1} : 1, and words need {2} : 1; a shade of it that has is "{3}"',
      value,
      found,
      leastContrast,
      darker,
    );
  },
  read: ({ value }): string | undefined =>
    typeof value === 'string' && isColour(value) && isReadable(value) ? value : undefined,
});

/** On the ground of documents; on white the contrast is greater, and white on it has the same. */
const isReadable = (colour: string): boolean => contrast(colour, documentGround) >= leastContrast;
