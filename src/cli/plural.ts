/** `1 file`, `2 files`; with a word of its own for many, as in `2 people`. */
export const plural = (count: number, word: string, many = `${word}s`): string =>
  `${count} ${count === 1 ? word : many}`;
