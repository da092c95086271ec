/** The method as a declaration. */
import { quote } from '../../syntax/text/quoted-text.ts';
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import type { FoundFact } from '../recognise/facts.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { type Declaration, type Entry, words } from '../write/declaration.ts';
import { attainable } from './levels.ts';
import type { Level, Method } from './method-model.ts';
import type { Scale } from './scales.ts';

/** The method as a declaration; undefined where nothing is known of it. */
export function methodDeclaration(
  method: Method,
  appetite: FoundFact | undefined,
  ledger: Ledger,
): Declaration | undefined {
  const { likelihood, impact, values, levels, matrix } = method;
  const isUsual = values?.steps.every(({ label }, index) => ['low', 'medium', 'high'][index] === label);
  const highest = attainable(likelihood, impact, method.formula).at(-1);
  const entries: Entry[] = [
    ...words('formula', matrix ? undefined : method.formula),
    ...(values && !isUsual ? [scaleBlock('values', values)] : []),
    ...(likelihood ? [scaleBlock('likelihood', likelihood)] : []),
    ...(impact ? [scaleBlock('impact', impact)] : []),
    ...(matrix && likelihood ? [matrixBlock(matrix, likelihood)] : []),
    ...(levels.length ? [levelsBlock(levels, highest)] : []),
    ...appetiteOf(appetite, levels, ledger),
  ];
  return entries.length ? { keyword: 'method', name: 'RiskMethod', entries } : undefined;
}

const block = (keyword: string, lines: readonly string[]): Entry => ({
  block: { keyword, entries: lines.map(raw => ({ raw })) },
});

const scaleBlock = (keyword: string, { steps }: Scale): Entry =>
  block(
    keyword,
    steps.map(
      ({ value, label, meaning }) =>
        `${value}: ${label}${meaning === undefined ? '' : ` ${quote(meaning.split(/\s+/).join(' '))}`}`,
    ),
  );

const matrixBlock = (matrix: readonly (readonly string[])[], { steps }: Scale): Entry =>
  block(
    'matrix',
    steps.map(({ label }, index) => `${label}: ${(matrix[index] ?? []).join(', ')}`),
  );

const levelsBlock = (levels: readonly Level[], highest: number | undefined): Entry =>
  block(
    'levels',
    levels.map(({ label, from, to }) =>
      from === undefined ? label : `${label}: ${from}..${to ?? Math.max(from, highest ?? from)}`,
    ),
  );

function appetiteOf(fact: FoundFact | undefined, levels: readonly Level[], ledger: Ledger): Entry[] {
  if (!fact) return [];
  const level = levels.find(({ word }) => comparableWhole(word) === comparableWhole(fact.value.text));
  if (!level) {
    ledger.remark('not understood', 'appetite', saying('The appetite is none of the levels of the register'), {
      cell: fact.value,
    });
    return [];
  }
  ledger.read(fact.value, fact.label.text, `appetite: ${level.label}`);
  return words('appetite', level.label);
}
