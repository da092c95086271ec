import { hasText } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel, shortText } from '../wording.ts';

/** `https://…` and the like. */
const address = /^[a-z][a-z0-9+.-]*:\/\//i;

export default rule({
  code: 'document/missing-file',
  severity: 'error',
  moment: 'contradiction',
  clause: '7.5.3 a',
  summary: 'The file of a document does not exist.',
  why: 'Documented information has to be available. A policy that cannot be opened is not communicated either.',
  remedy:
    'Correct the path, which is relative to the file that declares the document, or add the file. For an address use `link:`.',
  example: {
    bad: 'document AccessPolicy "Access policy" {\n  kind: policy\n  file: "policies/acess.md"\n}',
    good: 'document AccessPolicy "Access policy" {\n  kind: policy\n  link: "https://wiki.acme.example/access"\n}',
  },
  on: ['PolicyDocument'],
  damagedToo: true,
  check(document, context) {
    const { file } = document;
    if (!file || !hasText(file)) return;
    if (address.test(file.value)) {
      context.report({
        at: file,
        message: saying('The file of {0} is an address; write `link:` instead of `file:`.', shortLabel(document)),
        data: 'link',
      });
    } else if (context.fileExists(document, file.value) === false) {
      context.report({
        at: file,
        message: saying(
          'The file of {0}, {1}, does not exist below the folder of this declaration; correct the path or add it.',
          shortLabel(document),
          shortText(file.value),
        ),
      });
    }
  },
  fix({ declaration, data }) {
    const key = declaration.$keys.find(({ feature }) => feature === 'file');
    if (data !== 'link' || !key || declaration.link) return [];
    const edit = { declaration, start: key.start, end: key.end, text: 'link' };
    return [{ title: say('Write `link:`'), edits: [edit], safe: true, preferred: true }];
  },
});
