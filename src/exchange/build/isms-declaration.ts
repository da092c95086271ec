/** The `isms` block, of what stands beside the tables. */
import { saying } from '../../wording/wording.ts';
import type { FoundFact } from '../recognise/facts.ts';
import { titleName } from '../values/names.ts';
import { type Declaration, type Entry, line, words } from '../write/declaration.ts';
import { approvers } from './acceptance.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

export function ismsDeclaration(facts: readonly FoundFact[], register: Register): Declaration {
  const factOf = (name: FoundFact['name']): string | undefined => {
    const fact = facts.find(each => each.name === name);
    if (fact) register.ledger.written(fact.value);
    return fact?.value.text;
  };
  const title = factOf('isms');
  const organization = factOf('organization');
  const approved = facts.find(({ name }) => name === 'approved');
  return {
    keyword: 'isms',
    name: register.names.take(titleName(title ?? organization ?? 'Isms', 'Isms')),
    ...(title !== undefined && { title }),
    entries: [
      ...line('organization', organization),
      ...standard(facts, register),
      ...line('version', factOf('version')),
      ...approval(approved, register),
    ],
  };
}

/** The edition that the language knows; another one is not written. */
function standard(facts: readonly FoundFact[], register: Register): Entry[] {
  const fact = facts.find(({ name, value }) => name === 'standard' && /27001:2022/.test(value.text));
  if (!fact) return [];
  register.ledger.read(fact.value, fact.label.text, 'ISO27001-2022');
  return words('standard', 'ISO27001-2022');
}

/** `2026-03-26 by Chief executive officer until 2027-03-25`, as our own documents have it. */
function approval(fact: FoundFact | undefined, register: Register): Entry[] {
  if (!fact) return [];
  const match = /^(\d{4}-\d\d-\d\d)(?: by ([^\n]+?))?(?: until (\d{4}-\d\d-\d\d))?$/.exec(fact.value.text);
  if (!match) return [];
  const entry = { cell: { ...fact.value, text: match[2] ?? '' }, heading: fact.label.text };
  const doubtful: FieldCell[] = [];
  const by = match[2] === undefined ? [] : approvers(entry, doubtful, register, 'isms');
  if (doubtful.length) return [];
  register.ledger.read(fact.value, fact.label.text, saying('the approval of the Statement of Applicability'));
  return words(
    'approved',
    [match[1], by.length ? `by ${by.join(', ')}` : '', match[3] ? `until ${match[3]}` : ''].filter(Boolean).join(' '),
  );
}
