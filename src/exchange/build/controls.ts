/** The Statement of Applicability: an entry for each control that the register speaks of. Ids of 2013 become those of 2022. */
import type { Control2013 } from '../../catalogues/annex-a-2013.ts';
import { withoutEnd } from '../../model/without-end.ts';
import { later, saying } from '../../wording/wording.ts';
import { isNotImplemented, isPlaceholder, wordOf } from '../values/words.ts';
import { text, words } from '../write/declaration.ts';
import { joined, reasonsOf } from './control-reasons.ts';
import type { Contribution } from './control-rows.ts';
import { themeOf } from './control-themes.ts';
import { documents } from './documents.ts';
import { type Entity, type FieldCell, placeOf } from './entity.ts';
import { idText } from './id-cell.ts';
import type { DeclaredControl } from './identify-controls.ts';
import { readWord } from './read-word.ts';
import type { Register } from './register.ts';

export function writeControl(
  declared: DeclaredControl,
  namedByRisks: ReadonlyMap<string, ReadonlySet<string>>,
  register: Register,
): void {
  const { draft, contributions } = declared;
  const about = `control ${draft.name}`;
  const many = contributions.length;
  const notes: FieldCell[] = contributions.flatMap(({ entity, former }) =>
    entity.notes.map(entry => labelled(entry, former, many)),
  );
  const said = (field: string): FieldCell[] => contributions.flatMap(({ entity }) => entity.fields.get(field) ?? []);
  const decision = agreed(
    contributions,
    'applicable',
    entity => decisionOf(entity, register, about, notes),
    later('The rows differ in whether it is applicable, so it is left open: {0}'),
    notes,
    about,
    register,
  );
  declared.decision = decision?.split(' ')[0];
  const status = agreed(
    contributions,
    'status',
    entity => statusOf(entity, register, about, notes),
    later('The rows differ in its status, so it is left open: {0}'),
    notes,
    about,
    register,
  );
  const owners = said('owner').map(entry => ({ entry, name: register.actor(entry, notes, about) }));
  const owner = single(owners, notes, about, register);
  const { because, justification } = reasonsOf(
    declared,
    contributions,
    namedByRisks.get(draft.name) ?? new Set(),
    notes,
    register,
    about,
  );
  const ownTheme = themeOf(draft, said('theme'), notes, register, about);
  draft.entries.push(
    ...words('applicable', decision),
    ...words('because', ...because),
    ...text('justification', justification),
    ...words('status', status),
    ...text(
      'implementation',
      joined(contributions, entity => implementationOf(entity, register)),
    ),
    ...words('owner', owner),
    ...words('evidence', ...documents(said('evidence'), 'evidence', notes, register, about)),
    ...words('policies', ...documents(said('policies'), 'document', notes, register, about)),
    ...words('theme', ownTheme),
  );
  const former = contributions.flatMap(each => each.former?.id ?? []);
  const lines = former.length ? [`Formerly ${former.join(', ')} (2013 edition)`] : [];
  draft.entries.push(...register.notes([...new Set(notes)], about, lines));
}

/** Of several rows, a note says which of the controls of 2013 it was about. */
const labelled = (entry: FieldCell, former: Control2013 | undefined, many: number): FieldCell =>
  former && many > 1 ? { ...entry, label: `${former.id} ${entry.label ?? entry.heading}` } : entry;

/** What all rows say alike; undefined, and reported, where they differ: merging decides nothing. A table without such a column says nothing of it. */
function agreed(
  contributions: readonly Contribution[],
  field: string,
  read: (entity: Entity) => string | undefined,
  differing: string,
  notes: FieldCell[],
  about: string,
  { ledger }: Register,
): string | undefined {
  const all = contributions
    .map(each => ({ ...each, value: read(each.entity) }))
    .filter(({ entity, former, value }) => value !== undefined || saysOf(entity, former, field));
  const values = new Set(all.map(({ value }) => value));
  if (values.size <= 1) return all[0]?.value;
  for (const { entity, former } of all)
    for (const entry of entity.fields.get(field) ?? [])
      if (!notes.some(({ cell }) => cell === entry.cell)) notes.push(labelled(entry, former, all.length));
  const shown = all.map(({ entity, former, value }) =>
    saying('{0} says {1}', former?.id ?? idText(entity) ?? '', value ?? saying('nothing')),
  );
  for (const { entity } of all)
    ledger.remark('contradiction', 'undecided-merge', saying(differing, { items: shown, conjunction: 'none' }), {
      place: placeOf(entity),
      about,
    });
  return undefined;
}

/** Whether a row without a value says something of a field all the same: an empty cell does of a control of 2013 only, which may not be merged. */
const saysOf = ({ fields, table }: Entity, former: Control2013 | undefined, field: string): boolean =>
  fields.has(field) || (former !== undefined && table.columns.some(column => column.field === field));

function decisionOf(entity: Entity, register: Register, about: string, notes: FieldCell[]): string | undefined {
  const { ledger, mapping } = register;
  const [entry, ...more] = entity.fields.get('applicable') ?? [];
  notes.push(...more);
  const inherited = inheritedFrom(entity, register);
  if (!entry) return inherited;
  const { cell, heading } = entry;
  const provider = providerIn(cell.text);
  if (provider !== '') {
    ledger.read(cell, heading, `inherited from ${provider}`, about);
    return `inherited from ${supplierOf(provider, entry, register)}`;
  }
  const word = wordOf('decided', cell, mapping);
  if (word === undefined && isPlaceholder(cell.text)) {
    ledger.remark(
      'incomplete',
      'undecided',
      saying('“{0}” says that nothing is decided yet, so nothing is written', heading),
      {
        cell,
        about,
      },
    );
    return undefined;
  }
  if (word === undefined) {
    ledger.remark('not understood', 'applicable', saying('“{0}” is neither yes nor no; it is kept in notes', heading), {
      cell,
      about,
    });
    notes.push(entry);
    return undefined;
  }
  readWord('decided', entry, word, notes, register, about);
  return word === 'yes' && inherited ? inherited : word;
}

/** `Inherited from HostCo`, `Applicable (inherited from HostCo)`: the supplier; empty for anything else. */
function providerIn(said: string): string {
  const match = /^(?:applicable \()?(?:inherited|geerbt|outsourced) (?:from|to|von|an)[ :](.*)$/is.exec(said);
  const named = (match?.[1] ?? '').trim();
  return withoutEnd(/^applicable/i.test(said) ? named.slice(0, named.endsWith(')') ? -1 : undefined) : named, ' ');
}

const supplierOf = (called: string, entry: FieldCell, register: Register): string =>
  register.resolve('supplier', 'supplier', called.trim(), entry);

const inheritedPattern = /^(?:Inherited from|Übernommen von) ([^\n]+)(?:\n|$)/;

/** Our Statement of Applicability names the supplier before the implementation. */
function inheritedFrom(entity: Entity, register: Register): string | undefined {
  const [entry] = entity.fields.get('implementation') ?? [];
  if (!entry) return undefined;
  if (/^(?:Inherited|Übernommen)(?:\n|$)/.test(entry.cell.text)) return 'inherited';
  const supplier = inheritedPattern.exec(entry.cell.text)?.[1];
  if (supplier === undefined) return undefined;
  return `inherited from ${supplierOf(supplier, entry, register)}`;
}

function implementationOf(entity: Entity, register: Register): string | undefined {
  const entries = entity.fields.get('implementation') ?? [];
  const texts = entries.map(entry => {
    const inherited = inheritedPattern.exec(entry.cell.text) ?? /^Inherited(?:\n|$)/.exec(entry.cell.text);
    if (!inherited) return register.verbatim(entry);
    register.ledger.read(
      entry.cell,
      entry.heading,
      saying('the supplier that performs the control, and the implementation'),
    );
    return entry.cell.text.slice(inherited[0].length);
  });
  return texts.filter(Boolean).join('\n') || undefined;
}

function statusOf(entity: Entity, register: Register, about: string, notes: FieldCell[]): string | undefined {
  const { ledger, mapping } = register;
  const [entry, ...more] = entity.fields.get('status') ?? [];
  notes.push(...more);
  if (!entry) return undefined;
  const { cell, heading } = entry;
  const word = wordOf('controlStatus', cell, mapping);
  if (word !== undefined) readWord('controlStatus', entry, word, notes, register, about);
  else if (isPlaceholder(cell.text) && !isNotImplemented(cell.text))
    ledger.remark(
      'incomplete',
      'placeholder',
      saying('“{0}” says that there is nothing yet, so nothing is written', heading),
      {
        cell,
        about,
      },
    );
  else {
    const why = isNotImplemented(cell.text)
      ? saying('“{0}” says that nothing is there, which is not the same as planned; it is kept in notes', heading)
      : saying('“{0}” is none of planned, partial, implemented; it is kept in notes', heading);
    ledger.remark(isNotImplemented(cell.text) ? 'incomplete' : 'not understood', 'status', why, { cell, about });
    notes.push(entry);
  }
  return word;
}

function single(
  all: readonly { entry: FieldCell; name: string | undefined }[],
  notes: FieldCell[],
  about: string,
  { ledger }: Register,
): string | undefined {
  const names = new Set(all.flatMap(({ name }) => name ?? []));
  if (names.size <= 1) return [...names][0];
  for (const { entry } of all) {
    ledger.remark(
      'contradiction',
      'undecided-merge',
      saying('The rows differ in the owner, so it is left open; all are kept in notes'),
      { cell: entry.cell, about },
    );
    notes.push(entry);
  }
  return undefined;
}

/** Controls that are excluded although a risk relies on them. */
export function reportExcludedInUse(
  controls: readonly DeclaredControl[],
  namedByRisks: ReadonlyMap<string, ReadonlySet<string>>,
  { ledger }: Register,
): void {
  for (const { draft, decision, contributions } of controls) {
    const risks = namedByRisks.get(draft.name);
    const [first] = contributions;
    if (decision === 'no' && risks?.size && first)
      ledger.remark(
        'contradiction',
        'excluded-but-used',
        saying('{0} is excluded, and {1} relies on it', draft.name, [...risks].join(', ')),
        { place: placeOf(first.entity), about: `control ${draft.name}` },
      );
  }
}
