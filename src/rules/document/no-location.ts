import { hasText } from '../../analysis/control.ts';
import { leadsSomewhere } from '../../analysis/evidence.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'document/no-location',
  severity: 'warning',
  clause: '7.5.3 a',
  summary: 'It is not said where a document is.',
  why: 'Documented information has to be available where and when it is needed. An entry without a document behind it is only the intention to write one.',
  remedy: 'Add `file:` with its path, or `link:` with the address at which it is kept.',
  asks: ['file', 'link'],
  example: {
    bad: 'document AccessPolicy "Access policy" {\n  kind: policy\n  version: "4"\n}',
    good: 'document AccessPolicy "Access policy" {\n  kind: policy\n  version: "4"\n  link: "https://wiki.acme.example/access"\n}',
  },
  on: ['PolicyDocument'],
  check(document, { report }) {
    if (hasText(document.file) || leadsSomewhere(document.link)) return;
    report({
      at: document.file ?? document.link ?? nameSpan(document),
      message: saying(
        '{0} does not say where it is; add `file:` with a path or `link:` with an address.',
        labelled(document),
      ),
    });
  },
});
