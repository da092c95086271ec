/** Where the time of a run goes: how long each of its parts takes. */
export class Minutes {
  parts = new Map();

  /** Ends the last part and begins another; a part may be begun again. */
  begin(name) {
    this.end();
    this.current = { name, from: performance.now() };
  }

  end() {
    if (!this.current) return;
    const { name, from } = this.current;
    this.parts.set(name, (this.parts.get(name) ?? 0) + performance.now() - from);
    this.current = undefined;
  }

  /** A line for each part, and their sum. */
  text() {
    this.end();
    const all = [...this.parts, ['together', [...this.parts.values()].reduce((sum, time) => sum + time, 0)]];
    return all.map(([name, time]) => `${(time / 60_000).toFixed(1).padStart(6)} min  ${name}`).join('\n');
  }
}
