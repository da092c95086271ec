import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'asset/no-owner',
  severity: 'warning',
  clause: 'A.5.9',
  summary: 'An asset has no owner.',
  why: 'The owner decides who may use the asset and how well it is protected, and is asked when its risks are assessed.',
  remedy: 'Add `owner:` with the role that is accountable for the asset.',
  asks: ['owner'],
  example: {
    bad: 'asset CustomerDb "Customer database" {\n  type: information\n}',
    good: 'role Dba "Database administrator"\nasset CustomerDb "Customer database" {\n  type: information\n  owner: Dba\n}',
  },
  on: ['Asset'],
  check(asset, { report }) {
    if (asset.owner) return;
    report({
      at: nameSpan(asset),
      message: saying('{0} has no owner; add `owner:` with the role that is accountable for it.', labelled(asset)),
    });
  },
});
