/**
 * The rules that threw, and on which declarations. Each is told once for an ISMS: at the first declaration, in the order of the ISMS,
 * where it fails. It is run again when something changes that it had read until it threw; and since a fault may depend on something that
 * nobody notes, such as the room on the stack, on a few of its declarations at each update.
 */

import { type FaultSink, reasonOf } from '../model/fault.ts';
import type { Rule } from '../rules/rule.ts';
import { type Block, compareBlocks } from './block.ts';

export interface Failure {
  readonly rule: Rule;
  readonly block: Block;
  /** What was thrown. */
  readonly error: unknown;
}

interface OfRule<Cell> {
  readonly errors: Map<Cell, unknown>;
  /** The first in the order of the ISMS; undefined if it has to be looked for. */
  first: Cell | undefined;
}

export class Failures<Cell extends { readonly block: Block }> {
  /** The rules that failed, in the order of their codes, as of the last time it was settled. */
  told: readonly Failure[] = [];
  private readonly byRule = new Map<Rule, OfRule<Cell>>();
  /** What is tried again though nothing that it read has changed, with the rules that failed on it. */
  private readonly tried = new Map<Cell, readonly Rule[]>();
  private readonly onFault: FaultSink;

  constructor(onFault: FaultSink) {
    this.onFault = onFault;
  }

  get isEmpty(): boolean {
    return this.byRule.size === 0;
  }

  note(cell: Cell, rule: Rule, error: unknown): void {
    let failures = this.byRule.get(rule);
    if (!failures) this.byRule.set(rule, (failures = { errors: new Map(), first: undefined }));
    const { errors, first } = failures;
    if (!errors.size || (first && compareBlocks(cell.block, first.block) < 0)) failures.first = cell;
    errors.set(cell, error);
  }

  /** The rules, or all, are run on a cell, or it is gone: how they failed on it before counts no longer. */
  forget(cell: Cell, rules?: readonly { readonly rule: Rule }[]): void {
    if (!this.byRule.size) return;
    for (const [rule, failures] of this.byRule) {
      if (rules && !rules.some(each => each.rule === rule)) continue;
      if (!failures.errors.delete(cell)) continue;
      if (failures.first === cell) failures.first = undefined;
      if (!failures.errors.size) this.byRule.delete(rule);
    }
  }

  /** The rules that fail on a cell. */
  of(cell: Cell): readonly Rule[] {
    return [...this.byRule].flatMap(([rule, { errors }]) => (errors.has(cell) ? [rule] : []));
  }

  /** Some cells of each rule to try again. Those that fail once more come last, so that each has its turn. */
  toTryAgain(ofEach: number, isFree: (cell: Cell) => boolean): readonly Cell[] {
    this.tried.clear();
    for (const { errors } of this.byRule.values()) {
      let count = 0;
      for (const cell of errors.keys()) {
        if (!isFree(cell)) continue;
        if (count++ === ofEach) break;
        if (!this.tried.has(cell)) this.tried.set(cell, this.of(cell));
      }
    }
    return [...this.tried.keys()];
  }

  /** If a rule works now where it was tried again, whatever was wrong may be gone: all other cells that it failed on. */
  recovered(): ReadonlySet<Cell> {
    const rules = new Set<Rule>();
    for (const [cell, failed] of this.tried)
      for (const rule of failed) if (!this.byRule.get(rule)?.errors.has(cell)) rules.add(rule);
    const cells = new Set<Cell>();
    for (const rule of rules) for (const cell of this.byRule.get(rule)?.errors.keys() ?? []) cells.add(cell);
    for (const cell of this.tried.keys()) cells.delete(cell);
    this.tried.clear();
    return cells;
  }

  /**
   * Looks anew which rules failed, and where first; logs those that did not fail before.
   * @param isReordered whether declarations may stand elsewhere among the others than before
   * @returns the URIs of the files in which something else is to be told now
   */
  settle(isReordered: boolean): ReadonlySet<string> {
    const files = new Set<string>();
    if (this.isEmpty && !this.told.length) return files;
    const before = new Map(this.told.map(failure => [failure.rule, failure]));
    this.told = [...this.byRule]
      .map(([rule, failures]) => {
        const first = this.firstOf(failures, isReordered);
        return { rule, block: first.block, error: failures.errors.get(first) };
      })
      .sort((a, b) => (a.rule.code < b.rule.code ? -1 : 1));
    for (const failure of this.told) {
      const known = before.get(failure.rule);
      before.delete(failure.rule);
      const { uri } = failure.block.file;
      if (!known) this.onFault({ name: failure.rule.code, uri, error: failure.error });
      if (known?.block === failure.block && reasonOf(known.error) === reasonOf(failure.error)) continue;
      files.add(uri);
      if (known) files.add(known.block.file.uri);
    }
    for (const { block } of before.values()) files.add(block.file.uri);
    return files;
  }

  private firstOf(failures: OfRule<Cell>, isReordered: boolean): Cell {
    if (!failures.first || isReordered) {
      failures.first = [...failures.errors.keys()].reduce((a, b) => (compareBlocks(a.block, b.block) <= 0 ? a : b));
    }
    return failures.first;
  }
}
