/**
 * Compares two texts so that numbers inside them count as numbers: `8.3` before `8.12`, `R-9` before `R-10`.
 * Letters compare without regard to case and independently of any locale; texts that differ only in case or in
 * leading zeros are put in the order of their code units, so that the order is total and always the same.
 */
export function compareNaturally(a: string, b: string): number {
  const left = runs(a);
  const right = runs(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = compareRuns(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareCodeUnits(a, b);
}

/** Compares two texts by their UTF-16 code units. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function runs(text: string): string[] {
  return text.toLowerCase().match(/\d+|\D+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareCodeUnits(a, b);
  const x = a.replace(/^0+(?=\d)/, '');
  const y = b.replace(/^0+(?=\d)/, '');
  // By length first: the numbers may be longer than a double can tell apart.
  return x.length - y.length || compareCodeUnits(x, y);
}

function isNumber(run: string): boolean {
  const first = run.charCodeAt(0);
  return first >= 48 && first <= 57;
}
