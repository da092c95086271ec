/** Names in what fixes write: new ones, and lists of them as authors write these. */

const longest = 105;

/** The names with commas; `indent` begins each further line. */
export function wrapped(names: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const name of names) {
    const next = line ? `${line}, ${name}` : name;
    if (line && next.length > longest) {
      lines.push(line);
      line = name;
    } else line = next;
  }
  return [...lines, line].join(`,\n${indent}`);
}

/** The first name of `prefix1`, `prefix2` … that is not taken. */
export function freeName(prefix: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) if (!isTaken(prefix + number)) return prefix + number;
}
