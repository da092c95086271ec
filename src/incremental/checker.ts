/**
 * Checks one ISMS, and after a change checks just what the change touched. A cell is the unit of checking: one block with all
 * its rules, or, for the few declarations whose rules look at the whole ISMS, one block with one rule.
 */

import { topTypes } from '../language/schema.ts';
import type { Declaration, Kind } from '../model/declaration.ts';
import type { FaultSink } from '../model/fault.ts';
import { anyLookup } from '../model/reference-types.ts';
import type { Inputs, IsmsView, Projection, Query } from '../model/view.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { Block, Sym } from './block.ts';
import { Causes, type KindRule } from './causes.ts';
import { guarded } from './defaults.ts';
import { equalData } from './equality.ts';
import { type Failure, Failures } from './failures.ts';
import type { Finding } from './finding.ts';
import type { Delta, Isms } from './isms.ts';
import { KeySets, type Reader } from './key-sets.ts';
import { ownSaying } from './own-saying.ts';
import { isQuery, Queries } from './queries.ts';
import { countKey, kindKey, namesKey, type ReadKey } from './read-keys.ts';
import { fewBlocks } from './recent-blocks.ts';
import { BlockNotes, type Notes, noNotes, type TrackingSource, trackingView } from './tracking.ts';

interface Cell extends Reader {
  readonly block: Block;
  /** `notRun` until all of its rules have been run. */
  findings: readonly Finding[];
  symbols: ReadonlySet<Sym>;
}

/** Kinds of which an ISMS has one or few, and whose rules look far: a cell for each rule, so that one of them alone is checked again. */
const farSighted: ReadonlySet<Kind> = new Set(topTypes.flatMap(({ name, overall }) => (overall ? [name as Kind] : [])));

const none: ReadonlySet<never> = new Set();

const noFindings: readonly Finding[] = [];

const noCells: readonly Cell[] = [];

/** Nothing is found yet. */
const notRun: readonly Finding[] = [];

/** How many cells are run before others may have a turn: a few milliseconds' work. */
const cellsInStep = 200;

/** Thrown where a rule looks beyond its block and must not. No error: it is thrown thousands of times, and a stack costs. */
const looksBeyond = Symbol('looks beyond');

/** How many declarations each failed rule is tried on again at an update that does not concern them. */
const triedAgain = 4;

/** How much work was done, for tests that count it. */
export interface Work {
  rules: number;
  cells: number;
  queries: number;
}

export class Checker {
  readonly work: Work = { rules: 0, cells: 0, queries: 0 };
  private readonly isms: Isms;
  private readonly rulesByKind = new Map<Kind, readonly KindRule[]>();
  private readonly rules: readonly Rule[];
  private readonly keySets = new KeySets();
  private readonly queries = new Queries(this.keySets, (query, notes) => {
    this.work.queries++;
    return this.noting(notes, () => query.compute(this.context));
  });
  /** The blocks of each file that have findings or problems, by URI. */
  private readonly flagged = new Map<string, Set<Block>>();
  private inputs: Inputs;
  private readonly blockNotes = new BlockNotes(this.keySets);
  /** What views look into, and who takes notes of what is read now. */
  private readonly source: TrackingSource;
  /** The rule that runs, and what the cell's rules have found so far. */
  private rule: Rule | undefined;
  private found: Finding[] | undefined;
  /** What all rules look through, one after the other: making one for each run would cost more than many rules do. */
  private readonly context: RuleContext;
  private readonly failures: Failures<Cell>;
  /** Whether an update was broken off: what it had taken is not checked, so everything is. */
  private isBroken = false;

  /** @param onFault is told of each rule that fails, once until it works again */
  constructor(isms: Isms, rules: readonly Rule[], inputs: Inputs, onFault: FaultSink = () => {}) {
    this.isms = isms;
    this.rules = rules;
    this.inputs = inputs;
    this.failures = new Failures(onFault);
    this.source = this.makeSource(noNotes);
    this.context = this.makeContext();
  }

  /** Exchanges the inputs; what read one that differs is checked at the next update. */
  setInputs(inputs: Inputs, changed: readonly ('asOf' | 'lock' | 'files')[]): void {
    this.inputs = inputs;
    for (const key of changed) this.changedInputs.add(key);
  }

  private readonly changedInputs = new Set<ReadKey>();

  /** Brings everything up to date. Returns the URIs of the files whose diagnostics may differ. */
  update(): Set<string> {
    const steps = this.updateSteps();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same in steps of some hundred cells. What is changed between two steps is part of the next update. */
  *updateSteps(cells = cellsInStep): Generator<void, Set<string>> {
    const wasBroken = this.isBroken;
    this.isBroken = true;
    const files = yield* this.checkSteps(wasBroken, cells);
    this.isBroken = false;
    return files;
  }

  private *checkSteps(wasBroken: boolean, cells: number): Generator<void, Set<string>> {
    const delta = this.isms.takeDelta();
    const everything = wasBroken || delta.hasOtherNeighbours;
    const files = new Set(everything ? this.isms.files.keys() : delta.files);
    for (const block of delta.removed) this.forget(block);
    const keys = new Set<ReadKey>(this.changedInputs);
    for (const kind of delta.kinds) keys.add(kindKey(kind));
    for (const kind of delta.members) keys.add(countKey(kind));
    for (const type of delta.names) keys.add(namesKey(type));
    for (const name of delta.projections) keys.add(`projection:${name}`);
    this.changedInputs.clear();

    const all = delta.isFirst || everything;
    // A query may have been asked for before anything was checked.
    if (all) this.queries.addChanged(keys, everything);
    let count = 0;
    for (const [cell, causes] of all ? this.allCells() : this.dirtyCells(delta, keys)) {
      if (!cell.block.hasLeft && this.run(cell, causes)) files.add(cell.block.file.uri);
      this.isms.trim(all ? fewBlocks : undefined);
      if (++count % cells === 0) yield;
    }
    if (all) this.isms.releaseAll();
    for (const cell of this.failures.recovered()) {
      if (!cell.block.hasLeft && this.run(cell, undefined)) files.add(cell.block.file.uri);
      this.isms.trim();
      if (++count % cells === 0) yield;
    }
    for (const uri of this.failures.settle(delta.members.size > 0)) files.add(uri);
    return files;
  }

  /**
   * Every cell, made when its turn comes: kinds in the order of the grammar, since there those that others build on come first, and
   * last those that look at the whole ISMS. So what is projected from a declaration is mostly taken before somebody asks for it.
   */
  private *allCells(): Iterable<[Cell, undefined]> {
    const kinds = topTypes.map(({ name }) => name as Kind).filter(kind => !farSighted.has(kind));
    const blocks = [...kinds, ...farSighted].flatMap(kind => this.isms.blocks(kind));
    const others = this.isms.allBlocks().filter(({ kind }) => !kind);
    for (const block of [...blocks, ...others]) for (const cell of this.cellsOf(block)) yield [cell, undefined];
  }

  /** What is to be run again, and why; undefined where its own text has changed. */
  private dirtyCells(delta: Delta, keys: Set<ReadKey>): Map<Cell, Causes | undefined> {
    const dirty = new Map<Cell, Causes | undefined>();
    for (const block of delta.dirty) for (const cell of this.cellsOf(block)) dirty.set(cell, undefined);
    const note = (cell: Cell, causes: Causes): void => {
      const before = dirty.get(cell);
      if (before || !dirty.has(cell)) dirty.set(cell, causes.and(before));
    };
    const anything = new Causes(anyLookup);
    for (const reader of delta.readers) note(reader as Cell, anything);
    const byLookups = new Map<number, Causes>();
    for (const [block, lookups] of delta.near) {
      let causes = byLookups.get(lookups);
      if (!causes) byLookups.set(lookups, (causes = new Causes(lookups)));
      for (const cell of this.cellsOf(block)) note(cell, causes);
    }
    this.queries.addChanged(keys);
    for (const key of keys) {
      const causes = new Causes(0, [key]);
      for (const reader of this.keySets.readersOf(key)) if (!isQuery(reader)) note(reader as Cell, causes);
    }
    const isWholly = (cell: Cell): boolean => dirty.has(cell) && !dirty.get(cell);
    for (const cell of this.failures.toTryAgain(triedAgain, cell => !isWholly(cell))) dirty.set(cell, undefined);
    return dirty;
  }

  /** What the rules find in a block without looking beyond it: right also before the rest of the ISMS has been read. */
  localFindings(block: Block): readonly Finding[] {
    const { declaration } = block;
    if (!declaration) return [];
    const findings: Finding[] = [];
    // A rule that looks beyond is given up there and then: what it would find counts only once all has been read.
    const giveUp = (): never => {
      throw looksBeyond;
    };
    const known = guarded(declaration, giveUp);
    this.noting({ key: giveUp, symbol: giveUp, users: giveUp }, () => {
      for (const rule of this.rulesFor(declaration.$type)) {
        try {
          this.checkFrom(0, [rule], known);
        } catch {
          // It looks beyond, or it fails: that is told when all has been read.
          continue;
        }
        for (const finding of this.found ?? noFindings) findings.push(finding);
      }
    });
    return findings;
  }

  /** The rules that failed, each at the first declaration, in the order of the ISMS, where it did; as of the last update. */
  get failed(): readonly Failure[] {
    return this.failures.told;
  }

  /** The codes of the rules that fail on a block. */
  failedOn(block: Block): readonly string[] {
    return this.failures.isEmpty ? [] : cellsIn(block).flatMap(cell => this.failures.of(cell).map(({ code }) => code));
  }

  /** The blocks of a file that have findings, problems or suppressions, in no order. */
  flaggedBlocks(uri: string): ReadonlySet<Block> {
    return this.flagged.get(uri) ?? none;
  }

  /** What the rules found in a block. */
  findings(block: Block): readonly Finding[] {
    const cells = cellsIn(block);
    return cells.length === 1 ? (cells[0] as Cell).findings : cells.flatMap(cell => cell.findings);
  }

  /** A view for what reads the ISMS beside the rules; queries are shared with them. */
  view(): IsmsView {
    return trackingView(this.makeSource(noNotes));
  }

  private makeSource(notes: Notes): TrackingSource {
    return {
      isms: this.isms,
      inputs: () => this.inputs,
      notes,
      value: <T>(query: Query<T>): T => this.queries.value(query),
      collect: <K extends Kind, T>(projection: Projection<K, T>): readonly T[] =>
        this.isms.projections.values(projection),
      first: <K extends Kind, T>(projection: Projection<K, T>, accepts: (value: T) => boolean): T | undefined =>
        this.isms.projections.first(projection, accepts),
    };
  }

  private cellsOf(block: Block): readonly Cell[] {
    if (block.checked) return cellsIn(block);
    const cell = (): Cell => ({ block, findings: notRun, keys: this.keySets.empty, symbols: none });
    const rules = block.kind && farSighted.has(block.kind) ? this.rulesFor(block.kind) : [];
    block.checked = rules.length > 1 ? rules.map(cell) : cell();
    return cellsIn(block);
  }

  /** The rules of a cell: all of its block's, or the one in its place where each has a cell. */
  private rulesOf(cell: Cell): readonly KindRule[] {
    const { kind } = cell.block;
    if (!kind) return [];
    const rules = this.rulesFor(kind);
    const cells = cellsIn(cell.block);
    return cells.length > 1 ? [rules[cells.indexOf(cell)] as KindRule] : rules;
  }

  private rulesFor(kind: Kind): readonly KindRule[] {
    let rules = this.rulesByKind.get(kind);
    if (!rules) {
      rules = this.rules
        .filter(({ on }) => on.includes(kind) || on.includes('any'))
        .map(rule => ({ rule, history: { lookups: 0, keys: new Set() } }));
      this.rulesByKind.set(kind, rules);
    }
    return rules;
  }

  /** Runs the rules of a cell that the causes concern, all if none are given; tells whether the findings differ from those before. */
  private run(cell: Cell, causes: Causes | undefined): boolean {
    const { block } = cell;
    const rules = this.rulesOf(cell);
    if (!causes || cell.findings === notRun) {
      this.blockNotes.begin(block);
      return this.exchange(cell, this.findingsBy(rules, cell));
    }
    const again = causes.rerun(rules);
    if (!again.rules.length) return false;
    this.blockNotes.begin(block, again.keptOf(cell.keys, this.keySets), cell.symbols);
    const found = this.findingsBy(again.rules, cell);
    const kept = cell.findings.filter(finding => !again.has(finding.rule));
    return this.exchange(cell, kept.length ? inOrderOf(rules, [...kept, ...found]) : found);
  }

  /** What rules find in the block of a cell; notes are taken of what they read. */
  private findingsBy(rules: readonly KindRule[], cell: Cell): readonly Finding[] {
    this.work.cells++;
    this.failures.forget(cell, rules);
    const { declaration } = cell.block;
    if (!declaration) return noFindings;
    this.isms.projections.ensure(cell.block);
    return this.noting(this.blockNotes, () => this.check(rules, declaration, cell));
  }

  /** Gives a cell what was found and noted; tells whether the findings differ from those before. */
  private exchange(cell: Cell, findings: readonly Finding[]): boolean {
    this.keySets.assign(cell, this.blockNotes.keys);
    this.exchangeSymbols(cell, this.blockNotes.symbols);
    const before = cell.findings;
    cell.findings = findings;
    this.flag(cell.block);
    return before.length !== findings.length || !equalData(before.map(comparable), findings.map(comparable));
  }

  /** Runs rules on a declaration. One that fails finds nothing there, and takes nothing from the others. */
  private check(rules: readonly KindRule[], declaration: Declaration, cell: Cell): readonly Finding[] {
    for (let next = 0; ; ) {
      try {
        this.checkFrom(next, rules, declaration);
        return this.found ?? noFindings;
      } catch (error) {
        // What it had read until then is noted, so that a change of it runs the rule again.
        const failed = this.rule as Rule;
        this.failures.note(cell, failed, error);
        this.found = this.found?.filter(finding => finding.rule !== failed);
        const at = rules.findIndex(({ rule }) => rule === failed);
        // Always on, whatever failed.
        next = Math.max(next, at) + 1;
      }
    }
  }

  /** Runs the rules from a place in the list on, with nothing found at its start. Throws what a rule throws; then `rule` says which. */
  private checkFrom(start: number, rules: readonly KindRule[], declaration: Declaration): void {
    if (start === 0) this.found = undefined;
    const { $intact } = declaration;
    for (let i = start; i < rules.length; i++) {
      const { rule, history } = rules[i] as KindRule;
      if (!$intact && !rule.damagedToo) continue;
      this.work.rules++;
      this.rule = rule;
      this.blockNotes.history = history;
      rule.check(declaration, this.context);
    }
  }

  /** Does something while notes are taken of what it reads. */
  private noting<T>(notes: Notes, work: () => T): T {
    const before = this.source.notes;
    this.source.notes = notes;
    try {
      return work();
    } finally {
      this.source.notes = before;
    }
  }

  private makeContext(): RuleContext {
    const context = trackingView(this.source) as RuleContext;
    context.report = ({ at, message, related = [], data }) => {
      const { start, end } = at;
      const places = related.flatMap(({ declaration, name, message: text }) => {
        const block = this.isms.blockInReach(declaration);
        return block ? [{ block, name, message: ownSaying(text) }] : [];
      });
      if (typeof message?.text !== 'string' || !(start <= end))
        throw new TypeError('a finding without a message or a place');
      this.found ??= [];
      this.found.push({ rule: this.rule as Rule, start, end, message: ownSaying(message), related: places, data });
    };
    return context;
  }

  private exchangeSymbols(cell: Cell, symbols: ReadonlySet<Sym>): void {
    if (!cell.symbols.size && !symbols.size) return;
    for (const symbol of cell.symbols) if (!symbols.has(symbol)) symbol.readers?.delete(cell);
    for (const symbol of symbols) symbol.addReader(cell);
    cell.symbols = symbols;
  }

  private forget(block: Block): void {
    for (const cell of cellsIn(block)) {
      this.keySets.assign(cell, this.keySets.empty);
      this.exchangeSymbols(cell, none);
      this.failures.forget(cell);
    }
    block.checked = undefined;
    this.flagged.get(block.file.uri)?.delete(block);
  }

  private flag(block: Block): void {
    const { uri } = block.file;
    const has =
      block.problems.length > 0 || block.mayHoldSuppressions || cellsIn(block).some(cell => cell.findings.length > 0);
    if (!has) {
      this.flagged.get(uri)?.delete(block);
      return;
    }
    const blocks = this.flagged.get(uri);
    if (blocks) blocks.add(block);
    else this.flagged.set(uri, new Set([block]));
  }
}

function inOrderOf(rules: readonly KindRule[], findings: readonly Finding[]): readonly Finding[] {
  const place = ({ rule: found }: Finding): number => rules.findIndex(({ rule }) => rule === found);
  return [...findings].sort((a, b) => place(a) - place(b));
}

/** The cells of a block. Most have one, for which no list is kept. */
function cellsIn({ checked }: Block): readonly Cell[] {
  if (!checked) return noCells;
  return Array.isArray(checked) ? checked : [checked as Cell];
}

/** What a reader of diagnostics could tell apart. */
const comparable = ({ rule, start, end, message, related, data }: Finding): readonly unknown[] => [
  rule.code,
  start,
  end,
  message,
  related.map(({ block, name, message: text }) => [block.file.uri, name, text]),
  data,
];
