/** Assets, suppliers and people. */
import { saying } from '../../wording/wording.ts';
import { sameText } from '../cells.ts';
import { bracketsOf } from '../recognise/normalise.ts';
import { isInDoubt, isInHouse, isKnownAs } from '../values/doubt.ts';
import { coarseParts, fineParts } from '../values/lists.ts';
import { idName, isName, titleName, wordName } from '../values/names.ts';
import { isPlaceholder, periodOf, wordOf } from '../values/words.ts';
import { line, text, words } from '../write/declaration.ts';
import { calledParts } from './called.ts';
import { documents } from './documents.ts';
import { type Entity, type FieldCell, placeOf } from './entity.ts';
import type { Method } from './method-model.ts';
import { readWord } from './read-word.ts';
import type { Draft, Register } from './register.ts';
import { stepIn } from './step.ts';
import { tellDoubt } from './tell-doubt.ts';

export interface DeclaredItem {
  readonly entity: Entity;
  readonly draft: Draft;
}

const flat = (value: string): string => value.split(/\s+/).join(' ');

/** Declares assets or suppliers: under their id where it can be a name, else one made of the title. */
export function declareItems(
  entities: readonly Entity[],
  kind: 'asset' | 'supplier',
  register: Register,
): DeclaredItem[] {
  const prefix = kind === 'asset' ? 'Asset' : 'Supplier';
  const ids = new Set(
    entities.flatMap(({ kind: own, fields }) =>
      own === kind ? (fields.get('id') ?? []).map(({ cell }) => idName(cell.text, prefix).toLowerCase()) : [],
    ),
  );
  // What has no id takes none that another has.
  const apart = (name: string): string => (ids.has(name.toLowerCase()) ? `${prefix}-${name}` : name);
  return entities
    .filter(entity => entity.kind === kind)
    .map(entity => {
      const id = entity.fields.get('id')?.[0];
      const title = entity.fields.get('title')?.[0];
      const wanted = id ? idName(id.cell.text, prefix) : apart(titleName(title?.cell.text ?? '', prefix));
      const draft = register.declare(kind, wanted, title && flat(register.verbatim(title)));
      for (const entry of [id, title]) register.learn(kind, entry?.cell.text, draft.name);
      if (id && id.cell.text === draft.name) register.ledger.written(id.cell);
      else if (id)
        register.ledger.remark(
          'changed',
          'id-changed',
          isName(id.cell.text)
            ? saying('The id is taken: there is a name of its own, and the original is kept in notes')
            : saying(
                'The id is written without what no name has (blanks, signs, leading digits); the original is kept in notes',
              ),
          {
            cell: id.cell,
            about: `${kind} ${draft.name}`,
          },
        );
      if (!id && !title)
        register.ledger.remark(
          'created',
          'id-made',
          saying('The row has neither id nor name: it is called {0}', draft.name),
          {
            place: placeOf(entity),
            about: `${kind} ${draft.name}`,
          },
        );
      return { entity, draft };
    });
}

const originalId = ({ entity, draft }: DeclaredItem): string[] => {
  const id = entity.fields.get('id')?.[0];
  return id && id.cell.text !== draft.name ? [`${id.heading}: ${id.cell.text}`] : [];
};

export function writeAsset(item: DeclaredItem, method: Method, register: Register): void {
  const { entity, draft } = item;
  const about = `asset ${draft.name}`;
  const fields = new Fields(entity);
  draft.entries.push(
    ...text('description', fields.verbatim('description', register)),
    ...words('type', fields.word('type', 'assetType', register, about)),
    ...words('owner', fields.actor('owner', register, about)),
    ...words('location', ...named(fields.one('location'), 'location', fields.kept, register, about)),
    ...words('classification', wordFor(fields.one('classification'), fields.kept, register, about)),
    ...(['confidentiality', 'integrity', 'availability'] as const).flatMap(property =>
      words(property, assetValue(fields, property, method, register, about)),
    ),
    ...words('depends-on', ...named(fields.one('dependsOn'), 'asset', fields.kept, register, about)),
    ...words('supplier', supplier(fields.one('supplier'), fields.kept, register, about)),
    ...words('personal-data', fields.word('personalData', 'yesNo', register, about)),
  );
  draft.entries.push(...register.notes(fields.rest(['id', 'title']), about, originalId(item)));
}

export function writeSupplier(item: DeclaredItem, register: Register): void {
  const { entity, draft } = item;
  const about = `supplier ${draft.name}`;
  const fields = new Fields(entity);
  draft.entries.push(
    ...text('description', fields.verbatim('description', register)),
    ...words('owner', fields.actor('owner', register, about)),
    ...line('service', fields.verbatim('service', register)),
    ...words('criticality', wordFor(fields.one('criticality'), fields.kept, register, about)),
    ...line('agreement', agreement(fields, register, about)),
    ...words('review', period(fields, register, about)),
    ...words('reviewed', fields.date('reviewed', register, about)),
    ...words('evidence', ...documents(fields.all('evidence'), 'evidence', fields.kept, register, about)),
  );
  draft.entries.push(...register.notes(fields.rest(['id', 'title']), about, originalId(item)));
}

/** Persons with the roles that they hold; a row with a role alone is a role. */
export function declarePeople(entities: readonly Entity[], register: Register): void {
  const people = entities.filter(({ kind }) => kind === 'person');
  register.hasPeople = people.length > 0;
  for (const entity of people) declarePerson(entity, register);
}

function declarePerson(entity: Entity, register: Register): void {
  const fields = new Fields(entity);
  const roles = fields.all('role').flatMap(entry => rolesOf(entry, fields.kept, register));
  const [email, ...emails] = fields.all('email');
  for (const each of emails) fields.keep(each);
  const name = nameIn(fields.one('title'), register) ?? (roles.length ? undefined : email);
  const role = roles.length === 1 ? register.draftOf(roles[0] as string) : undefined;
  const duties = fields.one('responsibilities');
  const isFirst = role && !role.entries.some(entry => 'key' in entry && entry.key === 'responsibilities');
  if (duties && isFirst) role.entries.unshift(...text('responsibilities', register.verbatim(duties)));
  else if (duties) fields.keep(duties);
  if (name) {
    writePerson(name, email, roles, fields, register);
    return;
  }
  // A row without a name is about its role.
  if (email) fields.keep(email);
  const [first] = roles;
  const draft = first === undefined ? undefined : register.draftOf(first);
  const left = fields.rest(['id']);
  if (draft) register.addNotes(draft, left, `role ${draft.name}`);
  else
    for (const { cell } of left)
      register.ledger.remark('not imported', 'nobody', saying('The row names neither a person nor a role'), { cell });
}

/** The name of a person; a placeholder is none. */
function nameIn(entry: FieldCell | undefined, { ledger }: Register): FieldCell | undefined {
  if (!entry || !isPlaceholder(entry.cell.text)) return entry;
  ledger.remark('incomplete', 'placeholder', saying('“{0}” names nobody', entry.heading), { cell: entry.cell });
  return undefined;
}

function writePerson(
  name: FieldCell,
  email: FieldCell | undefined,
  roles: readonly string[],
  fields: Fields,
  register: Register,
): void {
  const draft = register.declare('person', titleName(name.cell.text, 'Person'), flat(register.verbatim(name)));
  const about = `person ${draft.name}`;
  for (const called of [name.cell.text, email?.cell.text]) register.learn('actor', called, draft.name);
  register.learnPerson(name.cell.text, draft.name);
  draft.entries.push(
    ...words('roles', ...roles),
    ...line('email', email && register.verbatim(email)),
    ...words('left', fields.date('left', register, about)),
  );
  draft.entries.push(...register.notes(fields.rest(['id']), about));
}

function rolesOf(entry: FieldCell, notes: FieldCell[], register: Register): string[] {
  const { cell, heading } = entry;
  const all = fineParts(cell.text);
  const parts = calledParts(entry, all, 'thing', notes, register, '');
  const names = parts.map(part => {
    const known = register.find('actor', part);
    if (known !== undefined && register.draftOf(known)?.keyword === 'role') return known;
    const draft = register.declare('role', isName(part) ? part : titleName(part, 'Role'), part);
    register.learn('actor', part, draft.name);
    return draft.name;
  });
  if (names.length && all.length > 1) register.ledger.read(cell, heading, names.join(', '));
  return names;
}

/** The fields of an entity, each taken once; what is left over goes to the notes. */
class Fields {
  private readonly entity: Entity;
  private readonly taken = new Set<string>();
  /** What goes to the notes. */
  readonly kept: FieldCell[] = [];

  constructor(entity: Entity) {
    this.entity = entity;
    this.kept.push(...entity.notes);
  }

  all(field: string): FieldCell[] {
    this.taken.add(field);
    return this.entity.fields.get(field) ?? [];
  }

  one(field: string): FieldCell | undefined {
    const [first, ...more] = this.all(field);
    this.kept.push(...more);
    return first;
  }

  /** Those that say what there is. */
  present(field: string, register: Register, about: string): FieldCell[] {
    return this.all(field).filter(
      entry => calledParts(entry, [entry.cell.text], 'proof', this.kept, register, about).length > 0,
    );
  }

  keep(entry: FieldCell): void {
    this.kept.push(entry);
  }

  rest(named: readonly string[]): FieldCell[] {
    const left = [...this.entity.fields].flatMap(([field, entries]) =>
      this.taken.has(field) || named.includes(field) ? [] : entries,
    );
    return [...this.kept, ...left];
  }

  verbatim(field: string, register: Register): string | undefined {
    const entry = this.one(field);
    return entry && register.verbatim(entry);
  }

  actor(field: string, register: Register, about: string): string | undefined {
    const entry = this.one(field);
    return entry && register.actor(entry, this.kept, about);
  }

  date(field: string, register: Register, about: string): string | undefined {
    const entry = this.one(field);
    const date = entry && register.date(entry, about);
    if (entry && date === undefined) this.kept.push(entry);
    return date;
  }

  word(field: string, list: 'assetType' | 'yesNo', register: Register, about: string): string | undefined {
    const entry = this.one(field);
    if (!entry) return undefined;
    const { cell, heading } = entry;
    const word = wordOf(list, cell, register.mapping);
    if (word !== undefined) readWord(list, entry, word, this.kept, register, about);
    else {
      register.ledger.remark(
        'not understood',
        field,
        saying('“{0}” is no word that the language has for it; it is kept in notes', heading),
        { cell, about },
      );
      this.kept.push(entry);
    }
    return word;
  }
}

function agreement(fields: Fields, register: Register, about: string): string | undefined {
  const [first, ...more] = fields.present('agreement', register, about);
  for (const entry of more) fields.keep(entry);
  return first && register.verbatim(first);
}

/** A word of the organisation's own, such as a class of information; undefined where it is in doubt, or one of several. */
function wordFor(
  entry: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): string | undefined {
  if (!entry) return undefined;
  const { text } = entry.cell;
  if (isInDoubt(text) || /[;\n]|\s\/\s|\s(?:or|oder)\s/.test(bracketsOf(text).outside)) {
    tellDoubt(entry, text, register.ledger, about);
    notes.push(entry);
    return undefined;
  }
  const word = wordName(entry.cell.text);
  if (word === entry.cell.text) register.ledger.written(entry.cell);
  else register.ledger.read(entry.cell, entry.heading, word, about);
  return word;
}

function assetValue(
  fields: Fields,
  property: string,
  { values }: Method,
  register: Register,
  about: string,
): string | undefined {
  const entry = fields.one(property);
  if (!entry) return undefined;
  return stepIn(entry, values, 'values', fields.kept, register, about)?.label;
}

/** Names of what the parts of a cell call. */
function named(
  entry: FieldCell | undefined,
  directory: 'location' | 'asset',
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  if (!entry) return [];
  const { cell, heading } = entry;
  const isKnown = (part: string): boolean => isKnownAs(part, called => register.find(directory, called));
  const all = coarseParts(cell.text)
    .flatMap(part => (directory === 'asset' && !isKnown(part) ? fineParts(part) : [part]))
    .flatMap(part => joinedByAnd(part, isKnown));
  const parts = isKnown(cell.text) ? [cell.text] : calledParts(entry, all, 'thing', notes, register, about);
  if (!parts.length) return [];
  register.ledger.written(cell);
  const names = parts.map(part => register.resolve(directory, directory, flat(part), entry));
  if (parts.length > 1 || !sameText(register.draftOf(names[0] ?? '')?.title ?? '', cell.text))
    register.ledger.read(cell, heading, names.join(', '), about);
  return [...new Set(names)];
}

/** `A-01 and A-02` where both are known. */
function joinedByAnd(part: string, isKnown: (part: string) => boolean): string[] {
  if (isKnown(part)) return [part];
  const parts = part.split(/\s(?:and|und|&)\s/).map(each => each.trim());
  return parts.every(isKnown) ? parts : [part];
}

function supplier(
  entry: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): string | undefined {
  if (!entry) return undefined;
  if (isInHouse(entry.cell.text)) {
    register.ledger.remark(
      'incomplete',
      'in-house',
      saying('“{0}” says that nobody else supplies it, so nothing is written; it is kept in notes', entry.heading),
      { cell: entry.cell, about },
    );
    notes.push(entry);
    return undefined;
  }
  const isKnown = isKnownAs(entry.cell.text, called => register.find('supplier', called));
  if (!isKnown && !calledParts(entry, [entry.cell.text], 'thing', notes, register, about).length) return undefined;
  register.ledger.written(entry.cell);
  const name = register.resolve('supplier', 'supplier', flat(entry.cell.text), entry);
  if (!sameText(register.draftOf(name)?.title ?? '', entry.cell.text))
    register.ledger.read(entry.cell, entry.heading, name, about);
  return name;
}

function period(fields: Fields, register: Register, about: string): string | undefined {
  const entry = fields.one('review');
  if (!entry) return undefined;
  const found = periodOf(entry.cell.text);
  if (found === undefined) {
    register.ledger.remark(
      'not understood',
      'period',
      saying('“{0}” is no period such as every 12 months; it is kept in notes', entry.heading),
      { cell: entry.cell, about },
    );
    fields.keep(entry);
  } else register.ledger.read(entry.cell, entry.heading, found, about);
  return found;
}
