/** `1 file`, `2 files`; with a word of its own for many, as in `2 people`. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : many}`;
