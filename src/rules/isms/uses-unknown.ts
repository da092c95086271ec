import { quote } from '../../syntax/text/quoted-text.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'isms/uses-unknown',
  severity: 'error',
  summary: 'An ISMS uses another one that is not there.',
  why: 'What the other ISMS shares, such as suppliers, roles and policies of the group, is found nowhere then. Until it is found, names that it may share are not checked.',
  remedy:
    'Give the folder in which the file with the other `isms` block lies, relative to this file, as in `uses: "../group"`. Upper and lower case count.',
  example: {
    bad: 'isms Plant "Plant ISMS" {\n  uses: "../grup"\n}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}',
    good: 'isms Plant "Plant ISMS" {\n  uses: "../group"\n}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}',
  },
  on: ['Isms'],
  damagedToo: true,
  check(declaration, { report, neighbour, isms }) {
    // Of several blocks the first counts, and that there are several is told.
    if (declaration !== isms) return;
    const { uses } = declaration;
    for (const path of uses) {
      const state = neighbour(path.value);
      if (state === 'there') continue;
      const written = quote(path.value);
      report({
        at: path,
        message:
          state === 'itself'
            ? saying('{0} is the folder of this ISMS itself; name that of another one, or delete it.', written)
            : saying(
                'No ISMS is found in {0}, seen from this file; give the folder with the file that has its isms block.',
                written,
              ),
      });
    }
  },
});
