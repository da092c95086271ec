/**
 * The core that the editor and the command line share: files in, diagnostics out. It finds the ISMSs of a workspace (one is the
 * folder tree under a file with an `isms` block), keeps them apart, and applies configuration.
 */

import type { TextChange } from '../language/text/chunked-text.ts';
import type { Block, SourceFile } from '../model/block.ts';
import { type IsoDate, isDate } from '../model/dates.ts';
import { nameSpan, type Span } from '../model/declaration.ts';
import { isSuppressed } from '../model/suppressions.ts';
import type { ApprovalLock, Inputs } from '../model/view.ts';
import type { Work } from '../rules/checker.ts';
import type { Finding, RelatedBlock } from '../rules/finding.ts';
import { type Choice, type Preset, presetOf, severityOf } from '../rules/presets.ts';
import { areaOf, type Rule } from '../rules/rule.ts';
import {
  type Config,
  configFileName,
  lockFileName,
  type ParsedConfig,
  parseConfig,
  type SeveritySetting,
} from './config.ts';
import { configDiagnostics } from './config-diagnostics.ts';
import { compareDiagnostics, type Diagnostic, type RelatedPlace } from './diagnostic.ts';
import { declaresIsms, IsmsUnit, loose, rootOf } from './isms-unit.ts';
import { parseLock } from './lock.ts';
import { suppressionProblems } from './suppression-problems.ts';
import { baseName, parentUri, resolvePath } from './uri.ts';

export type { IsmsUnit } from './isms-unit.ts';

export interface WorkspaceSettings {
  /** Overrides `asOf` of every configuration file. */
  readonly asOf?: IsoDate;
  /** Overrides the preset of every configuration file. */
  readonly preset?: Preset;
  /** Overrides the severities of every configuration file. */
  readonly rules?: Readonly<Record<string, SeveritySetting>>;
}

export interface WorkspaceOptions {
  readonly rules: readonly Rule[];
  /** The date where neither a setting nor a configuration file gives one. */
  readonly today: IsoDate;
  readonly settings?: WorkspaceSettings;
  /** Whether a file exists; undefined where that cannot be told. */
  readonly fileExists?: (uri: string) => boolean | undefined;
}

const none: readonly never[] = [];

export class Workspace {
  private readonly rules: readonly Rule[];
  private readonly ruleCodes: ReadonlySet<string>;
  /** Codes and areas. */
  private readonly knownCodes: ReadonlySet<string>;
  private readonly fileExists: (uri: string) => boolean | undefined;
  private today: IsoDate;
  private settings: WorkspaceSettings;
  private readonly units = new Map<string, IsmsUnit>();
  private readonly unitByFile = new Map<string, IsmsUnit>();
  private readonly filesWithIsms = new Set<string>();
  private readonly configs = new Map<string, { text: string; parsed: ParsedConfig }>();
  private readonly locks = new Map<string, string>();
  private readonly changedFiles = new Set<string>();

  constructor(options: WorkspaceOptions) {
    this.rules = options.rules;
    this.ruleCodes = new Set(options.rules.map(rule => rule.code));
    this.knownCodes = new Set(options.rules.flatMap(rule => [rule.code, areaOf(rule.code)]));
    this.fileExists = options.fileExists ?? (() => undefined);
    this.today = options.today;
    this.settings = options.settings ?? {};
  }

  /** Adds files or gives them new texts; configuration and lock files are told by their names. */
  setFiles(files: Iterable<readonly [uri: string, text: string]>): void {
    for (const _step of this.setFilesSteps(files));
  }

  /** The same in steps of a file each. A text is left out if it no longer counts when its turn comes. */
  *setFilesSteps(
    files: Iterable<readonly [uri: string, text: string]>,
    counts: (uri: string) => boolean = () => true,
  ): Generator<void> {
    const texts: [string, string][] = [];
    for (const [uri, text] of files) {
      if (baseName(uri) === configFileName) this.setConfig(uri, text);
      else if (baseName(uri) === lockFileName) this.setLock(uri, text);
      else texts.push([uri, text]);
    }
    for (const [uri, text] of texts) {
      if (!this.unitByFile.has(uri) && declaresIsms(text)) this.filesWithIsms.add(uri);
    }
    this.regroup();
    const roots = this.roots();
    for (const [uri, text] of texts) {
      if (!counts(uri)) continue;
      const unit = this.unitByFile.get(uri) ?? this.unit(rootOf(uri, roots));
      this.unitByFile.set(uri, unit);
      unit.isms.setFile(uri, text);
      yield;
    }
    this.regroup();
    for (const [uri] of texts) {
      const unit = this.unitByFile.get(uri);
      if (unit) this.noteIsms(uri, unit);
    }
  }

  /** Applies changes to the text of a file that is there. */
  editFile(uri: string, changes: readonly TextChange[]): void {
    const unit = this.unitByFile.get(uri);
    if (!unit) throw new RangeError(`not a file of the workspace: ${uri}`);
    unit.isms.editFile(uri, changes);
    this.noteIsms(uri, unit);
  }

  removeFile(uri: string): void {
    if (baseName(uri) === configFileName) this.setConfig(uri, undefined);
    else if (baseName(uri) === lockFileName) this.setLock(uri, undefined);
    const unit = this.unitByFile.get(uri);
    if (!unit) return;
    unit.isms.removeFile(uri);
    this.unitByFile.delete(uri);
    this.changedFiles.add(uri);
    if (this.filesWithIsms.delete(uri)) this.regroup();
  }

  /** Exchanges today's date, at midnight or in a test. */
  setToday(today: IsoDate): void {
    this.today = today;
    for (const unit of this.units.values()) this.refreshInputs(unit);
  }

  setSettings(settings: WorkspaceSettings): void {
    const before = this.settings;
    this.settings = settings;
    for (const unit of this.units.values()) this.refreshInputs(unit);
    if (before.rules !== settings.rules || before.preset !== settings.preset)
      for (const uri of this.unitByFile.keys()) this.changedFiles.add(uri);
  }

  /** A file other than the workspace's own came or went: evidence, a policy. */
  filesChanged(): void {
    for (const unit of this.units.values()) unit.checker.setInputs(unit.inputs, ['files']);
  }

  /** Checks what has changed. Returns the URIs of the files whose diagnostics may differ. */
  update(): Set<string> {
    const files = new Set(this.changedFiles);
    this.changedFiles.clear();
    for (const unit of this.units.values()) for (const uri of unit.checker.update()) files.add(uri);
    return files;
  }

  /** The same in steps of a few milliseconds. What is changed between two steps is part of the next update. */
  *updateSteps(cells?: number): Generator<void, Set<string>> {
    const files = new Set(this.changedFiles);
    this.changedFiles.clear();
    for (const unit of [...this.units.values()])
      for (const uri of yield* unit.checker.updateSteps(cells)) files.add(uri);
    return files;
  }

  /** The diagnostics of a file that need no other file: right also before the rest of the workspace has been read. */
  localDiagnostics(uri: string): Diagnostic[] {
    const unit = this.unitByFile.get(uri);
    const file = unit?.isms.files.get(uri);
    if (!unit || !file) return [];
    const found: Diagnostic[] = [];
    for (const block of file.blocks) {
      // The rules first: what they read tells the problems too.
      for (const finding of [...unit.checker.localFindings(block), ...this.problemsOf(block)]) {
        const diagnostic = this.diagnosticOf(unit, block, finding);
        if (diagnostic) found.push(diagnostic);
      }
    }
    return found.sort(compareDiagnostics);
  }

  /** The diagnostics of a file as of the last update, in order of place. */
  diagnostics(uri: string): Diagnostic[] {
    const config = this.configs.get(uri);
    if (config) return configDiagnostics(uri, config);
    const unit = this.unitByFile.get(uri);
    if (!unit) return [];
    const found: Diagnostic[] = [];
    for (const block of this.shownBlocks(unit, uri)) {
      for (const finding of this.findingsOf(unit, block)) {
        const diagnostic = this.diagnosticOf(unit, block, finding);
        if (diagnostic) found.push(diagnostic);
      }
    }
    return found.sort(compareDiagnostics);
  }

  /** The URIs of all files, in order; configuration files too where they have problems. */
  files(): string[] {
    const configs = [...this.configs].filter(([, { parsed }]) => parsed.problems.length).map(([uri]) => uri);
    return [...this.unitByFile.keys(), ...configs].sort();
  }

  hasFile(uri: string): boolean {
    return this.unitByFile.has(uri);
  }

  /** The URIs of all files that the findings follow from, configuration and lock files too, in order. */
  sources(): string[] {
    return [...this.unitByFile.keys(), ...this.configs.keys(), ...this.locks.keys()].sort();
  }

  /** The settings and the date that the findings follow from. */
  given(): { readonly settings: WorkspaceSettings; readonly today: IsoDate } {
    return { settings: this.settings, today: this.today };
  }

  /** The text of a file, also of a configuration or lock file. */
  text(uri: string): string | undefined {
    return this.file(uri)?.text.getText() ?? this.configs.get(uri)?.text ?? this.locks.get(uri);
  }

  file(uri: string): SourceFile | undefined {
    return this.unitByFile.get(uri)?.isms.files.get(uri);
  }

  /** The ISMS that a file belongs to. */
  unitOf(uri: string): IsmsUnit | undefined {
    return this.unitByFile.get(uri);
  }

  /** The ISMSs that have an `isms` block, in the order of their folders. */
  ismss(): IsmsUnit[] {
    return [...this.units.values()]
      .filter(unit => unit.root !== loose && unit.isms.files.size > 0)
      .sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** All units, also the one of files without an `isms` block. */
  allUnits(): IsmsUnit[] {
    return [...this.units.values()].filter(unit => unit.isms.files.size > 0).sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** The severity of a rule in an ISMS. */
  severity(unit: IsmsUnit, rule: Rule): SeveritySetting {
    let severity = unit.severities.get(rule);
    if (!severity) unit.severities.set(rule, (severity = severityOf(rule, this.choices(unit))));
    return severity;
  }

  /** The preset that counts in an ISMS. */
  preset(unit: IsmsUnit): Preset | undefined {
    return presetOf(this.choices(unit));
  }

  /** What was chosen about severities for an ISMS, what counts more first. */
  choices(unit: IsmsUnit): readonly Choice[] {
    return [this.settings, unit.config];
  }

  /** The findings of a file with their blocks, for quick fixes. */
  *findings(uri: string): Iterable<{ readonly unit: IsmsUnit; readonly block: Block; readonly finding: Finding }> {
    const unit = this.unitByFile.get(uri);
    if (!unit) return;
    for (const block of this.shownBlocks(unit, uri)) {
      for (const finding of this.findingsOf(unit, block)) yield { unit, block, finding };
    }
  }

  /** How much work was done so far, for tests that count it. */
  work(): Work & { parsed: number } {
    const sum = { rules: 0, cells: 0, queries: 0, parsed: 0 };
    for (const unit of this.units.values()) {
      sum.rules += unit.checker.work.rules;
      sum.cells += unit.checker.work.cells;
      sum.queries += unit.checker.work.queries;
      sum.parsed += unit.isms.parsed;
    }
    return sum;
  }

  /** A finding as it is shown; undefined if it is switched off or silenced by a comment. */
  diagnosticOf(
    unit: IsmsUnit,
    block: Block,
    finding: Finding,
    severity = this.severity(unit, finding.rule),
  ): Diagnostic | undefined {
    if (severity === 'off' || isSuppressed(block.suppressions, finding.rule.code)) return undefined;
    return {
      code: finding.rule.code,
      severity,
      message: finding.message,
      uri: block.file.uri,
      range: block.range(finding),
      related: finding.related.length ? finding.related.flatMap(shownPlace) : none,
    };
  }

  /** The blocks of a file that have something to show. */
  private shownBlocks(unit: IsmsUnit, uri: string): ReadonlySet<Block> {
    const flagged = unit.checker.flaggedBlocks(uri);
    const orphan = this.orphan(unit, uri);
    return orphan && !flagged.has(orphan) ? new Set([...flagged, orphan]) : flagged;
  }

  /** What was found in a block: by reading it, by the rules, and about the comments that silence rules. */
  private findingsOf(unit: IsmsUnit, block: Block): readonly Finding[] {
    // Somebody may ask between an edit and the check after it.
    if (block.hasLeft) return none;
    const found = unit.checker.findings(block);
    const isOnlyChecked = !block.problems.length && !block.mayHoldSuppressions && unit.root !== loose;
    if (isOnlyChecked) return found;
    const findings = [...this.problemsOf(block), ...found];
    if (block.declaration && this.orphan(unit, block.file.uri) === block) {
      const message = 'This file belongs to no ISMS; declare an `isms` here or in a file of a folder above.';
      findings.push(...this.finding('isms/missing', nameSpan(block.declaration), message));
    }
    if (block.mayHoldSuppressions) {
      const codes = new Set(findings.map(({ rule }) => rule.code));
      for (const problem of suppressionProblems(block, this.ruleCodes, codes)) {
        findings.push(...this.finding(problem.code, problem, problem.message, problem.data));
      }
    }
    return findings;
  }

  /** What reading a block found. */
  private problemsOf(block: Block): Finding[] {
    return block.problems.flatMap(problem => this.finding(problem.code, problem, problem.message, problem.suggestions));
  }

  /** A finding that no rule makes by itself; none if its rule is not in use. */
  private finding(code: string, { start, end }: Span, message: string, data?: unknown): Finding[] {
    const rule = this.rules.find(candidate => candidate.code === code);
    return rule ? [{ rule, start, end, message, related: [], data }] : [];
  }

  /** The first declaration of a file that belongs to no ISMS. */
  private orphan(unit: IsmsUnit, uri: string): Block | undefined {
    if (unit.root !== loose || unit.isms.count('Isms')) return undefined;
    const file = unit.isms.files.get(uri);
    return file?.blocks.find(block => block.kind);
  }

  private unit(root: string): IsmsUnit {
    let unit = this.units.get(root);
    if (!unit) {
      unit = new IsmsUnit(root, this.rules, this.inputsFor({}, undefined));
      this.units.set(root, unit);
      this.refreshInputs(unit);
    }
    return unit;
  }

  private inputsFor(config: Config, lock: ApprovalLock | undefined): Inputs {
    const setting = this.settings.asOf;
    const asOf = setting && isDate(setting) ? setting : (config.asOf ?? this.today);
    const fileExists = (from: string, path: string): boolean | undefined => {
      const folder = parentUri(from);
      const uri = folder === undefined ? undefined : resolvePath(folder, path);
      return uri === undefined ? undefined : this.fileExists(uri);
    };
    return { asOf, lock, fileExists };
  }

  private refreshInputs(unit: IsmsUnit): void {
    unit.severities.clear();
    const before = unit.inputs;
    const beforeChoice = choiceOf(unit.config);
    unit.config = this.configs.get(`${unit.root}/${configFileName}`)?.parsed.config ?? {};
    const lockText = this.locks.get(`${unit.root}/${lockFileName}`);
    unit.lock = lockText === undefined ? undefined : parseLock(lockText);
    unit.inputs = this.inputsFor(unit.config, unit.lock);
    const changed: ('asOf' | 'lock')[] = [];
    if (before.asOf !== unit.inputs.asOf) changed.push('asOf');
    if (JSON.stringify(before.lock) !== JSON.stringify(unit.lock)) changed.push('lock');
    unit.checker.setInputs(unit.inputs, changed);
    if (beforeChoice !== choiceOf(unit.config)) {
      for (const uri of unit.isms.files.keys()) this.changedFiles.add(uri);
    }
  }

  private setConfig(uri: string, text: string | undefined): void {
    if (text === undefined) this.configs.delete(uri);
    else this.configs.set(uri, { text, parsed: parseConfig(text, this.knownCodes) });
    this.changedFiles.add(uri);
    const unit = this.units.get(parentUri(uri) ?? loose);
    if (unit) this.refreshInputs(unit);
  }

  private setLock(uri: string, text: string | undefined): void {
    if (text === undefined) this.locks.delete(uri);
    else this.locks.set(uri, text);
    const unit = this.units.get(parentUri(uri) ?? loose);
    if (unit) this.refreshInputs(unit);
  }

  private roots(): ReadonlySet<string> {
    return new Set([...this.filesWithIsms].map(uri => parentUri(uri) ?? loose));
  }

  /** Notes whether a file has an `isms` block now; if that changed, files may belong to another ISMS. */
  private noteIsms(uri: string, unit: IsmsUnit): void {
    const has = unit.isms.count('Isms') > 0 && unit.isms.blocks('Isms').some(block => block.file.uri === uri);
    if (has === this.filesWithIsms.has(uri)) return;
    if (has) this.filesWithIsms.add(uri);
    else this.filesWithIsms.delete(uri);
    this.regroup();
  }

  /** Moves the files that belong to another ISMS than before. */
  private regroup(): void {
    const roots = this.roots();
    for (const [uri, unit] of [...this.unitByFile]) {
      const root = rootOf(uri, roots);
      if (root === unit.root) continue;
      const text = unit.isms.files.get(uri)?.text.getText() ?? '';
      unit.isms.removeFile(uri);
      const target = this.unit(root);
      target.isms.setFile(uri, text);
      this.unitByFile.set(uri, target);
    }
  }
}

/** A related place as it is shown; none if nothing is declared there any more. */
function shownPlace({ block, name, message }: RelatedBlock): RelatedPlace[] {
  const { declaration } = block;
  if (!declaration) return [];
  const definition = declaration.$definitions.find(candidate => candidate.name === name);
  return [{ uri: block.file.uri, range: block.range(definition ?? nameSpan(declaration)), message }];
}

/** What a configuration says about severities, to be compared. */
const choiceOf = ({ preset, rules }: Config): string => JSON.stringify([preset, rules]);
