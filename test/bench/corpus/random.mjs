/** A deterministic source of chance: the same seed gives the same numbers on every machine. */
export class Chance {
  constructor(seed) {
    this.state = seed | 0;
  }

  /** A number from 0 up to, but not including, 1 (the generator mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to n - 1. */
  int(n) {
    return Math.floor(this.next() * n);
  }

  is(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.int(list.length)];
  }

  /** One to `max` different elements. */
  some(list, max) {
    const chosen = new Set();
    for (let left = 1 + this.int(max); left > 0 && list.length; left--) chosen.add(this.pick(list));
    return [...chosen];
  }

  /**
   * One element, mostly near a place in the list (0 to 1). Real registers refer mostly to what is near them (the same team, the
   * same system) and sometimes to anything.
   */
  near(list, place) {
    if (!this.is(0.8)) return this.pick(list);
    const index = Math.floor(place * list.length) + this.int(41) - 20;
    return list[Math.max(0, Math.min(list.length - 1, index))];
  }

  /** One to `max` different elements, mostly near a place in the list. */
  someNear(list, place, max) {
    const chosen = new Set();
    for (let left = 1 + this.int(max); left > 0 && list.length; left--) chosen.add(this.near(list, place));
    return [...chosen];
  }
}
