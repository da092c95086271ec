/** How many declarations a file holds, roughly, where nothing else is asked for. */
const declarationsPerFile = 300;

/**
 * Splits the groups of a model over files, by kind: `[{ name, list }]`. One file only is called `all`. The file with the `isms`
 * block lies at the root: what lies under its folder is the ISMS.
 */
export function layout(groups, { declarations, files }) {
  if (files === 1) return [{ name: 'all', list: groups.flatMap(({ list }) => list) }];
  const wanted = files || Math.max(1, Math.round(declarations / declarationsPerFile));
  const perFile = Math.max(20, Math.ceil(declarations / wanted));
  return groups.flatMap(({ name, list }) => {
    const parts = name === 'isms' ? 1 : Math.max(1, Math.round(list.length / perFile));
    const size = Math.ceil(list.length / parts);
    return Array.from({ length: parts }, (_, i) => ({
      name:
        name === 'isms' ? name : parts === 1 ? `${name}/${name}` : `${name}/${name}-${String(i + 1).padStart(3, '0')}`,
      list: list.slice(i * size, (i + 1) * size),
    }));
  });
}
