/**
 * Why declarations are checked again, and which of their rules that concerns. A change may concern thousands of declarations for few
 * different reasons: what follows from a reason is worked out once for each kind.
 */

import type { Rule } from '../rules/rule.ts';
import type { KeySet, KeySets } from './key-sets.ts';
import type { ReadKey } from './read-keys.ts';
import type { ReadHistory } from './tracking.ts';

/**
 * A rule on the declarations of one kind, and what its runs on any of them have ever read. Where nothing of that has changed, and
 * the declaration has not, it would find what it found.
 */
export interface KindRule {
  readonly rule: Rule;
  readonly history: ReadHistory;
}

/** What has changed, in one update, of what rules read beyond their block. */
export class Causes {
  /** What is found when names are looked up in some ways, as bits (see reference-types.ts). */
  private readonly lookups: number;
  private readonly keys: readonly ReadKey[];
  private readonly unions = new Map<Causes, Causes>();
  private readonly reruns = new Map<readonly KindRule[], Rerun>();

  constructor(lookups: number, keys: readonly ReadKey[] = []) {
    this.lookups = lookups;
    this.keys = keys;
  }

  /** These and other causes. */
  and(other: Causes | undefined): Causes {
    if (!other || other === this) return this;
    let union = this.unions.get(other);
    if (!union) {
      union = new Causes(this.lookups | other.lookups, [...this.keys, ...other.keys]);
      this.unions.set(other, union);
    }
    return union;
  }

  /** Which of the rules of a kind are to be run again on a declaration that has not changed itself. */
  rerun(rules: readonly KindRule[]): Rerun {
    let rerun = this.reruns.get(rules);
    if (!rerun) {
      rerun = new Rerun(rules, history => this.concern(history));
      this.reruns.set(rules, rerun);
    }
    return rerun;
  }

  private concern({ lookups, keys }: ReadHistory): boolean {
    return (lookups & this.lookups) !== 0 || this.keys.some(key => keys.has(key));
  }
}

export class Rerun {
  readonly rules: readonly KindRule[];
  private readonly others: readonly KindRule[];
  private readonly kept = new Map<KeySet, KeySet>();

  constructor(rules: readonly KindRule[], concerned: (history: ReadHistory) => boolean) {
    this.rules = rules.filter(({ history }) => concerned(history));
    this.others = rules.filter(rule => !this.rules.includes(rule));
  }

  /** Whether a rule is run again. */
  has(rule: Rule): boolean {
    return this.rules.some(each => each.rule === rule);
  }

  /** What stays noted of what was read: what the other rules may have read. */
  keptOf(keys: KeySet, keySets: KeySets): KeySet {
    let kept = this.kept.get(keys);
    if (!kept) {
      kept = keySets.of([...keys.keys].filter(key => this.others.some(({ history }) => history.keys.has(key))));
      this.kept.set(keys, kept);
    }
    return kept;
  }
}
