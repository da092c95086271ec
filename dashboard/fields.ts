/** Fields that several pictures filter by. */
import type { NamedData } from '../src/pictures/data.ts';
import { select } from './dom.ts';
import { stageOf, stages } from './filters.ts';
import type { State } from './state.ts';
import { type Context, optionsOf } from './view.ts';

/** The stage that risks are looked at in. */
export const stageField = ({ state, words, change }: Context): HTMLElement =>
  select(
    words.stage,
    stageOf(state),
    stages.map(name => [name, words[name]]),
    stage => change({ stage }),
    'stage',
  );

/**
 * The owner of what is shown.
 * @param beside what else changes with another one
 */
export function ownerField(
  { state, words, change }: Pick<Context, 'state' | 'words' | 'change'>,
  marks: readonly { readonly owner: NamedData | null }[],
  beside: Partial<State> = {},
): HTMLElement {
  const owners = marks.flatMap(({ owner }) => (owner ? [[owner.id, owner.title ?? owner.id] as const] : []));
  const options = optionsOf(owners, words.all);
  return select(words.owner, state.owner, options, owner => change({ owner, ...beside }), 'owner');
}
