import { isSameVersion, isStatement, statementVersions } from '../../analysis/statement.ts';
import { query } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'soa/version-differs',
  severity: 'warning',
  moment: 'contradiction',
  clause: '7.5.3',
  summary: 'The `isms` block and the controlled document give the Statement of Applicability different versions.',
  why: 'The certificate refers to one version of the Statement of Applicability. Where two are given, nobody can tell which of them was approved, and which is in use.',
  remedy:
    'Write the version that was approved last in both places. An earlier document may stay beside the one of today.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  version: "2.3"\n}\ndocument Soa "Statement of Applicability" {\n  covers: 6.1.3\n  version: "1.9"\n}',
    good: 'isms Acme "Acme ISMS" {\n  version: "2.3"\n}\ndocument Soa "Statement of Applicability" {\n  covers: 6.1.3\n  version: "2.3"\n}',
  },
  on: ['PolicyDocument'],
  check(document, { report, get, collect }) {
    const { version } = document;
    if (!version || !isStatement(document)) return;
    const stated = get(statedVersion);
    // An earlier one may stay beside that of today.
    if (!stated || collect(statementVersions).some(other => isSameVersion(other, stated))) return;
    report({
      at: version,
      message: saying(
        'Version {0} of {1} is not that of the `isms` block, which is {2}; write the approved one in both.',
        version.value,
        shortLabel(document),
        stated,
      ),
    });
  },
});

/** The version that the `isms` block states. */
const statedVersion = query('statedVersion', view => view.isms?.version?.value);
