/** Why a control is in or out: texts, risks, requirements and grounds. */
import { withAnnexPrefix } from '../../catalogues/control-ids.ts';
import { saying } from '../../wording/wording.ts';
import { sameText } from '../cells.ts';
import { coarseParts, fineParts } from '../values/lists.ts';
import { idName, isName } from '../values/names.ts';
import { wordOf } from '../values/words.ts';
import { words } from '../write/declaration.ts';
import type { Contribution } from './control-rows.ts';
import type { Entity, FieldCell } from './entity.ts';
import type { DeclaredControl } from './identify-controls.ts';
import type { Register } from './register.ts';

/** Texts of several rows, each behind the id it stood under; the same text once. */
export function joined(
  contributions: readonly Contribution[],
  read: (entity: Entity) => string | undefined,
): string | undefined {
  const all = contributions.flatMap(({ entity, former }) => {
    const value = read(entity);
    return value === undefined ? [] : [{ id: former?.id, value }];
  });
  const distinct = all.filter(({ value }, index) => all.findIndex(other => sameText(other.value, value)) === index);
  if (distinct.length <= 1) return distinct[0]?.value;
  return distinct.map(({ id, value }) => (id === undefined ? value : `${id}: ${value}`)).join('\n\n');
}

/** Why a control is in or out: texts, risks, requirements and grounds. */
export function reasonsOf(
  { decision }: DeclaredControl,
  contributions: readonly Contribution[],
  namedBy: ReadonlySet<string>,
  notes: FieldCell[],
  register: Register,
  about: string,
): { readonly because: readonly string[]; readonly justification: string | undefined } {
  const because = new Set<string>();
  const said = (field: string): FieldCell[] => contributions.flatMap(({ entity }) => entity.fields.get(field) ?? []);
  for (const entry of said('risks'))
    for (const name of risksOf(entry, notes, register, about)) if (!namedBy.has(name)) because.add(name);
  for (const entry of said('reasons'))
    for (const each of codesOf(entry, decision, notes, register, about)) because.add(each);
  const justification = joined(contributions, entity => {
    const all = ['justification', 'inclusion', 'exclusion'].flatMap(field => {
      const entries = entity.fields.get(field) ?? [];
      const isOther =
        (field === 'exclusion' && decision !== undefined && decision !== 'no') ||
        (field === 'inclusion' && decision === 'no');
      if (isOther)
        for (const entry of entries) {
          register.ledger.remark(
            'contradiction',
            'other-justification',
            saying('“{0}” is filled in though the decision is {1}; it is kept in notes', entry.heading, decision ?? ''),
            { cell: entry.cell, about },
          );
          notes.push(entry);
        }
      return isOther ? [] : entries;
    });
    return all.map(entry => register.verbatim(entry)).join('\n') || undefined;
  });
  return { because: [...because], justification };
}

/** Risks by id or title; what no register has is declared only where it looks like an id. */
function risksOf(entry: FieldCell, notes: FieldCell[], register: Register, about: string): string[] {
  const { cell, heading } = entry;
  const whole = register.find('risk', cell.text);
  const parts =
    whole === undefined
      ? fineParts(cell.text).flatMap(part =>
          register.find('risk', part) === undefined && /^\S+\d(?: \S+\d)+$/.test(part) ? part.split(' ') : [part],
        )
      : [cell.text];
  const named = parts.filter(part => register.find('risk', part) !== undefined || looksLikeId(part));
  if (named.length < parts.length) {
    register.ledger.remark(
      'not understood',
      'no-risks',
      saying('“{0}” names what is no risk by its id or title; it is kept in notes', heading),
      { cell, about },
    );
    notes.push(entry);
  }
  if (!named.length) return [];
  register.ledger.written(cell);
  const names = named.map(part => {
    const known = register.find('risk', part);
    if (known !== undefined) return known;
    const name = idName(part, 'R');
    const draft = register.declare('risk', name, isName(part) ? undefined : part);
    register.learn('risk', part, draft.name);
    register.ledger.remark(
      'created',
      'created-risk',
      saying('Declared as risk without content: “{0}” names it, and no register lists it', heading),
      { place: cell.place, text: part, about: `risk ${draft.name}` },
    );
    return draft.name;
  });
  if (names.join(', ') !== cell.text) register.ledger.read(cell, heading, `because ${names.join(', ')}`, about);
  return names;
}

/** `R-1`, `RISK 007`, `IT-R.12`. */
const looksLikeId = (part: string): boolean =>
  /^\p{L}[\p{L}\d._/-]{0,19}(?: \d{1,8})?$/u.test(part) && /\d$/.test(part);

/** `RRA`, `LR: Gdpr, Nis2`, `covered by A.8.1`, `no such activity`, as our own Statement of Applicability has them. */
function codesOf(
  entry: FieldCell,
  decision: string | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const { cell, heading } = entry;
  const found: string[] = [];
  let isKept = false;
  for (const part of coarseParts(cell.text)) {
    const code = /^(LR|CO|BR|RRA)(?:: ?(.+))?$/.exec(part);
    const covered = /^(?:covered by|abgedeckt durch) (\S+)$/i.exec(part)?.[1];
    const ground = wordOf('exclusionGround', part, register.mapping);
    if (code?.[1] === 'RRA') continue;
    if (code?.[2] !== undefined)
      for (const name of fineParts(code[2])) found.push(requirement(name, code[1] as string, entry, register));
    else if (covered !== undefined) found.push(`covered-by ${withAnnexPrefix(covered) ?? idName(covered, 'OWN')}`);
    else if (ground !== undefined && decision === 'no') found.push(ground);
    else isKept = true;
  }
  if (isKept) {
    register.ledger.remark(
      'not understood',
      'reasons',
      saying('“{0}” names no risk, requirement or ground that the language has; it is kept in notes', heading),
      { cell, about },
    );
    notes.push(entry);
  } else
    register.ledger.read(
      cell,
      heading,
      found.length ? `because ${found.join(', ')}` : saying('the risks that name the control'),
      about,
    );
  return found;
}

function requirement(called: string, code: string, entry: FieldCell, register: Register): string {
  const known = register.find('requirement', called);
  if (known !== undefined) return known;
  const party =
    register.find('party', partyOfRequirements) ??
    register.declare('party', 'ImportedRequirements', partyOfRequirements).name;
  register.learn('party', partyOfRequirements, party);
  const name = register.names.take(idName(called, 'Req'));
  register.learn('requirement', called, name);
  const kind = wordOf('requirementKind', code, register.mapping);
  register.draftOf(party)?.entries.push({
    block: { keyword: 'requirement', name, ...(name !== called && { title: called }), entries: words('kind', kind) },
  });
  register.ledger.remark(
    'created',
    'created-requirement',
    saying('Declared as requirement: “{0}” names it; say whose requirement it is', entry.heading),
    { place: entry.cell.place, text: called, about: `requirement ${name}` },
  );
  return name;
}

const partyOfRequirements = 'Requirements named in the imported Statement of Applicability';
