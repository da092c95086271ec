/** The method of risk assessment that a register follows: its scales, how they combine, and the levels. Nothing in it is invented. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import type { Lookup } from '../recognise/lookups.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import type { Entity, FieldCell } from './entity.ts';
import { levelOf, levelsOf } from './levels.ts';
import { type Axes, impactProperties, type Level, type Method, phases, type Scored } from './method-model.ts';
import { buildScale, levelText, type Scale, usualOrder } from './scales.ts';
import { combine, type Equation, type Formula, type Solution, solveWords } from './solve.ts';

/** What properties of information are called in our documents. */
const properties: ReadonlyMap<string, string> = new Map([
  ['confidentiality', 'confidentiality'],
  ['integrity', 'integrity'],
  ['availability', 'availability'],
  ['vertraulichkeit', 'confidentiality'],
  ['integrität', 'integrity'],
  ['verfügbarkeit', 'availability'],
]);

/** `confidentiality severe; availability minor`: the parts with their property. */
export function impactParts(text: string): { readonly property?: string; readonly level: string }[] {
  const parts = text.split(/[;,\n]/).map(part => {
    const match = /^([a-zäöüß]+)[ :=](.*)$/is.exec(part.trim());
    const property = properties.get((match?.[1] ?? '').toLowerCase());
    return match && property ? { property, level: (match[2] as string).replace(/^[ :=]+/, '') } : undefined;
  });
  return parts.every(part => part !== undefined) ? (parts as { property: string; level: string }[]) : [{ level: text }];
}

export function buildMethod(
  entities: readonly Entity[],
  lookups: readonly Lookup[],
  mapping: Mapping,
  ledger: Ledger,
): Method {
  const risks = entities.filter(({ kind }) => kind === 'risk');
  const cellsOf = (names: readonly string[]): FieldCell[] =>
    risks.flatMap(({ fields }) => names.flatMap(name => fields.get(name) ?? []));
  const likelihoods = cellsOf(phases.map(({ likelihood }) => likelihood));
  const impacts = cellsOf([...phases.map(({ impact }) => impact), ...impactProperties.map(([field]) => field)]);
  const impactTexts = impacts.flatMap(({ cell }) => impactParts(cell.text).map(({ level }) => level));
  const matrix = lookups.find(lookup => lookup.type === 'matrix');
  const axes = matrix && orient(matrix, mapping, ledger);
  const solved = axes ? undefined : solve(risks);
  const scale = (
    name: 'likelihood' | 'impact',
    texts: readonly string[],
    cells: readonly FieldCell[],
  ): Scale | undefined => {
    const given = lookups.find(lookup => lookup.type === 'scale' && lookup.of === name);
    return buildScale(
      {
        name,
        texts: [...new Set(texts)],
        ...(given?.type === 'scale' && { lookup: given.steps }),
        ...(mapping.scales.has(name) ? { order: mapping.scales.get(name) } : axes && { order: axes[name] }),
        ...(solved && { solved: solved[name] }),
        ...boundsOf(cells, ledger),
      },
      ledger,
    );
  };
  const likelihood =
    likelihoods.length || axes || hasScale(lookups, 'likelihood')
      ? scale(
          'likelihood',
          likelihoods.map(({ cell }) => cell.text),
          likelihoods,
        )
      : undefined;
  const impact =
    impacts.length || axes || hasScale(lookups, 'impact') ? scale('impact', impactTexts, impacts) : undefined;
  const values = valueScale(entities, mapping, ledger);
  const scored = scoredCells(risks, likelihood, impact);
  const formula = formulaOf(scored, ledger);
  const base = {
    ...(likelihood && { likelihood }),
    ...(impact && { impact }),
    ...(values && { values }),
    ...(formula && { formula }),
  };
  return { ...base, ...levelsOf(base, scored, lookups, axes, mapping, ledger) };
}

const hasScale = (lookups: readonly Lookup[], name: string): boolean =>
  lookups.some(lookup => lookup.type === 'scale' && lookup.of === name);

/** “Likelihood (1-5)” says how far the scale goes. A value beyond that contradicts its heading. */
function boundsOf(cells: readonly FieldCell[], ledger: Ledger): { lowest?: number; highest?: number } {
  const found: [number, number][] = [];
  for (const { cell, heading } of cells) {
    const match = /[([]\s?([01])\s?(?:-|–|to|bis|\.\.)\s?(\d{1,2})\s?[)\]]/i.exec(heading);
    if (!match) continue;
    const [lowest, highest] = [Number(match[1]), Number(match[2])];
    found.push([lowest, highest]);
    const isBeyond = impactParts(cell.text).some(({ level }) => {
      const { value } = levelText(level);
      return value !== undefined && (value < lowest || value > highest);
    });
    if (isBeyond)
      ledger.remark('contradiction', 'beyond-scale', saying('“{0}” goes from {1} to {2}', heading, lowest, highest), {
        place: cell.place,
        text: cell.text,
      });
  }
  if (!found.length) return {};
  return {
    lowest: Math.min(...found.map(([lowest]) => lowest)),
    highest: Math.max(...found.map(([, highest]) => highest)),
  };
}

function scoredCells(risks: readonly Entity[], likelihood: Scale | undefined, impact: Scale | undefined): Scored[] {
  return risks.flatMap(risk =>
    phases.flatMap((phase): Scored[] => {
      const cells = risk.fields.get(phase.score) ?? [];
      const first = risk.fields.get(phase.likelihood)?.[0];
      const l = first && likelihood?.stepOf(first.cell.text)?.value;
      const properties =
        phase.name === 'inherent' ? impactProperties.flatMap(([field]) => risk.fields.get(field) ?? []) : [];
      const all = [...(risk.fields.get(phase.impact) ?? []), ...properties].flatMap(({ cell }) =>
        impactParts(cell.text).map(({ level }) => impact?.stepOf(level)?.value),
      );
      const i = all.length && all.every(value => value !== undefined) ? Math.max(...(all as number[])) : undefined;
      const texts = cells.map(({ cell }) => levelText(cell.text));
      const score = texts.find(({ value }) => value !== undefined)?.value;
      const level = texts.find(({ word }) => word !== undefined)?.word;
      if (l === undefined && i === undefined && !cells.length) return [];
      return [
        {
          risk,
          phase,
          cells,
          ...(l !== undefined && { likelihood: l }),
          ...(i !== undefined && { impact: i }),
          ...(score !== undefined && { score }),
          ...(level !== undefined && { level }),
        },
      ];
    }),
  );
}

/** The formula that gives most of the printed scores; undefined, and said, where none does. */
function formulaOf(scored: readonly Scored[], ledger: Ledger): Formula | undefined {
  const full = scored.filter(
    ({ likelihood, impact, score }) => likelihood !== undefined && impact !== undefined && score !== undefined,
  );
  if (!full.length) return undefined;
  const fits = (['product', 'sum', 'maximum'] as const).map(formula => ({
    formula,
    count: full.filter(
      ({ likelihood, impact, score }) => combine[formula](likelihood as number, impact as number) === score,
    ).length,
  }));
  const [best, next] = [...fits].sort((a, b) => b.count - a.count);
  if (!best || best.count < 0.6 * full.length) {
    ledger.remark(
      'not understood',
      'formula-unknown',
      saying(
        'The printed scores are neither product, sum nor maximum of likelihood and impact in most rows, so that no formula is written; the scores are kept in notes',
      ),
    );
    return undefined;
  }
  const isSure = !next || next.count < best.count;
  ledger.remark(
    'guessed',
    'formula',
    isSure
      ? saying('The formula is {0}: it gives {1} of {2} printed scores', best.formula, best.count, full.length)
      : saying(
          'The formula is {0}: it gives {1} of {2} printed scores, as {3} would',
          best.formula,
          best.count,
          full.length,
          next.formula,
        ),
  );
  return best.formula;
}

/** Where likelihood and impact are words, the numbers may follow from the scores. */
function solve(risks: readonly Entity[]): Solution | undefined {
  const sideOf = (entry: FieldCell | undefined): string | number | undefined => {
    if (!entry) return undefined;
    const { value, word } = levelText(entry.cell.text);
    return value ?? (word === undefined ? undefined : comparableWhole(word));
  };
  const equations = risks.flatMap(({ fields }): Equation[] =>
    phases.flatMap(({ likelihood, impact, score }): Equation[] => {
      const l = sideOf(fields.get(likelihood)?.[0]);
      const cell = fields.get(impact)?.[0];
      const i =
        cell && impactParts(cell.cell.text).length === 1 && !impactParts(cell.cell.text)[0]?.property
          ? sideOf(cell)
          : undefined;
      const s = (fields.get(score) ?? [])
        .map(each => levelText(each.cell.text).value)
        .find(value => value !== undefined);
      return l === undefined || i === undefined || s === undefined ? [] : [{ likelihood: l, impact: i, score: s }];
    }),
  );
  if (equations.length < 3) return undefined;
  return solveWords(equations, 'product') ?? solveWords(equations, 'sum');
}

/** A matrix from its lowest corner on; undefined, and said, where it cannot be told which corner that is. */
function orient(matrix: Extract<Lookup, { type: 'matrix' }>, mapping: Mapping, ledger: Ledger): Axes | undefined {
  const names = [...new Set(matrix.levels.flat().map(comparableWhole))];
  const given = mapping.scales.get('levels')?.map(comparableWhole);
  const order = given ?? usualOrder(names)?.used ?? byCorner(matrix);
  const rank = (row: number, column: number): number =>
    order?.indexOf(comparableWhole(matrix.levels[row]?.[column] ?? '')) ?? -1;
  const [lastRow, lastColumn] = [matrix.likelihood.length - 1, matrix.impact.length - 1];
  const down = rank(lastRow, 0) + rank(lastRow, lastColumn) - rank(0, 0) - rank(0, lastColumn);
  const right = rank(0, lastColumn) + rank(lastRow, lastColumn) - rank(0, 0) - rank(lastRow, 0);
  if (!order || down === 0 || right === 0) {
    ledger.remark(
      'not understood',
      'matrix',
      saying(
        'It cannot be told which corner of the risk matrix is the lowest, so that it is not used. Say "scales": { "levels": […] } in the mapping, the lowest first',
      ),
    );
    return undefined;
  }
  const turned = <T>(all: readonly T[], isTurned: boolean): readonly T[] => (isTurned ? [...all].reverse() : all);
  return {
    likelihood: turned(matrix.likelihood, down < 0),
    impact: turned(matrix.impact, right < 0),
    levels: turned(
      matrix.levels.map(row => turned(row, right < 0)),
      down < 0,
    ),
    order,
  };
}

/** Words that are usual nowhere: the corner of a matrix and what follows along its diagonal. */
const byCorner = ({ levels }: { readonly levels: readonly (readonly string[])[] }): readonly string[] | undefined => {
  const size = Math.max(levels.length, levels[0]?.length ?? 0);
  const at = (n: number): string => {
    const row = levels[Math.floor((n * levels.length) / size)] ?? [];
    return comparableWhole(row[Math.floor((n * row.length) / size)] ?? '');
  };
  const found = [...new Set(Array.from({ length: size }, (_, n) => at(n)))];
  const all = new Set(levels.flat().map(comparableWhole));
  // From bottom left to top right, as most are drawn, or the other way round: only a number in the words would tell.
  return found.length === all.size && found.some(word => /\d/.test(word)) ? found.sort() : undefined;
};

/** Values of assets: the language has low, medium and high unless the method says otherwise. */
function valueScale(entities: readonly Entity[], mapping: Mapping, ledger: Ledger): Scale | undefined {
  const cells = entities
    .filter(({ kind }) => kind === 'asset')
    .flatMap(({ fields }) =>
      ['confidentiality', 'integrity', 'availability'].flatMap(field => fields.get(field) ?? []),
    );
  const order = mapping.scales.get('values');
  if (!cells.length) return undefined;
  const texts = [...new Set(cells.map(({ cell }) => cell.text))];
  if (!order && texts.every(text => ['low', 'medium', 'high'].includes(comparableWhole(text))))
    return buildScale({ name: 'asset values', texts, order: ['low', 'medium', 'high'] }, ledger);
  return buildScale({ name: 'asset values', texts, ...(order && { order }), ...boundsOf(cells, ledger) }, ledger);
}

/** What likelihood and impact give; the level only where a matrix says it. */
export function standingOf(
  method: Method,
  likelihood: number,
  impact: number,
): { readonly score: number; readonly level?: Level } {
  const score = combine[method.formula ?? 'product'](likelihood, impact);
  const y = method.likelihood?.steps.findIndex(({ value }) => value === likelihood) ?? -1;
  const x = method.impact?.steps.findIndex(({ value }) => value === impact) ?? -1;
  const label = method.matrix?.[y]?.[x];
  const level = method.matrix ? method.levels.find(each => each.label === label) : levelOf(method, score);
  return { score, ...(level && { level }) };
}
