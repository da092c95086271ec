/** Lists of names in what fixes write, as authors write them. */

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
