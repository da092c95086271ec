import { defaultLineWidth } from '../../../syntax/format/format.ts';
import { saying } from '../../../wording/wording.ts';
import { setting } from '../setting.ts';

/** Narrower than the first nothing reads well, and wider than the second nobody sees. In UTF-16 code units. */
const least = 40;
const most = 1000;

export default setting({
  key: 'format.lineWidth',
  description: 'How long a line may become before bodies and lists go over several, in UTF-16 code units.',
  want: saying('has to be a whole number from {0} to {1}', least, most),
  example: 100,
  otherwise: String(defaultLineWidth),
  schema: () => ({ type: 'integer', minimum: least, maximum: most, default: defaultLineWidth }),
  read: ({ value }): number | undefined =>
    Number.isInteger(value) && value >= least && value <= most ? value : undefined,
});

/** How long lines may become in an ISMS with a configuration, or in a file without one. In UTF-16 code units. */
export const lineWidthOf = (config: { readonly lineWidth?: number } | undefined): number =>
  config?.lineWidth ?? defaultLineWidth;
