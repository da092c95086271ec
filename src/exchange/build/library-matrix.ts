/** A risk matrix of a library, as what a register would say of its method. */
import { oneLine } from '../../syntax/text/one-line.ts';
import { type Fields, flat, isFields, listOf, textIn, type Value } from '../library.ts';
import type { Lookup, LookupStep } from '../recognise/lookups.ts';
import { labelName } from '../values/names.ts';
import type { Level } from './method-model.ts';

export interface LibraryMatrix {
  readonly scales: readonly Lookup[];
  readonly levels: readonly Level[];
  /** Labels of levels by likelihood, then impact, from the lowest. */
  readonly matrix: readonly (readonly string[])[];
  /** What the language has no place for, a line each. */
  readonly notes: readonly string[];
}

/** The keys that are read. */
export const matrixKeys = ['probability', 'impact', 'risk', 'grid'] as const;

/** Undefined if the grid does not fit the scales: it has a row for each likelihood, with the number of a level for each impact. */
export function matrixOf(fields: Fields): LibraryMatrix | undefined {
  const [likelihood, impact, risk] = (['probability', 'impact', 'risk'] as const).map(key => stepsOf(fields, key));
  if (!likelihood?.length || !impact?.length || !risk?.length) return undefined;
  const levels = levelsOf(risk);
  const rows = listOf(fields.get('grid')).map(row => listOf(row).map(cell => levels[indexOf(cell)]?.label));
  const isWhole = rows.length === likelihood.length && rows.every(row => row.length === impact.length);
  const matrix = rows.map(row => row.filter(cell => cell !== undefined));
  if (!isWhole || matrix.some((row, index) => row.length !== rows[index]?.length)) return undefined;
  return {
    scales: [
      { type: 'scale', of: 'likelihood', steps: likelihood.map(lookupStep) },
      { type: 'scale', of: 'impact', steps: impact.map(lookupStep) },
      // So that no levels are looked for in the scores of a register.
      { type: 'levels', bands: levels.map(({ word }) => ({ label: word, cells: [] })) },
    ],
    levels,
    matrix,
    notes: [
      ...likelihood.flatMap(step => restOf('probability', step, ['name', 'description'])),
      ...impact.flatMap(step => restOf('impact', step, ['name', 'description'])),
      ...risk.flatMap((level, index) => restOf('risk', level, ['name'], nameOf(level) === levels[index]?.label)),
    ],
  };
}

/** Undefined unless each has a name. */
function stepsOf(fields: Fields, key: string): readonly Fields[] | undefined {
  const all = listOf(fields.get(key));
  const steps = all.filter(isFields).filter(step => textIn(step, 'name') !== undefined);
  return steps.length === all.length ? steps : undefined;
}

const nameOf = (step: Fields): string => textIn(step, 'name') ?? '';

const indexOf = (cell: Value): number => (typeof cell === 'string' && /^\d{1,3}$/.test(cell) ? Number(cell) : -1);

/** What a step is called stays readable beside its label, before what it means. */
function lookupStep(step: Fields, index: number): LookupStep {
  const name = nameOf(step);
  const description = textIn(step, 'description');
  const meaning = [name === labelName(name) || name === description ? undefined : name, description];
  const said = meaning.filter(each => each !== undefined).join(': ');
  return { value: index + 1, label: name, cells: [], ...(said !== '' && { meaning: oneLine(said) }) };
}

function levelsOf(risk: readonly Fields[]): Level[] {
  const taken = new Set<string>();
  return risk.map((level, index) => {
    const word = nameOf(level);
    const label = taken.has(labelName(word)) ? `${labelName(word)}-${index + 1}` : labelName(word);
    taken.add(label);
    return { label, word };
  });
}

/** `risk “Very high”: abbreviation: VH; hexcolor: #F87171`. A name that is nowhere else written stands alone if need be. */
function restOf(key: string, step: Fields, written: readonly string[], isNamed = true): string[] {
  const isWritten = (field: string): boolean => written.includes(field) && textIn(step, field) !== undefined;
  const rest = [...step].flatMap(([field, value]) => (isWritten(field) ? [] : flat(field, value)));
  if (!rest.length) return isNamed ? [] : [`${key} “${nameOf(step)}”`];
  return [`${key} “${nameOf(step)}”: ${rest.join('; ')}`];
}
