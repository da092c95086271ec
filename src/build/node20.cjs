// The generator's parser library calls Object.groupBy, which Node 20 lacks. Loaded with --require before the generator.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
};
