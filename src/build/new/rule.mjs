/** @type {import('./skeleton.d.mts').Skeleton} */
export const rule = {
  shape: /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/,
  example: 'soa/what-it-finds',
  files: code => ({
    [`src/rules/${code}.ts`]: `import { label, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: '${code}',
  severity: 'warning',
  summary: 'A risk has no description.',
  why: 'Say why an auditor cares, in the words of the field.',
  remedy: 'Say what to do about it.',
  example: {
    bad: 'risk R-1 "Loss of the database" {}',
    good: 'risk R-1 "Loss of the database" {\\n  description: "The only copy is lost"\\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    if (risk.description) return;
    report({ at: nameSpan(risk), message: saying('{0} has no description; add \`description:\`.', label(risk)) });
  },
});
`,
    [`test/rules/${code}/basic.isms`]: `risk R-1 "Loss of the database" {}
//   ^^^ warning ${code}: R-1 has no description; add \`description:\`.
`,
    [`test/rules/${code}/clean.isms`]: `risk R-1 "Loss of the database" {
  description: "The only copy is lost"
}
`,
    [`test/rules/${code}/near-miss.isms`]: `// What is nearly a finding, and none.
asset Db "Customer database" {}
`,
  }),
  next: [
    'write the check, the metadata and the fixtures',
    'where its area is new, give it a moment in src/rules/presets.ts; where the rule matters sooner or later than its area, say so by `moment`',
    'npm run generate',
    'say its messages in German: src/wording/findings-de.json',
    'npm test -- unit test/rules test/wording',
    'add an exhibit to examples/broken',
    'npm run docs',
  ],
};
