/** The Statement of Applicability: an entry for each control that the register speaks of. Ids of 2013 become those of 2022. */
import { annexA, compareControlIds } from '../../catalogues/annex-a.ts';
import { type Control2013, find2013 } from '../../catalogues/annex-a-2013.ts';
import { recogniseControlId, withAnnexPrefix } from '../../catalogues/control-ids.ts';
import { controlsByTitle } from '../../catalogues/control-titles.ts';
import { withoutEnd } from '../../language/text/without-end.ts';
import { sameText } from '../cells.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { shortenedId } from '../values/control-refs.ts';
import { coarseParts, fineParts } from '../values/lists.ts';
import { idName, isName, titleName } from '../values/names.ts';
import { isNotImplemented, isPlaceholder, wordOf } from '../values/words.ts';
import { line, text, words } from '../write/declaration.ts';
import { type Entity, type FieldCell, firstText, placeOf } from './entities.ts';
import type { Draft, Register } from './register.ts';

/** One row's part in an entry; of 2013, the control it was. */
interface Contribution {
  readonly entity: Entity;
  readonly former?: Control2013;
}

export interface DeclaredControl {
  readonly draft: Draft;
  readonly contributions: readonly Contribution[];
  decision?: string;
}

/** Fields that make a row a decision; without one of them a heading of a group is only that. */
const deciding = [
  'applicable',
  'justification',
  'inclusion',
  'exclusion',
  'status',
  'implementation',
  'owner',
  'evidence',
  'policies',
  'risks',
  'reasons',
];

/** Declares the entries, so that risks can name own controls. */
export function declareControls(entities: readonly Entity[], register: Register): DeclaredControl[] {
  const rows = entities.filter(({ kind }) => kind === 'soa');
  const former = formerTables(rows);
  const found = new Map<string, { contributions: Contribution[]; title?: string }>();
  const add = (id: string, contribution: Contribution, title?: string): void => {
    const entry = found.get(id) ?? { contributions: [], ...(title !== undefined && { title }) };
    const [other] = contribution.entity.fields.get('title') ?? [];
    if (title !== undefined && entry.title !== title && other)
      register.ledger.remark('contradiction', 'other-title', `${id} has another title in another row, which counts`, {
        cell: other.cell,
        about: `control ${id}`,
      });
    entry.contributions.push(contribution);
    found.set(id, entry);
  };
  for (const entity of rows) identify(entity, former.has(entity.table), add, register);
  reportNew(
    rows.some(({ table }) => former.has(table)),
    found,
    register,
  );
  return [...found]
    .sort(([a], [b]) => compareControlIds(a, b))
    .map(([id, { contributions, title }]) => {
      const draft = register.declare('control', id, title);
      register.learn('control', id, draft.name);
      if (title !== undefined) register.learn('control', title, draft.name);
      for (const { entity } of contributions) register.learn('control', firstText(entity, 'id'), draft.name);
      reportMerge(id, contributions, register);
      return { draft, contributions };
    });
}

/** Tables most of whose ids are those of 2013, where `A.6.2` is a heading and no control. */
function formerTables(rows: readonly Entity[]): ReadonlySet<Entity['table']> {
  const counts = new Map<Entity['table'], { former: number; all: number }>();
  for (const entity of rows) {
    const number = withAnnexPrefix(idText(entity) ?? '');
    const count = counts.get(entity.table) ?? { former: 0, all: 0 };
    counts.set(entity.table, count);
    if (number === undefined || number.split('.').length < 3) continue;
    count.all++;
    if (find2013(number)?.kind === 'control') count.former++;
  }
  return new Set(
    [...counts].filter(([, { former, all }]) => former > 0 && former >= 0.3 * all).map(([table]) => table),
  );
}

/** The id of a row, also where it stands before the title in one cell. */
function idText(entity: Entity): string | undefined {
  const written = firstText(entity, 'id') ?? firstText(entity, 'title');
  if (written === undefined) return undefined;
  const first = /^(?:ISO(?:\/IEC)? ?27001(?::\d{4})? ?)?((?:Annex ?)?A?[ .-]?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\b/i.exec(
    written,
  )?.[1];
  return first ?? written;
}

type Add = (id: string, contribution: Contribution, title?: string) => void;

function identify(entity: Entity, isFormer: boolean, add: Add, register: Register): void {
  const { ledger } = register;
  const [id] = entity.fields.get('id') ?? [];
  const [titleCell] = entity.fields.get('title') ?? [];
  const written = idText(entity);
  const title = titleCell?.cell.text;
  const number = written === undefined ? undefined : withAnnexPrefix(written);
  const isDecided = deciding.some(field => entity.fields.has(field));
  if (
    number !== undefined &&
    (number.split('.').length < 3
      ? isFormer || (number.split('.').length === 2 && !recogniseControlId(written ?? ''))
      : find2013(number)?.kind !== 'control') &&
    !findBy2022(number, isFormer)
  ) {
    skipHeading(entity, isDecided, register);
    return;
  }
  const known = written === undefined ? undefined : recogniseControlId(written);
  if (known?.edition === '2013' && known.superseded.kind === 'control') {
    for (const successor of known.superseded.successors) add(successor.id, { entity, former: known.superseded });
    const names = known.superseded.successors.map(successor => successor.id).join(' and ');
    if (id)
      ledger.remark(
        'changed',
        'edition-2013',
        `Control ${known.superseded.id} of the 2013 edition is ${names} of the 2022 edition`,
        { cell: id.cell, about: `control ${names}` },
      );
    markTitle(titleCell, `a title of the 2013 edition, now ${names}`, register);
    return;
  }
  if (known?.edition === '2013') {
    skipHeading(entity, isDecided, register);
    return;
  }
  if (known) {
    const longer = id && shortenedId(known.id, title);
    if (id && longer)
      ledger.remark(
        'changed',
        'shortened-id',
        `A spreadsheet made ${id.cell.text} of ${longer.slice(2)}: the title is that of ${longer}`,
        { cell: id.cell, about: `control ${longer}` },
      );
    else if (id && id.cell.text !== known.id) ledger.read(id.cell, id.heading, known.id, `control ${known.id}`);
    else if (id) ledger.written(id.cell);
    markTitle(titleCell, 'the title that the catalogue has', register, known.control.title);
    add(longer ?? known.id, { entity });
    return;
  }
  const byTitle = title === undefined ? undefined : controlsByTitle(title);
  const [control, ...others] = byTitle?.controls2022 ?? [];
  if (control && !others.length) {
    ledger.remark('guessed', 'by-title', `The control is told by its title: ${control.id}`, {
      cell: (id ?? titleCell)?.cell,
      about: `control ${control.id}`,
    });
    markTitle(titleCell, `the title of ${control.id}`, register);
    add(control.id, { entity });
    return;
  }
  ownControl(entity, id, titleCell, isDecided, add, register);
}

const findBy2022 = (number: string, isFormer: boolean): boolean => !isFormer && annexA.some(({ id }) => id === number);

function markTitle(entry: FieldCell | undefined, as: string, register: Register, official?: string): void {
  if (!entry || register.ledger.isSpokenFor(entry.cell)) return;
  if (
    official !== undefined &&
    !comparableWhole(official).includes(comparableWhole(entry.cell.text)) &&
    !controlsByTitle(entry.cell.text).controls2022.length
  )
    register.ledger.remark(
      'changed',
      'title-left-out',
      'The title is not that of the control, whose own title is in the catalogue; it is not written',
      { cell: entry.cell },
    );
  else register.ledger.read(entry.cell, entry.heading, as);
}

/** The heading of an objective or a theme. */
function skipHeading(entity: Entity, isDecided: boolean, { ledger }: Register): void {
  for (const { cell } of [...entity.fields.values(), entity.notes].flat())
    if (isDecided && !['id', 'title'].some(field => entity.fields.get(field)?.some(entry => entry.cell === cell)))
      ledger.remark(
        'not understood',
        'heading-decided',
        'The row is the heading of a group of controls, of which nothing can be decided; say it of its controls',
        { cell },
      );
    else ledger.remark('understood', 'group-heading', 'The heading of a group of controls', { cell });
}

/** A control beyond Annex A. */
function ownControl(
  entity: Entity,
  id: FieldCell | undefined,
  title: FieldCell | undefined,
  isDecided: boolean,
  add: Add,
  register: Register,
): void {
  const { ledger } = register;
  if (!isDecided && (!id || !title)) {
    for (const { cell } of [...entity.fields.values(), entity.notes].flat())
      ledger.remark('not imported', 'no-control', 'The row names no control and decides nothing', { cell });
    return;
  }
  const written = id?.cell.text ?? title?.cell.text ?? '';
  const name = id ? idName(written, 'OWN') : titleName(written, 'Control');
  const called = title?.cell.text ?? (id && !isName(written) ? written : undefined);
  for (const entry of [id, title]) if (entry) ledger.written(entry.cell);
  if (id && name !== written)
    ledger.remark(
      'changed',
      'id-changed',
      'The id is written without what no name has (blanks, signs, leading digits)',
      { cell: id.cell, about: `control ${name}` },
    );
  ledger.remark('guessed', 'own-control', `${name} is no control of Annex A: taken for one of your own`, {
    place: placeOf(entity),
    text: written,
    about: `control ${name}`,
  });
  add(name, { entity }, called ?? written);
}

function reportMerge(id: string, contributions: readonly Contribution[], { ledger }: Register): void {
  const former = contributions.flatMap(each => each.former?.id ?? []);
  if (former.length > 1)
    ledger.remark('changed', 'merged', `${former.join(', ')} of the 2013 edition were merged into ${id}`, {
      about: `control ${id}`,
    });
  for (const { entity, former: own } of contributions)
    if (own && own.successors.length > 1)
      ledger.remark(
        'changed',
        'split',
        `${own.id} of the 2013 edition was split into ${own.successors.map(each => each.id).join(' and ')}: what it says stands at each`,
        {
          place: placeOf(entity),
          about: `control ${id}`,
        },
      );
  if (contributions.length > 1 && former.length < contributions.length)
    for (const { entity } of contributions.slice(1))
      ledger.remark(
        'contradiction',
        'duplicate-control',
        `${id} has another row too: what differs is left open or kept in notes`,
        { place: placeOf(entity), about: `control ${id}` },
      );
}

function reportNew(isFormer: boolean, found: ReadonlyMap<string, unknown>, { ledger }: Register): void {
  if (!isFormer) return;
  const missing = annexA.filter(({ id, isNew }) => isNew && !found.has(id)).map(({ id, title }) => `${id} ${title}`);
  if (missing.length)
    ledger.remark(
      'incomplete',
      'new-controls',
      `New in the 2022 edition, so that the register says nothing of them; decide on them: ${missing.join('; ')}`,
    );
}

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
    'whether it is applicable',
    notes,
    about,
    register,
  );
  declared.decision = decision?.split(' ')[0];
  const status = agreed(
    contributions,
    'status',
    entity => statusOf(entity, register, about, notes),
    'its status',
    notes,
    about,
    register,
  );
  const owners = said('owner').map(entry => ({ entry, name: register.actor(entry, about) }));
  const owner = single(owners, notes, 'owner', about, register);
  const { because, justification } = reasonsOf(
    declared,
    contributions,
    namedByRisks.get(draft.name) ?? new Set(),
    notes,
    register,
    about,
  );
  const theme = contributions.flatMap(({ entity }) => entity.fields.get('theme') ?? []);
  for (const entry of theme) register.ledger.read(entry.cell, entry.heading, 'the theme that the catalogue has', about);
  const isOwn = draft.title !== undefined;
  const ownTheme = isOwn
    ? theme
        .map(({ cell }) => cell.text.toLowerCase())
        .find(word => ['organizational', 'people', 'physical', 'technological'].includes(word))
    : undefined;
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
    ...words('evidence', ...documents(said('evidence'), 'evidence', register, about)),
    ...words('policies', ...documents(said('policies'), 'document', register, about)),
    ...words('theme', ownTheme),
  );
  const former = contributions.flatMap(each => each.former?.id ?? []);
  const lines = former.length ? [`Formerly ${former.join(', ')} (2013 edition)`] : [];
  draft.entries.push(...register.notes([...new Set(notes)], about, lines));
}

/** Of several rows, a note says which of the controls of 2013 it was about. */
const labelled = (entry: FieldCell, former: Control2013 | undefined, many: number): FieldCell =>
  former && many > 1 ? { ...entry, label: `${former.id} ${entry.heading}` } : entry;

/** What all rows say alike; undefined, and reported, where they differ: merging decides nothing. */
function agreed(
  contributions: readonly Contribution[],
  field: string,
  read: (entity: Entity) => string | undefined,
  what: string,
  notes: FieldCell[],
  about: string,
  { ledger }: Register,
): string | undefined {
  const all = contributions.map(each => ({ ...each, value: read(each.entity) }));
  const values = new Set(all.map(({ value }) => value));
  if (values.size <= 1) return all[0]?.value;
  for (const { entity, former } of all)
    for (const entry of entity.fields.get(field) ?? [])
      if (!notes.some(({ cell }) => cell === entry.cell)) notes.push(labelled(entry, former, all.length));
  const shown = all
    .map(({ entity, former, value }) => `${former?.id ?? idText(entity)} says ${value ?? 'nothing'}`)
    .join(', ');
  for (const { entity } of all)
    ledger.remark('contradiction', 'undecided-merge', `The rows differ in ${what}, so it is left open: ${shown}`, {
      place: placeOf(entity),
      about,
    });
  return undefined;
}

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
  const word = wordOf('decided', cell.text, mapping);
  if (word === undefined && isPlaceholder(cell.text)) {
    ledger.remark('incomplete', 'undecided', `“${heading}” says that nothing is decided yet, so nothing is written`, {
      cell,
      about,
    });
    return undefined;
  }
  if (word === undefined) {
    ledger.remark('not understood', 'applicable', `“${heading}” is neither yes nor no; it is kept in notes`, {
      cell,
      about,
    });
    notes.push(entry);
    return undefined;
  }
  if (word === cell.text) ledger.written(cell);
  else ledger.read(cell, heading, word, about);
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

const inheritedPattern = /^Inherited from ([^\n]+)(?:\n|$)/;

/** Our Statement of Applicability names the supplier before the implementation. */
function inheritedFrom(entity: Entity, register: Register): string | undefined {
  const [entry] = entity.fields.get('implementation') ?? [];
  if (!entry) return undefined;
  if (/^Inherited(?:\n|$)/.test(entry.cell.text)) return 'inherited';
  const supplier = inheritedPattern.exec(entry.cell.text)?.[1];
  if (supplier === undefined) return undefined;
  return `inherited from ${supplierOf(supplier, entry, register)}`;
}

function implementationOf(entity: Entity, register: Register): string | undefined {
  const entries = entity.fields.get('implementation') ?? [];
  const texts = entries.map(entry => {
    const inherited = inheritedPattern.exec(entry.cell.text) ?? /^Inherited(?:\n|$)/.exec(entry.cell.text);
    if (!inherited) return register.verbatim(entry);
    register.ledger.read(entry.cell, entry.heading, 'the supplier that performs the control, and the implementation');
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
  const word = wordOf('controlStatus', cell.text, mapping);
  if (word === cell.text) ledger.written(cell);
  else if (word !== undefined) ledger.read(cell, heading, word, about);
  else if (isPlaceholder(cell.text) && !isNotImplemented(cell.text))
    ledger.remark('incomplete', 'placeholder', `“${heading}” says that there is nothing yet, so nothing is written`, {
      cell,
      about,
    });
  else {
    const why = isNotImplemented(cell.text)
      ? `“${heading}” says that nothing is there, which is not the same as planned; it is kept in notes`
      : `“${heading}” is none of planned, partial, implemented; it is kept in notes`;
    ledger.remark(isNotImplemented(cell.text) ? 'incomplete' : 'not understood', 'status', why, { cell, about });
    notes.push(entry);
  }
  return word;
}

function single(
  all: readonly { entry: FieldCell; name: string | undefined }[],
  notes: FieldCell[],
  what: string,
  about: string,
  { ledger }: Register,
): string | undefined {
  const names = new Set(all.flatMap(({ name }) => name ?? []));
  if (names.size <= 1) return [...names][0];
  for (const { entry } of all) {
    ledger.remark(
      'contradiction',
      'undecided-merge',
      `The rows differ in the ${what}, so it is left open; all are kept in notes`,
      { cell: entry.cell, about },
    );
    notes.push(entry);
  }
  return undefined;
}

/** Texts of several rows, each behind the id it stood under; the same text once. */
function joined(
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
function reasonsOf(
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
    for (const name of risksOf(entry, register, about)) if (!namedBy.has(name)) because.add(name);
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
            `“${entry.heading}” is filled in though the decision is ${decision}; it is kept in notes`,
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

function risksOf(entry: FieldCell, register: Register, about: string): string[] {
  const { cell, heading } = entry;
  register.ledger.written(cell);
  const whole = register.find('risk', cell.text);
  const parts =
    whole === undefined
      ? fineParts(cell.text).flatMap(part =>
          register.find('risk', part) === undefined && /^\S+\d(?: \S+\d)+$/.test(part) ? part.split(' ') : [part],
        )
      : [cell.text];
  const names = parts.map(part => {
    const known = register.find('risk', part);
    if (known !== undefined) return known;
    const name = idName(part, 'R');
    const draft = register.declare(
      'risk',
      isName(part) || /^\S{1,20}$/.test(part) ? name : titleName(part, 'Risk'),
      isName(part) ? undefined : part,
    );
    register.learn('risk', part, draft.name);
    register.ledger.remark(
      'created',
      'created-risk',
      `Declared as risk without content: “${heading}” names it, and no register lists it`,
      { place: cell.place, text: part, about: `risk ${draft.name}` },
    );
    return draft.name;
  });
  if (names.join(', ') !== cell.text) register.ledger.read(cell, heading, `because ${names.join(', ')}`, about);
  return names;
}

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
    const covered = /^covered by (\S+)$/i.exec(part)?.[1];
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
      `“${heading}” names no risk, requirement or ground that the language has; it is kept in notes`,
      { cell, about },
    );
    notes.push(entry);
  } else
    register.ledger.read(
      cell,
      heading,
      found.length ? `because ${found.join(', ')}` : 'the risks that name the control',
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
    `Declared as requirement: “${entry.heading}” names it; say whose requirement it is`,
    { place: entry.cell.place, text: called, about: `requirement ${name}` },
  );
  return name;
}

const partyOfRequirements = 'Requirements named in the imported Statement of Applicability';

/** Evidence and documents by title; an address is kept as the link. */
export function documents(
  entries: readonly FieldCell[],
  keyword: 'evidence' | 'document',
  register: Register,
  about: string,
): string[] {
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell, heading } = entry;
        register.ledger.written(cell);
        const parts = register.find(keyword, cell.text) === undefined ? coarseParts(cell.text) : [cell.text];
        const names = parts.map(part => {
          const isNew = register.find(keyword, part) === undefined;
          const name = register.resolve(keyword, keyword, part, entry);
          const link = /^https?:\/\/\S+$/.test(part) ? part : parts.length === 1 ? cell.link : undefined;
          if (isNew && link !== undefined) register.draftOf(name)?.entries.push(...line('link', link));
          return name;
        });
        if (parts.length > 1 || parts[0] !== cell.text) register.ledger.read(cell, heading, names.join(', '), about);
        return names;
      }),
    ),
  ];
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
        `${draft.name} is excluded, and ${[...risks].join(', ')} relies on it`,
        { place: placeOf(first.entity), about: `control ${draft.name}` },
      );
  }
}
