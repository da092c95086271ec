import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { faultyIds, idFault } from './_annex-id.ts';
import { listAround, nameOf, replaceItem } from './_lists.ts';

export default rule({
  code: 'control/misspelt-id',
  severity: 'warning',
  clause: '6.1.3 d',
  summary: 'A control of Annex A is named in another spelling than `A.8.13`.',
  why: 'Names are taken literally, so that `8.13` and `A.8.13` would be two things. Without the prefix a control also cannot be told from a clause: 8.1 is a clause, A.8.1 a control.',
  remedy: 'Write the id with its prefix, as in `A.8.13`; the quick fix does.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  controls: 8.13\n}',
    good: 'risk R-1 "Loss of the database" {\n  controls: A.8.13\n}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    for (const { id, at, fault } of faultyIds(declaration, context)) {
      if (fault.fault !== 'misspelt') continue;
      const { control, clause } = fault.recognised;
      context.report({
        at,
        message: saying(
          clause
            ? '{0} means the control {1}; write it with its prefix ({0} itself is a clause).'
            : '{0} means the control {1}; write it with its prefix.',
          id,
          control.id,
        ),
        data: id,
      });
    }
  },
  fix({ declaration, at, data }, context) {
    const fault = idFault(String(data));
    if (fault?.fault !== 'misspelt') return [];
    const { id } = fault.recognised.control;
    const list = listAround(declaration, at);
    const isThere = (list ?? []).some(item => nameOf(item) === id);
    const edits = replaceItem(declaration, context.textOf(declaration), at, list, isThere ? [] : [id]);
    return [{ title: say('Write {0}', id), edits, safe: true, preferred: true }];
  },
});
