import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'isms/duplicate',
  severity: 'error',
  clause: '4.4',
  summary: 'A folder has two `isms` blocks.',
  why: 'A folder with everything below it is one ISMS, with one Statement of Applicability and one approval. Of several blocks only the first one counts.',
  remedy:
    'Merge the two blocks, or move the second one with its files into a folder of its own: each such folder is an ISMS.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nisms Labs "Acme Labs ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}',
  },
  on: ['Isms'],
  damagedToo: true,
  check(declaration, { report, all }) {
    const [first] = all('Isms');
    if (!first || first === declaration) return;
    report({
      at: nameSpan(declaration),
      message: saying(
        '{0} is declared for this folder already; merge the two, or move this one to a folder of its own.',
        labelled(first),
      ),
      related: [{ declaration: first, message: saying('The first `isms`') }],
    });
  },
});
