/** Risks, with their treatment and its actions. */
import { findThreat, findVulnerability, threats, vulnerabilities } from '../../catalogues/threats.ts';
import { sameText } from '../cells.ts';
import { captionField } from '../recognise/cards.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { fineParts, partsOf } from '../values/lists.ts';
import { idName, isName } from '../values/names.ts';
import { wordOf } from '../values/words.ts';
import { type Entry, text, words } from '../write/declaration.ts';
import { controlTargets } from './control-targets.ts';
import { type ActionDraft, type Entity, type FieldCell, firstText, placeOf } from './entities.ts';
import { impactParts, impactProperties, levelOf, type Method, phases, standingOf } from './method.ts';
import type { Draft, Register } from './register.ts';
import type { Scale } from './scales.ts';
import { levelText } from './scales.ts';
import { combine } from './solve.ts';

/** A risk that is declared, with what it is made of. */
export interface DeclaredRisk {
  readonly entity: Entity;
  readonly draft: Draft;
}

/** Declares the risks, so that others can name them. */
export function declareRisks(entities: readonly Entity[], register: Register): DeclaredRisk[] {
  const risks = entities.filter(({ kind }) => kind === 'risk');
  const width = String(risks.length).length;
  let count = 0;
  return risks.map(entity => {
    count++;
    splitCaption(entity, register);
    const id = entity.fields.get('id')?.[0];
    const title = entity.fields.get('title')?.[0];
    const wanted = id ? idName(id.cell.text, 'R') : `R-${String(count).padStart(Math.max(3, width), '0')}`;
    const draft = register.declare('risk', wanted, title && flat(register.verbatim(title)));
    if (id) {
      register.learn('risk', id.cell.text, draft.name);
      if (draft.name === id.cell.text) register.ledger.written(id.cell);
      else
        register.ledger.remark(
          'changed',
          'id-changed',
          isName(id.cell.text)
            ? 'The id is taken: the risk has a name of its own, and the original is kept in notes'
            : 'The id is written without what no name has (blanks, signs, leading digits); the original is kept in notes',
          {
            cell: id.cell,
            about: `risk ${draft.name}`,
          },
        );
    } else {
      register.ledger.remark('created', 'id-made', `The row has no id: the risk is called ${draft.name}`, {
        place: placeOf(entity),
        ...(title && { text: title.cell.text }),
        about: `risk ${draft.name}`,
      });
    }
    if (title) register.learn('risk', title.cell.text, draft.name);
    return { entity, draft };
  });
}

const flat = (value: string): string => value.split(/\s+/).join(' ');

/** A first word with a digit is an id: `R-1: Fire`. */
function captionParts(caption: string): { readonly id?: string; readonly title?: string } {
  const first = caption.split(/[\s:–—]/)[0] ?? '';
  if (!/\d/.test(first)) return { title: caption };
  const title = caption.slice(first.length).replace(/^[\s:–—-]+/, '');
  return title === '' ? { id: first } : { id: first, title };
}

/** The heading of a card may be an id and a title. */
export function splitCaption({ fields, kind }: Entity, { ledger }: Register): void {
  const caption = fields.get(captionField)?.[0];
  if (!caption) return;
  fields.delete(captionField);
  ledger.remark(
    'guessed',
    'card-heading',
    'The heading above the card is taken for the id or title of what the card is about',
    { cell: caption.cell },
  );
  const part = (value: string): FieldCell => ({ ...caption, cell: { ...caption.cell, text: value } });
  const { id, title } = captionParts(caption.cell.text);
  if (id !== undefined && !fields.has('id')) fields.set('id', [part(id)]);
  if (title === undefined) return;
  // The description of a risk is its title where there is no other.
  const described = fields.get('title');
  if (kind === 'risk' && described && !fields.has('scenario')) fields.set('scenario', described);
  if (!described || fields.get('scenario') === described) fields.set('title', [part(title)]);
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
  const { treatment, acceptedAs } = treatmentOf(one('treatment'), notes, register, about);
  const levels = levelsOf(entity, method, notes, register, about);
  const scenario = take('scenario');
  const assessed = dated(one('assessed'), notes, register, about);
  const counterparty = one('counterparty');
  const owner = one('owner');
  draft.entries.push(
    ...words('assets', ...references(take('asset'), 'asset', register, about)),
    ...words('threat', ...known(take('threat'), 'threat', register, about)),
    ...words('vulnerabilities', ...known(take('vulnerability'), 'vulnerability', register, about)),
    ...text('scenario', scenario.map(entry => register.verbatim(entry)).join('\n')),
    ...words('affects', ...properties(take('affects'), entity, notes, register, about)),
    ...words('owner', owner && register.actor(owner, about)),
    ...levels.inherent,
    ...words('assessed', assessed),
    ...words('treatment', ...treatment),
    ...words('controls', ...names),
    ...words('counterparty', ...(counterparty ? counterparties(counterparty, register, about) : [])),
    ...entity.actions.flatMap(action => actionEntries(action, notes, register, about)),
    ...levels.current,
    ...levels.residual,
    ...acceptance(entity, acceptedAs, notes, register, about),
  );
  for (const entry of leftOver(entity)) notes.push(entry);
  draft.entries.push(...register.notes(notes, about, originalId));
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

function keepRest(
  entry: FieldCell,
  rest: readonly string[],
  notes: FieldCell[],
  register: Register,
  about: string,
): void {
  register.ledger.remark(
    'kept in notes',
    'no-control',
    `“${entry.heading}” says more than ids of controls: ${rest.join('; ')}`,
    { cell: entry.cell, about },
  );
  notes.push(entry);
}

/** Names of what the cells call: a whole cell that is known, else its parts. */
function references(entries: readonly FieldCell[], directory: 'asset', register: Register, about: string): string[] {
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell } = entry;
        register.ledger.written(cell);
        const whole = register.find(directory, cell.text);
        const parts =
          whole === undefined ? partsOf(entry, part => register.find(directory, part) !== undefined) : [cell.text];
        const names = parts.map(part => register.resolve(directory, directory, flat(part), entry));
        noteReading(entry, names, register, about);
        return names;
      }),
    ),
  ];
}

function noteReading({ cell, heading }: FieldCell, names: readonly string[], register: Register, about: string): void {
  const shown = names.map(name => register.draftOf(name)?.title ?? name);
  if (!shown.some(title => sameText(title, cell.text)) && names.join(', ') !== cell.text)
    register.ledger.read(cell, heading, names.join(', '), about);
}

/** Threats and vulnerabilities: those of the catalogue by name or title, others are declared. */
function known(
  entries: readonly FieldCell[],
  kind: 'threat' | 'vulnerability',
  register: Register,
  about: string,
): string[] {
  const find = (called: string): string | undefined => {
    const declared = register.find(kind, called);
    if (declared !== undefined) return declared;
    const common = kind === 'threat' ? findThreat(called) : findVulnerability(called);
    const all = kind === 'threat' ? threats : vulnerabilities;
    return (common ?? all.find(({ title }) => comparableWhole(title) === comparableWhole(called)))?.id;
  };
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell } = entry;
        register.ledger.written(cell);
        const parts = find(cell.text) === undefined ? partsOf(entry, part => find(part) !== undefined) : [cell.text];
        const names = parts.map(part => find(part) ?? register.resolve(kind, kind, flat(part), entry));
        noteReading(entry, names, register, about);
        return names;
      }),
    ),
  ];
}

function counterparties(entry: FieldCell, register: Register, about: string): string[] {
  const { cell } = entry;
  register.ledger.written(cell);
  const find = (called: string): string | undefined =>
    register.find('supplier', called) ?? register.find('party', called);
  const parts = find(cell.text) === undefined ? partsOf(entry, part => find(part) !== undefined) : [cell.text];
  const names = parts.map(part => find(part) ?? register.resolve('party', 'party', flat(part), entry));
  noteReading(entry, names, register, about);
  return names;
}

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
        `“${heading}” names no properties of information; it is kept in notes`,
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
      const word = wordOf('yesNo', entry.cell.text, register.mapping);
      if (word === undefined) {
        notes.push(entry);
        continue;
      }
      if (word === 'yes') found.add(property);
      register.ledger.read(entry.cell, entry.heading, word === 'yes' ? `affects: ${property}` : 'not affected', about);
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
    register.ledger.read(cell, heading, 'nothing decided', about);
    return { treatment: [] };
  }
  const whole = wordOf('treatment', cell.text, register.mapping);
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
      `“${heading}” is none of the options modify, avoid, share, retain; it is kept in notes`,
      { cell, about },
    );
    notes.push(entry);
    return { treatment: [] };
  }
  const treatment = [...new Set(read as string[])];
  if (treatment.join(', ') === cell.text) register.ledger.written(cell);
  else register.ledger.read(cell, heading, treatment.join(', '), about);
  return { treatment, ...(treatment.includes('retain') && { acceptedAs: entry }) };
}

/** A date, or the cell goes to the notes. */
function dated(
  entry: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): string | undefined {
  if (!entry) return undefined;
  const date = register.date(entry, about);
  if (date === undefined) notes.push(entry);
  return date;
}

interface LevelEntries {
  readonly inherent: readonly Entry[];
  readonly current: readonly Entry[];
  readonly residual: readonly Entry[];
}

function levelsOf(entity: Entity, method: Method, notes: FieldCell[], register: Register, about: string): LevelEntries {
  const found = phases.map(phase => phaseLevels(entity, phase, method, notes, register, about));
  const [inherent, current, residual] = found;
  if (inherent?.score !== undefined && residual?.score !== undefined && residual.score > inherent.score)
    register.ledger.remark(
      'contradiction',
      'residual-above-inherent',
      `What remains after treatment (${residual.score}) is more than what was before (${inherent.score})`,
      {
        place: placeOf(entity),
        about,
      },
    );
  const nested = (keyword: string, entries: readonly Entry[] | undefined): Entry[] =>
    entries?.length ? [{ block: { keyword, entries } }] : [];
  return {
    inherent: inherent?.entries ?? [],
    current: nested('current', current?.entries),
    residual: nested('residual', residual?.entries),
  };
}

function phaseLevels(
  entity: Entity,
  phase: (typeof phases)[number],
  method: Method,
  notes: FieldCell[],
  register: Register,
  about: string,
): { readonly entries: readonly Entry[]; readonly score?: number } {
  const { fields } = entity;
  const likelihoods = fields.get(phase.likelihood) ?? [];
  const likelihood = likelihoods[0] && stepIn(likelihoods[0], method.likelihood, 'likelihood', notes, register, about);
  notes.push(...likelihoods.slice(1));
  const impacts = [
    ...(fields.get(phase.impact) ?? []).flatMap(entry => impactsIn(entry, method.impact, notes, register, about)),
    ...(phase.name === 'inherent'
      ? impactProperties.flatMap(([field, property]) =>
          (fields.get(field) ?? []).flatMap(entry => {
            const step = stepIn(entry, method.impact, 'impact', notes, register, about);
            return step ? [{ text: `${property} ${step.label}`, value: step.value }] : [];
          }),
        )
      : []),
  ];
  const value = impacts.length ? Math.max(...impacts.map(each => each.value)) : undefined;
  const printed = fields.get(phase.score) ?? [];
  const entries = [...words('likelihood', likelihood?.label), ...words('impact', ...impacts.map(each => each.text))];
  if (likelihood && value !== undefined) {
    const standing = standingOf(method, likelihood.value, value);
    comparePrinted(printed, standing, method, notes, register, about);
    return { entries, score: standing.score };
  }
  return entries.length
    ? { entries: [...entries, ...keepPrinted(printed, notes, register, about)] }
    : fromScore(printed, method, notes, register, about);
}

function stepIn(
  entry: FieldCell,
  scale: Scale | undefined,
  name: string,
  notes: FieldCell[],
  register: Register,
  about: string,
): { readonly label: string; readonly value: number } | undefined {
  const { cell, heading } = entry;
  const step = scale?.stepOf(cell.text);
  if (!step) {
    register.ledger.remark(
      'not understood',
      'off-scale',
      `“${heading}” is no step of the scale of ${name}; it is kept in notes`,
      { cell, about },
    );
    notes.push(entry);
    return undefined;
  }
  if (cell.text === step.label) register.ledger.written(cell);
  else register.ledger.read(cell, heading, step.label, about);
  return step;
}

function impactsIn(
  entry: FieldCell,
  scale: Scale | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): { text: string; value: number }[] {
  const parts = impactParts(entry.cell.text);
  if (parts.length === 1 && !parts[0]?.property) {
    const step = stepIn(entry, scale, 'impact', notes, register, about);
    return step ? [{ text: step.label, value: step.value }] : [];
  }
  const steps = parts.map(({ property, level }) => ({ property, step: scale?.stepOf(level) }));
  if (steps.some(({ step }) => !step)) {
    register.ledger.remark(
      'not understood',
      'off-scale',
      `“${entry.heading}” is no step of the scale of impact; it is kept in notes`,
      { cell: entry.cell, about },
    );
    notes.push(entry);
    return [];
  }
  const found = steps.map(({ property, step }) => ({ text: `${property} ${step?.label}`, value: step?.value ?? 0 }));
  register.ledger.read(entry.cell, entry.heading, found.map(each => each.text).join(', '), about);
  return found;
}

/** A printed score or level that agrees is not written, since it follows; one that does not is a contradiction. */
function comparePrinted(
  printed: readonly FieldCell[],
  standing: { readonly score: number; readonly level?: { readonly word: string; readonly label: string } },
  method: Method,
  notes: FieldCell[],
  register: Register,
  about: string,
): void {
  const computed = [standing.level?.word, standing.score].filter(part => part !== undefined).join(' ');
  for (const entry of printed) {
    const { cell, heading } = entry;
    const { value, word } = levelText(cell.text);
    const hasScore = value !== undefined && method.formula !== undefined;
    const isWrongScore = hasScore && value !== standing.score;
    const isWrongLevel =
      word !== undefined &&
      standing.level !== undefined &&
      comparableWhole(standing.level.word) !== comparableWhole(word);
    if (isWrongScore || isWrongLevel) {
      register.ledger.remark(
        'contradiction',
        'wrong-score',
        `“${heading}” is printed as ${cell.text}, and likelihood and impact give ${computed}; the printed one is kept in notes`,
        { cell, about },
      );
      notes.push(entry);
    } else if (hasScore || (word !== undefined && standing.level))
      register.ledger.read(cell, heading, `what likelihood and impact give (${computed}), so it is not written`, about);
    else notes.push(entry);
  }
}

function keepPrinted(printed: readonly FieldCell[], notes: FieldCell[], register: Register, about: string): Entry[] {
  for (const entry of printed) {
    register.ledger.remark(
      'incomplete',
      'level-only',
      `“${entry.heading}” stands without a likelihood and an impact that it could follow from; it is kept in notes`,
      { cell: entry.cell, about },
    );
    notes.push(entry);
  }
  return [];
}

/** A score alone is written where only one likelihood and one impact give it. */
function fromScore(
  printed: readonly FieldCell[],
  method: Method,
  notes: FieldCell[],
  register: Register,
  about: string,
): { entries: readonly Entry[]; score?: number } {
  const [first, ...more] = printed;
  const value = first && levelText(first.cell.text).value;
  const word = first && levelText(first.cell.text).word;
  const { likelihood, impact, formula } = method;
  if (first && !more.length && value !== undefined && formula && likelihood && impact) {
    const pairs = likelihood.steps.flatMap(l =>
      impact.steps.filter(i => combine[formula](l.value, i.value) === value).map(i => ({ l, i })),
    );
    const level = levelOf(method, value);
    const fits = word === undefined || (level !== undefined && comparableWhole(level.word) === comparableWhole(word));
    const [only, ...others] = pairs;
    if (only && !others.length && fits) {
      register.ledger.remark(
        'guessed',
        'level-from-score',
        `“${first.heading}” can only be ${only.l.label} and ${only.i.label}: no other pair gives ${value}`,
        { cell: first.cell, about },
      );
      return { entries: [...words('likelihood', only.l.label), ...words('impact', only.i.label)], score: value };
    }
  }
  return { entries: keepPrinted(printed, notes, register, about) };
}

function actionEntries(action: ActionDraft, notes: FieldCell[], register: Register, about: string): Entry[] {
  const title = action.get('action');
  if (!title) {
    // A date or a status that belongs to no action has no place.
    notes.push(...action.values());
    return [];
  }
  const wanted = action.get('actionId');
  const controls = action.get('actionControls');
  const targets = controls && controlTargets(controls, register, about);
  if (controls && targets?.rest.length) keepRest(controls, targets.rest, notes, register, about);
  const owner = action.get('actionOwner');
  const status = action.get('actionStatus');
  const own: FieldCell[] = [];
  const entries = [
    ...words('owner', owner && register.actor(owner, about)),
    ...words('due', dated(action.get('due'), own, register, about)),
    ...words('status', status && statusOf(status, own, register, about)),
    ...words('completed', dated(action.get('completed'), own, register, about)),
    ...words('controls', ...(targets?.names ?? [])),
  ];
  if (wanted) own.push(wanted);
  entries.push(...register.notes(own, about));
  return [{ block: { keyword: 'action', title: flat(register.verbatim(title)), entries } }];
}

/** Undefined where the word is not known; `overdue` is no status, as it follows from the date. */
function statusOf(entry: FieldCell, notes: FieldCell[], register: Register, about: string): string | undefined {
  const { cell, heading } = entry;
  if (/^(?:overdue|überfällig|delayed)$/i.test(cell.text)) {
    register.ledger.remark('understood', 'overdue', `“${heading}” follows from the date, so it is not written`, {
      cell,
      about,
    });
    return undefined;
  }
  const word = wordOf('actionStatus', cell.text, register.mapping);
  if (word === undefined) {
    register.ledger.remark(
      'not understood',
      'action-status',
      `“${heading}” is none of open, planned, in-progress, done, cancelled; it is kept in notes`,
      { cell, about },
    );
    notes.push(entry);
  } else if (word === cell.text) register.ledger.written(cell);
  else register.ledger.read(cell, heading, word, about);
  return word;
}

/** When, by whom and until when; a date is what makes an acceptance. */
function acceptance(
  entity: Entity,
  acceptedAs: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): Entry[] {
  const take = (field: string): FieldCell | undefined => {
    const [first, ...more] = entity.fields.get(field) ?? [];
    notes.push(...more);
    return first;
  };
  const { ledger } = register;
  const flag = take('accepted');
  const on = take('acceptedOn');
  const by = take('acceptedBy');
  const until = take('acceptedUntil');
  const isDay = flag && (flag.cell.kind === 'date' || /\d{4}|\d\d[./]\d\d[./]/.test(flag.cell.text));
  const flagDay = flag && isDay && !on ? flag : undefined;
  if (flag && !flagDay) notes.push(flag);
  const date = dated(on ?? flagDay, notes, register, about);
  if (date === undefined) {
    const isSaid = by ?? (flag && wordOf('yesNo', flag.cell.text, register.mapping) === 'yes' ? flag : acceptedAs);
    if (isSaid)
      ledger.remark(
        'incomplete',
        'accepted-without-date',
        'The risk is accepted without a date, so that no acceptance is written',
        {
          place: isSaid.cell.place,
          text: isSaid.cell.text,
          about,
        },
      );
    notes.push(...[by, until].filter((entry): entry is FieldCell => entry !== undefined));
    return [];
  }
  if (!by)
    ledger.remark('incomplete', 'accepted-without-by', 'The risk is accepted, and nobody says by whom', {
      place: (on ?? flagDay)?.cell.place,
      about,
    });
  const actors = by ? approvers(by, register, about) : [];
  const end = dated(until, notes, register, about);
  return words(
    'accepted',
    [date, actors.length ? `by ${actors.join(', ')}` : '', end ? `until ${end}` : ''].filter(Boolean).join(' '),
  );
}

/** Several may accept together. */
export function approvers(entry: FieldCell, register: Register, about: string): string[] {
  const parts = register.find('actor', entry.cell.text) === undefined ? fineParts(entry.cell.text) : [entry.cell.text];
  register.ledger.written(entry.cell);
  const names = parts.flatMap(part => register.actor({ ...entry, cell: { ...entry.cell, text: part } }, about) ?? []);
  if (parts.length > 1) register.ledger.read(entry.cell, entry.heading, names.join(', '), about);
  return [...new Set(names)];
}

export const riskTitle = (entity: Entity): string | undefined => firstText(entity, 'title');
