/** Everything that is found in the blocks of a file: by reading them, by the rules, and about the comments that silence rules. */
import type { Block } from '../incremental/block.ts';
import type { Failure } from '../incremental/failures.ts';
import type { Finding } from '../incremental/finding.ts';
import { nameSpan, type Span } from '../model/declaration.ts';
import { reasonOf } from '../model/fault.ts';
import { renamedCodes } from '../rules/codes.ts';
import type { SeveritySetting } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import { inEnglish, type Saying, saying } from '../wording/wording.ts';
import { loose } from './grouping.ts';
import type { IsmsUnit } from './isms-unit.ts';
import { suppressionProblems } from './suppression-problems.ts';

export interface BlockFinding {
  readonly block: Block;
  readonly finding: Finding;
}

const none: readonly never[] = [];

/** How long a message may be in English, in UTF-16 code units. */
const longestMessage = 160;

export class BlockFindings {
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly codes: ReadonlySet<string>;
  private readonly renamed: ReadonlyMap<string, string>;
  private readonly severity: (unit: IsmsUnit, rule: Rule) => SeveritySetting;

  /** @param severity that of a rule in an ISMS: a rule that is switched off may fail without being told */
  constructor(rules: readonly Rule[], severity: (unit: IsmsUnit, rule: Rule) => SeveritySetting) {
    this.severity = severity;
    this.rules = new Map(rules.map(rule => [rule.code, rule]));
    this.codes = new Set(this.rules.keys());
    this.renamed = renamedCodes(rules);
  }

  /** What was found in a file as of the last check, block by block, in no order. */
  *inFile(unit: IsmsUnit, uri: string): Iterable<BlockFinding> {
    const flagged = unit.checker.flaggedBlocks(uri);
    const orphan = orphanIn(unit, uri);
    const failed = unit.checker.failed.filter(
      ({ rule, block }) => block.file.uri === uri && this.severity(unit, rule) !== 'off',
    );
    const blocks =
      orphan || failed.length ? new Set([...flagged, ...listed(orphan), ...failed.map(({ block }) => block)]) : flagged;
    for (const block of blocks) {
      for (const finding of this.of(unit, block, orphan, failed)) yield { block, finding };
    }
  }

  /** What is found in a file without looking at any other, also before it was checked. */
  *locally(unit: IsmsUnit, uri: string): Iterable<BlockFinding> {
    for (const block of unit.isms.files.get(uri)?.blocks ?? none) {
      // The rules first: what they read tells the problems too.
      const found = [...unit.checker.localFindings(block), ...this.problemsOf(block)];
      for (const finding of found) yield { block, finding };
    }
  }

  private of(unit: IsmsUnit, block: Block, orphan: Block | undefined, failed: readonly Failure[]): readonly Finding[] {
    // Somebody may ask between an edit and the check after it.
    if (block.hasLeft) return none;
    const found = unit.checker.findings(block);
    if (!block.problems.length && !block.mayHoldSuppressions && block !== orphan && !failed.length) return found;
    const findings = [...this.problemsOf(block), ...found];
    for (const failure of failed) if (failure.block === block) findings.push(...this.failureOf(failure));
    if (block.declaration && block === orphan) {
      const message = saying('This file belongs to no ISMS; declare an `isms` here or in a file of a folder above.');
      findings.push(...this.finding('isms/missing', nameSpan(block.declaration), message));
    }
    if (block.mayHoldSuppressions) {
      // What a rule that failed would have found is not known.
      const codes = new Set([...findings.map(({ rule }) => rule.code), ...unit.checker.failedOn(block)]);
      for (const problem of suppressionProblems(block, this.codes, this.renamed, codes)) {
        findings.push(...this.finding(problem.code, problem, problem.message, problem.data));
      }
    }
    return findings;
  }

  /** What reading a block found. */
  private problemsOf(block: Block): Finding[] {
    return block.problems.flatMap(problem => this.finding(problem.code, problem, problem.message, problem.suggestions));
  }

  /** That a rule failed, told where it did first. */
  private failureOf({ rule, block, error }: Failure): Finding[] {
    const { declaration } = block;
    if (!declaration) return [];
    const message = (reason: string): Saying =>
      saying(
        '{0} failed here ({1}): what it finds is missing. Report it; to go on, set it to off in isms.config.json.',
        rule.code,
        reason,
      );
    const room = longestMessage - inEnglish(message('')).length;
    return this.finding('internal/rule-failed', nameSpan(declaration), message(reasonOf(error, Math.max(8, room))));
  }

  /** A finding that no rule makes by itself; none if its rule is not in use. */
  private finding(code: string, { start, end }: Span, message: Saying, data?: unknown): Finding[] {
    const rule = this.rules.get(code);
    return rule ? [{ rule, start, end, message, related: [], data }] : [];
  }
}

const listed = <T>(one: T | undefined): readonly T[] => (one === undefined ? none : [one]);

/** The first declaration of a file that belongs to no ISMS. */
function orphanIn(unit: IsmsUnit, uri: string): Block | undefined {
  if (unit.root !== loose || unit.isms.count('Isms')) return undefined;
  return unit.isms.files.get(uri)?.blocks.find(block => block.kind);
}
