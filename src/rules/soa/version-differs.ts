import { isSameVersion, statementVersions } from '../../analysis/statement.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

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
  on: ['Isms'],
  check(isms, { report, collect }) {
    const { version } = isms;
    if (!version) return;
    const documents = collect(statementVersions);
    const last = documents.at(-1);
    if (!last || documents.some(document => isSameVersion(document.version, version.value))) return;
    report({
      at: version,
      message: saying(
        'The Statement of Applicability has version {0} here, but {1} in {2}; write the approved one in both.',
        version.value,
        last.version,
        last.name,
      ),
    });
  },
});
