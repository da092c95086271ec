/** The logo of an organisation within a page: a picture of its own, from which nothing is loaded or run. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { encodeBase64 } from '../../model/base64.ts';
import { type Logo, logoSize, pixelsOf } from '../shared/branding.ts';
import { plainText } from '../shared/text.ts';

/** What the policy of a page has to allow for it. */
export const logoPolicy = 'img-src data:';

export function logoImage(logo: Logo): Element {
  const { width, height } = logoSize(logo);
  return h('img', {
    className: ['logo'],
    src: `data:image/${logo.type};base64,${encodeBase64(logo.bytes)}`,
    alt: plainText(logo.words).replace(/\s+/g, ' '),
    width: pixelsOf(width * enlarged),
    height: pixelsOf(height * enlarged),
  });
}

/** On a screen it is somewhat larger than on paper, as the title is. */
const enlarged = 1.25;

/** The style of the logo. A dark logo without a ground of its own is seen on a dark page too. */
export const logoStyle = `
.logo { float: right; margin: 0 0 1rem 2rem; object-fit: contain; }
header dl { clear: both; }
@media screen and (prefers-color-scheme: dark) { .logo { padding: 0.4rem; border-radius: 4px; background: #fff; box-sizing: content-box; } }
@media print { .logo { max-width: 60mm; max-height: 13mm; width: auto; height: auto; } }
`;

/** In a view of the editor, whose theme may be dark whatever the system's scheme is. */
export const editorLogoStyle = `
.logo { padding: 0.4rem; border-radius: 4px; background: #fff; box-sizing: content-box; }
`;
