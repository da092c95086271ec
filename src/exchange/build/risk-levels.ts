/** Where a risk stands before treatment, today and afterwards; printed results are compared with what follows. */
import { saying } from '../../wording/wording.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { type Entry, words } from '../write/declaration.ts';
import { type Entity, type FieldCell, placeOf } from './entity.ts';
import { levelOf } from './levels.ts';
import { impactParts, standingOf } from './method.ts';
import { impactProperties, type Method, phases } from './method-model.ts';
import type { Register } from './register.ts';
import { levelText, type Scale } from './scales.ts';
import { combine } from './solve.ts';
import { stepIn } from './step.ts';

interface LevelEntries {
  readonly inherent: readonly Entry[];
  readonly current: readonly Entry[];
  readonly residual: readonly Entry[];
}

export function levelsOf(
  entity: Entity,
  method: Method,
  notes: FieldCell[],
  register: Register,
  about: string,
): LevelEntries {
  const found = phases.map(phase => phaseLevels(entity, phase, method, notes, register, about));
  const [inherent, current, residual] = found;
  if (inherent?.score !== undefined && residual?.score !== undefined && residual.score > inherent.score)
    register.ledger.remark(
      'contradiction',
      'residual-above-inherent',
      saying('What remains after treatment ({0}) is more than what was before ({1})', residual.score, inherent.score),
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
      saying('“{0}” is no step of the scale of {1}; it is kept in notes', entry.heading, saying('impact')),
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
        saying(
          '“{0}” is printed as {1}, and likelihood and impact give {2}; the printed one is kept in notes',
          heading,
          cell.text,
          computed,
        ),
        { cell, about },
      );
      notes.push(entry);
    } else if (hasScore || (word !== undefined && standing.level))
      register.ledger.read(
        cell,
        heading,
        saying('what likelihood and impact give ({0}), so it is not written', computed),
        about,
      );
    else notes.push(entry);
  }
}

function keepPrinted(printed: readonly FieldCell[], notes: FieldCell[], register: Register, about: string): Entry[] {
  for (const entry of printed) {
    register.ledger.remark(
      'incomplete',
      'level-only',
      saying(
        '“{0}” stands without a likelihood and an impact that it could follow from; it is kept in notes',
        entry.heading,
      ),
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
        saying(
          '“{0}” can only be {1} and {2}: no other pair gives {3}',
          first.heading,
          only.l.label,
          only.i.label,
          value,
        ),
        { cell: first.cell, about },
      );
      return { entries: [...words('likelihood', only.l.label), ...words('impact', only.i.label)], score: value };
    }
  }
  return { entries: keepPrinted(printed, notes, register, about) };
}
