/** Risks, with their treatment and its actions. */
import { saying } from '../../wording/wording.ts';
import { idName, isName } from '../values/names.ts';
import { wordOf } from '../values/words.ts';
import { text, words } from '../write/declaration.ts';
import { acceptance } from './acceptance.ts';
import { controlTargets } from './control-targets.ts';
import { type Entity, type FieldCell, placeOf } from './entity.ts';
import { dated, keepRest } from './kept.ts';
import { impactProperties, type Method, phases } from './method-model.ts';
import { readWord } from './read-word.ts';
import type { Draft, Register } from './register.ts';
import { actionEntries } from './risk-actions.ts';
import { levelsOf } from './risk-levels.ts';
import { counterparties, flat, known, references } from './risk-references.ts';

/** A risk that is declared, with what it is made of. */
export interface DeclaredRisk {
  readonly entity: Entity;
  readonly draft: Draft;
}

/** Declares the risks, so that others can name them. */
export function declareRisks(entities: readonly Entity[], register: Register): DeclaredRisk[] {
  const risks = entities.filter(({ kind }) => kind === 'risk');
  const hasRegister = risks.some(({ table }) => table.kind === 'risk');
  const nextName = namesFor(risks);
  return risks.map((entity, index) => {
    const id = entity.fields.get('id')?.[0];
    const title = entity.fields.get('title')?.[0];
    const wanted = id ? idName(id.cell.text, 'R') : nextName(index + 1);
    const draft = register.declare('risk', wanted, title && flat(register.verbatim(title)));
    if (id) {
      register.learn('risk', id.cell.text, draft.name);
      if (hasRegister && entity.table.kind === 'plan')
        register.ledger.remark(
          'created',
          'created-risk',
          saying('Declared as risk: “{0}” names it, and no register lists it', id.heading),
          { place: id.cell.place, text: id.cell.text, about: `risk ${draft.name}` },
        );
      if (draft.name === id.cell.text) register.ledger.written(id.cell);
      else
        register.ledger.remark(
          'changed',
          'id-changed',
          isName(id.cell.text)
            ? saying('The id is taken: the risk has a name of its own, and the original is kept in notes')
            : saying(
                'The id is written without what no name has (blanks, signs, leading digits); the original is kept in notes',
              ),
          {
            cell: id.cell,
            about: `risk ${draft.name}`,
          },
        );
    } else {
      register.ledger.remark('created', 'id-made', saying('The row has no id: the risk is called {0}', draft.name), {
        place: placeOf(entity),
        ...(title && { text: title.cell.text }),
        about: `risk ${draft.name}`,
      });
    }
    if (title) register.learn('risk', title.cell.text, draft.name);
    return { entity, draft };
  });
}

/** Names for risks without an id, by the places of their rows: none has the number of a risk that has an id. */
function namesFor(risks: readonly Entity[]): (from: number) => string {
  const taken = new Set(
    risks.flatMap(entity => {
      const id = entity.fields.get('id')?.[0];
      const number = id && /^R-?(\d{1,9})$/i.exec(idName(id.cell.text, 'R'))?.[1];
      return number === undefined ? [] : Number(number);
    }),
  );
  const width = Math.max(3, String(risks.length).length);
  return from => {
    let number = from;
    while (taken.has(number)) number++;
    taken.add(number);
    return `R-${String(number).padStart(width, '0')}`;
  };
}

export function writeRisk({ entity, draft }: DeclaredRisk, method: Method, register: Register): void {
  const about = `risk ${draft.name}`;
  const { fields } = entity;
  const notes: FieldCell[] = [...entity.notes];
  const take = (field: string): FieldCell[] => fields.get(field) ?? [];
  const one = (field: string): FieldCell | undefined => {
    const [first, ...more] = take(field);
    notes.push(...more);
    return first;
  };
  const id = take('id')[0];
  const originalId = id && id.cell.text !== draft.name ? [`${id.heading}: ${id.cell.text}`] : [];
  const controls = take('controls').map(entry => ({ entry, ...controlTargets(entry, register, about) }));
  const existing = take('existingControls').map(entry => ({ entry, ...controlTargets(entry, register, about) }));
  for (const { entry, rest } of [...controls, ...existing])
    if (rest.length) keepRest(entry, rest, notes, register, about);
  const names = [...new Set([...controls, ...existing].flatMap(each => each.names))];
  const { treatment, acceptedAs } = treatmentOf(
    one('treatment') ?? optionIn(entity, register, about),
    notes,
    register,
    about,
  );
  const levels = levelsOf(entity, method, notes, register, about);
  const scenario = take('scenario');
  const assessed = dated(one('assessed'), notes, register, about);
  const counterparty = one('counterparty');
  const owner = one('owner');
  draft.entries.push(
    ...words('assets', ...references(take('asset'), 'asset', notes, register, about)),
    ...words('threat', ...known(take('threat'), 'threat', notes, register, about)),
    ...words('vulnerabilities', ...known(take('vulnerability'), 'vulnerability', notes, register, about)),
    ...text('scenario', scenario.map(entry => register.verbatim(entry)).join('\n')),
    ...words('affects', ...properties(take('affects'), entity, notes, register, about)),
    ...words('owner', owner && register.actor(owner, notes, about)),
    ...levels.inherent,
    ...words('assessed', assessed),
    ...words('treatment', ...treatment),
    ...words('controls', ...names),
    ...words('counterparty', ...(counterparty ? counterparties(counterparty, notes, register, about) : [])),
    ...entity.actions.flatMap(action => actionEntries(action, notes, register, about)),
    ...levels.current,
    ...levels.residual,
    ...acceptance(entity, acceptedAs, notes, register, about),
  );
  for (const entry of leftOver(entity)) notes.push(entry);
  draft.entries.push(...register.notes(notes, about, originalId));
}

/** The option of a risk in a column of actions that holds nothing but options, which is then no action. */
function optionIn({ actions, table }: Entity, { mapping, ledger }: Register, about: string): FieldCell | undefined {
  const [first, ...more] = actions;
  const entry = first?.get('action');
  if (!entry || more.length) return undefined;
  const cells = table.records
    .flatMap(record => record.cells)
    .filter(({ column }) => column.field === 'action')
    .map(({ cell }) => cell);
  const isOption = ({ text }: FieldCell['cell']): boolean => wordOf('treatment', text, mapping) !== undefined;
  if (!cells.includes(entry.cell) || !cells.every(isOption)) return undefined;
  first?.delete('action');
  ledger.remark(
    'guessed',
    'option-as-action',
    saying('“{0}” holds nothing but options of treatment: taken for the treatment', entry.heading),
    { cell: entry.cell, about },
  );
  return entry;
}

/** Fields that a table of risks has no use for. */
const handled = new Set([
  ...[
    'id',
    'title',
    'asset',
    'threat',
    'vulnerability',
    'scenario',
    'affects',
    'owner',
    'assessed',
    'treatment',
    'controls',
    'existingControls',
  ],
  ...[
    'counterparty',
    'accepted',
    'acceptedOn',
    'acceptedBy',
    'acceptedUntil',
    'confidentiality',
    'integrity',
    'availability',
  ],
  ...phases.flatMap(({ likelihood, impact, score }) => [likelihood, impact, score]),
  ...impactProperties.map(([field]) => field),
]);

const leftOver = ({ fields }: Entity): FieldCell[] =>
  [...fields].flatMap(([field, entries]) => (handled.has(field) ? [] : entries));

const impactFields = new Map(impactProperties.map(([field, property]) => [property as string, field]));

/** `C, I, A`, `CIA`, or a column for each with a mark. */
function properties(
  entries: readonly FieldCell[],
  { fields }: Entity,
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const { cell, heading } = entry;
    const parts = /^[CIA]{1,3}$/i.test(cell.text)
      ? [...cell.text]
      : cell.text.split(/[\s,;/+&]+/).filter(part => part && !/^(?:and|und)$/i.test(part));
    const read = parts.map(part => wordOf('property', part, register.mapping));
    if (read.some(word => word === undefined)) {
      register.ledger.remark(
        'not understood',
        'property',
        saying('“{0}” names no properties of information; it is kept in notes', heading),
        { cell, about },
      );
      notes.push(entry);
    } else {
      for (const word of read) found.add(word as string);
      register.ledger.read(cell, heading, read.join(', '), about);
    }
  }
  for (const property of ['confidentiality', 'integrity', 'availability']) {
    for (const entry of fields.get(property) ?? []) {
      const word = wordOf('yesNo', entry.cell, register.mapping);
      if (entry.isRated && /\d/.test(entry.cell.text)) {
        register.ledger.remark(
          'not understood',
          'rating',
          saying(
            '“{0}” is a rating, not a mark of what the risk affects; it is kept in notes. If it is an impact, say that the column is {1}',
            entry.heading,
            impactFields.get(property) ?? property,
          ),
          { cell: entry.cell, about },
        );
        notes.push(entry);
        continue;
      }
      if (word === undefined) {
        notes.push(entry);
        continue;
      }
      if (word === 'yes') found.add(property);
      register.ledger.read(
        entry.cell,
        entry.heading,
        word === 'yes' ? `affects: ${property}` : saying('not affected'),
        about,
      );
    }
  }
  return ['confidentiality', 'integrity', 'availability'].filter(property => found.has(property));
}

function treatmentOf(
  entry: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): { readonly treatment: readonly string[]; readonly acceptedAs?: FieldCell } {
  if (!entry) return { treatment: [] };
  const { cell, heading } = entry;
  if (/^not decided$/i.test(cell.text)) {
    register.ledger.read(cell, heading, saying('nothing decided'), about);
    return { treatment: [] };
  }
  const whole = wordOf('treatment', cell, register.mapping);
  const parts =
    whole === undefined
      ? cell.text
          .split(/[,;/+&\n]|\sand\s|\sund\s/)
          .map(part => part.trim())
          .filter(Boolean)
      : [cell.text];
  const read = parts.map(part => wordOf('treatment', part, register.mapping));
  if (!read.length || read.some(word => word === undefined)) {
    register.ledger.remark(
      'not understood',
      'treatment',
      saying('“{0}” is none of the options modify, avoid, share, retain; it is kept in notes', heading),
      { cell, about },
    );
    notes.push(entry);
    return { treatment: [] };
  }
  const treatment = [...new Set(read as string[])];
  readWord('treatment', entry, treatment.join(', '), notes, register, about, parts);
  return { treatment, ...(treatment.includes('retain') && { acceptedAs: entry }) };
}
