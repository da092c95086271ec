import { hasText } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel, shortText } from '../wording.ts';

/** `https://…` and the like. */
const address = /^[a-z][a-z0-9+.-]*:\/\//i;

export default rule({
  code: 'evidence/missing-file',
  severity: 'error',
  moment: 'contradiction',
  clause: '7.5.3 a',
  summary: 'The file of a piece of evidence does not exist.',
  why: 'Evidence that cannot be produced in the audit shows nothing.',
  remedy:
    'Correct the path, which is relative to the file that declares the evidence, or add the file. For an address use `link:`.',
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  file: "restore-2025.pdf"\n}',
    good: 'evidence RestoreTest "Restore test report" {\n  link: "https://tickets.acme.example/4711"\n}',
  },
  on: ['Evidence'],
  damagedToo: true,
  check(evidence, context) {
    const { file } = evidence;
    if (!file || !hasText(file)) return;
    if (address.test(file.value)) {
      context.report({
        at: file,
        message: saying('The file of {0} is an address; write `link:` instead of `file:`.', shortLabel(evidence)),
        data: 'link',
      });
    } else if (context.fileExists(evidence, file.value) === false) {
      context.report({
        at: file,
        message: saying(
          'The file of {0}, {1}, does not exist below the folder of this declaration; correct the path or add it.',
          shortLabel(evidence),
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
