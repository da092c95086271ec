/** What may be chosen of an artefact: one thing of a kind, by its name and with its title. */
import type { IsmsView } from '../../model/view.ts';
import type { ParameterValue } from '../artefact.ts';

/**
 * The names of a kind that the ISMS declares, and those that are built in, each once.
 * @param compare the order of the names
 */
export function choicesOf(
  view: IsmsView,
  kind: string,
  compare: (a: string, b: string) => number,
  builtIn: readonly ParameterValue[] = [],
): ParameterValue[] {
  const titles = new Map(builtIn.map(({ id, title }) => [id, title]));
  for (const name of view.names(kind)) {
    const title = view.named(name, kind)[0]?.node.title?.value;
    if (title !== undefined || !titles.has(name)) titles.set(name, title);
  }
  return [...titles].map(([id, title]) => ({ id, title })).sort((a, b) => compare(a.id, b.id));
}
