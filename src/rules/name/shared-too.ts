import { topTypes } from '../../language/schema.ts';
import type { Kind } from '../../model/declaration.ts';
import { isShared } from '../../model/reference-types.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { aKind } from './_described.ts';

export default rule({
  code: 'name/shared-too',
  severity: 'info',
  summary: 'A name is declared here, and in an ISMS that this one uses.',
  why: 'What is written down twice drifts apart: the review of the supplier is noted in one place and overdue in the other. Here only the declaration of this ISMS counts.',
  remedy: 'Delete the declaration here if both mean the same, or give it another name.',
  example: {
    bad: 'isms Plant "Plant ISMS" {\n  uses: "../group"\n}\nsupplier HostCo "Hosting" {}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}\nsupplier HostCo "HostCo B.V." {}',
    good: 'isms Plant "Plant ISMS" {\n  uses: "../group"\n}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}\nsupplier HostCo "HostCo B.V." {}',
  },
  on: topTypes.map(({ name }) => name as Kind).filter(isShared),
  check(declaration, { report, shared, origin }) {
    for (const { name, type, start, end } of declaration.$definitions) {
      const [other] = shared(name, type);
      const where = other && origin(other.declaration);
      if (!other || where === undefined) continue;
      report({
        at: { start, end },
        message: saying(
          '{0} is {1} of the ISMS in {2} too; delete this one if both are the same, or give it another name.',
          name,
          aKind(type),
          where,
        ),
        related: [{ declaration: other.declaration, name, message: saying('What {0} shares as {1}', where, name) }],
      });
    }
  },
});
