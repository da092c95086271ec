/** The controls that a cell names, as names of the language. */

import { type Saying, saying } from '../../wording/wording.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { controlRefs } from '../values/control-refs.ts';
import { coarseParts } from '../values/lists.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

/** Names of controls, and what of the cell is no control. Ids of 2013 are replaced, and reported. */
export function controlTargets(
  entry: FieldCell,
  register: Register,
  about: string,
): { readonly names: readonly string[]; readonly rest: readonly string[] } {
  const { cell, heading } = entry;
  const names = new Set<string>();
  const rest: string[] = [];
  const former: Saying[] = [];
  for (const part of coarseParts(cell.text)) {
    const own = ownControl(part, register);
    if (own !== undefined) {
      names.add(own);
      continue;
    }
    const found = controlRefs(part);
    for (const id of found.ids) names.add(id);
    for (const { id, successors } of found.former) former.push(saying('{0} became {1}', id, successors.join(', ')));
    rest.push(...found.rest);
  }
  const list = [...names];
  if (former.length)
    register.ledger.remark(
      'changed',
      'former-control',
      saying(
        '“{0}” names controls of the 2013 edition: {1}',
        heading,
        former.reduce((all, one) => saying('{0}; {1}', all, one)),
      ),
      { cell, about },
    );
  else if (list.length && list.join(', ') === cell.text) register.ledger.written(cell);
  else if (list.length) register.ledger.read(cell, heading, list.join(', '), about);
  return { names: list, rest };
}

/** A control by all that a part says, or one beyond Annex A by its id before its title: behind one of Annex A others may follow. */
function ownControl(part: string, register: Register): string | undefined {
  const whole = register.find('control', part);
  if (whole !== undefined) return whole;
  const first = part.split(/[\s:]/)[0] ?? '';
  return comparableWhole(first) === '' || controlRefs(first).ids.length ? undefined : register.find('control', first);
}
