import { isLogoPath, logoPathFault, logoPathPattern } from '../logo-path.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'documents.logo',
  description:
    'The logo on the first page of documents in HTML, PDF, Word and Excel: the path of a PNG or JPEG within the folder of the ISMS, relative to this file, of at most 1 MiB and 2,000,000 pixels. The name of the organisation is its alternative text.',
  want: 'has to be the path of a PNG or JPEG within the folder of the ISMS, as in "logo.png"',
  example: 'pictures/logo.png',
  otherwise: 'documents have no logo',
  schema: () => ({ type: 'string', pattern: logoPathPattern }),
  faultOf: logoPathFault,
  read: ({ value }): string | undefined => (typeof value === 'string' && isLogoPath(value) ? value : undefined),
});
