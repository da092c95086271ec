/** The numbers of words that are only known by the scores they give. */

export type Formula = 'product' | 'sum' | 'maximum';

export const combine: Readonly<Record<Formula, (likelihood: number, impact: number) => number>> = {
  product: (likelihood, impact) => likelihood * impact,
  sum: (likelihood, impact) => likelihood + impact,
  maximum: Math.max,
};

/** A likelihood and an impact, each a word or a number, and the score that stands beside them. */
export interface Equation {
  readonly likelihood: string | number;
  readonly impact: string | number;
  readonly score: number;
}

export interface Solution {
  readonly likelihood: ReadonlyMap<string, number>;
  readonly impact: ReadonlyMap<string, number>;
}

const highest = 10;
const mostTries = 300_000;

/**
 * The one way to number the words of both scales, from 1, no two of a scale alike, so that all scores come out. Undefined if there is none,
 * or another one too.
 */
export function solveWords(equations: readonly Equation[], formula: Formula): Solution | undefined {
  const unknown = new Map<string, { readonly side: 'likelihood' | 'impact'; readonly word: string }>();
  for (const equation of equations)
    for (const side of ['likelihood', 'impact'] as const) {
      const word = equation[side];
      if (typeof word === 'string') unknown.set(`${side} ${word}`, { side, word });
    }
  const variables = [...unknown.keys()];
  if (!variables.length || variables.length > 14) return undefined;
  const values = new Map<string, number>();
  const numberOf = (equation: Equation, side: 'likelihood' | 'impact'): number | undefined => {
    const word = equation[side];
    return typeof word === 'number' ? word : values.get(`${side} ${word}`);
  };
  const fits = (): boolean =>
    equations.every(equation => {
      const [likelihood, impact] = [numberOf(equation, 'likelihood'), numberOf(equation, 'impact')];
      if (likelihood === undefined || impact === undefined) return true;
      return combine[formula](likelihood, impact) === equation.score;
    });
  // The words that occur most are tried first, as they rule out most.
  const uses = (key: string): number =>
    equations.filter(({ likelihood, impact }) => key === `likelihood ${likelihood}` || key === `impact ${impact}`)
      .length;
  variables.sort((a, b) => uses(b) - uses(a) || (a < b ? -1 : 1));
  const solutions: Map<string, number>[] = [];
  let tries = 0;
  const search = (at: number): void => {
    if (solutions.length > 1 || tries > mostTries) return;
    const key = variables[at];
    if (key === undefined) {
      solutions.push(new Map(values));
      return;
    }
    const side = key.slice(0, key.indexOf(' '));
    for (let value = 1; value <= highest; value++) {
      tries++;
      if ([...values].some(([other, taken]) => taken === value && other.startsWith(`${side} `))) continue;
      values.set(key, value);
      if (fits()) search(at + 1);
      values.delete(key);
    }
  };
  search(0);
  const [only, ...more] = solutions;
  if (!only || more.length || tries > mostTries) return undefined;
  const side = (name: string): Map<string, number> =>
    new Map(
      [...only].flatMap(([key, value]) =>
        key.startsWith(`${name} `) ? [[key.slice(name.length + 1), value] as const] : [],
      ),
    );
  return { likelihood: side('likelihood'), impact: side('impact') };
}
