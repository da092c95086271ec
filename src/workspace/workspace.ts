/**
 * The core that the editor and the command line share: files in, diagnostics out. It finds the ISMSs of a workspace (one is the
 * folder tree under a file with an `isms` block), keeps them apart, and applies configuration.
 */

import type { SourceFile } from '../incremental/block.ts';
import type { Work } from '../incremental/checker.ts';
import type { Isms } from '../incremental/isms.ts';
import { noNeighbours } from '../incremental/neighbours.ts';
import type { IsoDate } from '../model/dates.ts';
import type { FaultSink } from '../model/fault.ts';
import type { ApprovalLock, Inputs } from '../model/view.ts';
import { type Choice, type Preset, presetOf, type SeveritySetting, severityOf } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import type { TextChange } from '../syntax/text/chunked-text.ts';
import type { LanguageChoice } from '../wording/languages.ts';
import { type BlockFinding, BlockFindings } from './block-findings.ts';
import {
  type Config,
  configFileName,
  isWordsFile,
  languageOfWordsFile,
  lockFileName,
  type ParsedConfig,
  parseConfig,
  settled,
  type WorkspaceSettings,
  wordsFileName,
} from './configuration/config.ts';
import { type RuleNames, ruleNames } from './configuration/setting.ts';
import { compareDiagnostics, type Diagnostic, diagnosticOf } from './diagnostic.ts';
import { brokenLock, configDiagnostics, type UnreadPlace, unreadable, unreadPlace } from './file-diagnostics.ts';
import { aside, Grouping, loose } from './grouping.ts';
import { declaresIsms } from './isms-block.ts';
import { IsmsUnit } from './isms-unit.ts';
import { parseLock } from './lock.ts';
import { baseName, parentUri, resolvePath } from './uri.ts';
import { neighboursOf } from './uses.ts';

export type { WorkspaceSettings } from './configuration/config.ts';
export type { IsmsUnit } from './isms-unit.ts';

/**
 * Reads a file that lies within a folder, also where links on its way lead to, and has at most so many bytes. Does not reject: where it
 * cannot be read, the reason is the end of a sentence.
 */
export type ReadBytes = (uri: string, within: string, most: number) => Promise<FileBytes>;

export type FileBytes = { readonly bytes: Uint8Array } | { readonly reason: string };

/** How the documents of an ISMS look. */
export interface Appearance {
  /** The path of a picture within the folder of the ISMS. */
  readonly logo?: string | undefined;
  /** As `#rrggbb`. */
  readonly colour?: string | undefined;
}

export interface WorkspaceOptions {
  readonly rules: readonly Rule[];
  /** The date where neither a setting nor a configuration file gives one. */
  readonly today: IsoDate;
  readonly settings?: WorkspaceSettings;
  /** Whether a file exists; undefined where that cannot be told. */
  readonly fileExists?: (uri: string) => boolean | undefined;
  /** Reads files that are no texts, such as a logo; without it they cannot be read. */
  readonly readBytes?: ReadBytes | undefined;
  /** Is told of each rule and each fix that fails: a fault of the program, contained where it occurs. */
  readonly onFault?: FaultSink | undefined;
}

export class Workspace {
  private readonly rules: readonly Rule[];
  private readonly found: BlockFindings;
  private readonly ruleNames: RuleNames;
  private readonly fileExists: (uri: string) => boolean | undefined;
  private readonly readBytes: ReadBytes | undefined;
  private readonly onFault: FaultSink;
  private readonly failedFixes = new Set<string>();
  private today: IsoDate;
  private settings: WorkspaceSettings;
  private readonly units = new Map<string, IsmsUnit>();
  private readonly unitByFile = new Map<string, IsmsUnit>();
  private readonly grouping = new Grouping(uri => this.unitByFile.has(uri));
  /** The files with words for documents, as texts. */
  private readonly words = new Map<string, string>();
  private readonly configs = new Map<string, { text: string; parsed: ParsedConfig }>();
  private readonly locks = new Map<string, string>();
  /** Configuration files that apply to nothing, as of the last update. */
  private unusedConfigs: ReadonlySet<string> = new Set();
  private readonly brokenLocks = new Set<string>();
  private readonly changedFiles = new Set<string>();
  private readonly unread = new Map<string, UnreadPlace>();

  constructor(options: WorkspaceOptions) {
    this.rules = options.rules;
    this.found = new BlockFindings(options.rules, (unit, rule) => this.severity(unit, rule));
    this.ruleNames = ruleNames(options.rules);
    this.fileExists = options.fileExists ?? (() => undefined);
    this.readBytes = options.readBytes;
    this.onFault = options.onFault ?? (() => {});
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
      if (!counts(uri)) continue;
      if (this.unread.delete(uri)) this.changedFiles.add(uri);
      if (baseName(uri) === configFileName) this.setConfig(uri, text);
      else if (baseName(uri) === lockFileName) this.setLock(uri, text);
      else if (isWordsFile(baseName(uri))) this.words.set(uri, text);
      else texts.push([uri, text]);
    }
    for (const [uri, text] of texts) {
      if (!this.unitByFile.has(uri) && declaresIsms(text)) this.grouping.setDeclares(uri, true);
    }
    this.regroup();
    for (const [uri, text] of texts) {
      if (!counts(uri)) {
        // It was taken for one that declares an ISMS, and does not come.
        if (!this.unitByFile.has(uri)) this.grouping.setDeclares(uri, false);
        continue;
      }
      const unit = this.unitByFile.get(uri) ?? this.unit(this.grouping.rootOf(uri));
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
    else this.words.delete(uri);
    if (this.unread.delete(uri)) this.changedFiles.add(uri);
    const unit = this.unitByFile.get(uri);
    if (!unit) return;
    unit.isms.removeFile(uri);
    this.unitByFile.delete(uri);
    this.changedFiles.add(uri);
    if (this.grouping.setDeclares(uri, false) || this.grouping.isLinked(uri)) this.regroup();
  }

  /** Notes that a file is there but cannot be read; `reason` ends the sentence that says so. It has no text until it is set again. */
  setUnread(uri: string, reason: string): void {
    this.removeFile(uri);
    this.unread.set(uri, { uri, reason, isFolder: false });
    this.changedFiles.add(uri);
  }

  /** Notes that a folder cannot be looked into; `reason` ends the sentence that says so. Undefined where it can be again. */
  setUnreadFolder(uri: string, reason: string | undefined): void {
    if (this.unread.get(uri)?.reason === reason) return;
    if (reason === undefined) this.unread.delete(uri);
    else this.unread.set(uri, { uri, reason, isFolder: true });
    this.changedFiles.add(uri);
  }

  /** Notes where links lead, undefined for a file or folder that is no link; of links to folders those that are used count. A second name of a file of the same ISMS does not count. */
  setLinks(links: Iterable<readonly [uri: string, target: string | undefined]>): void {
    let isNews = false;
    for (const [uri, target] of links) if (this.grouping.setLink(uri, target)) isNews = true;
    if (isNews) this.regroup();
  }

  /** The links that lead to a file: when it changes, so do they. */
  linksTo(uri: string): ReadonlySet<string> {
    return this.grouping.linksTo(uri);
  }

  /** Whether a file has an `isms` block. */
  declaresIsms(uri: string): boolean {
    return this.grouping.declares(uri);
  }

  /** The folder of the ISMS that a file belongs to, or would belong to; another text if to none. */
  rootOf(uri: string): string {
    return this.grouping.rootOf(uri);
  }

  /** Whether a configuration leaves out a file or folder. */
  isExcluded(uri: string): boolean {
    return this.grouping.isExcluded(uri);
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
      for (const uri of this.files()) this.changedFiles.add(uri);
  }

  /** A file other than the workspace's own came or went: evidence, a policy. */
  filesChanged(): void {
    for (const unit of this.units.values()) unit.checker.setInputs(unit.inputs, ['files']);
  }

  /** Checks what has changed. Returns the URIs of the files whose diagnostics may differ. */
  update(): Set<string> {
    this.linkNeighbours();
    for (const unit of this.units.values()) for (const uri of unit.checker.update()) this.changedFiles.add(uri);
    return this.takeChangedFiles();
  }

  /** The same in steps of a few milliseconds. What is changed between two steps is part of the next update. */
  *updateSteps(cells?: number): Generator<void, Set<string>> {
    this.linkNeighbours();
    // Kept until they are told: an update may be broken off.
    for (const unit of [...this.units.values()])
      for (const uri of yield* unit.checker.updateSteps(cells)) this.changedFiles.add(uri);
    return this.takeChangedFiles();
  }

  /** The diagnostics of a file that need no other file: right also before the rest of the workspace has been read. */
  localDiagnostics(uri: string): Diagnostic[] {
    const unit = this.unitOf(uri);
    return unit ? this.shown(unit, this.found.locally(unit, uri)) : [];
  }

  /** The diagnostics of a file as of the last update, in order of place. */
  diagnostics(uri: string): Diagnostic[] {
    const config = this.configs.get(uri);
    if (config) return configDiagnostics(uri, config, this.unusedConfigs.has(uri));
    const unread = this.unreadDiagnostic(uri);
    if (unread) return [unread];
    const unit = this.unitOf(uri);
    return unit ? this.shown(unit, this.found.inFile(unit, uri)) : [];
  }

  /** The URIs of all files, and of unread folders, that may have diagnostics, in order; configuration and lock files only where they have problems. */
  files(): string[] {
    const configs = [...this.configs].flatMap(([uri, { parsed }]) =>
      parsed.problems.length || this.unusedConfigs.has(uri) ? [uri] : [],
    );
    return [...this.unitByFile.keys(), ...configs, ...this.brokenLocks, ...this.unread.keys()].sort();
  }

  /** The files and folders that are there and could not be read, in order; those that are excluded are left out. */
  unreadPlaces(): UnreadPlace[] {
    const places = [...this.unread.values()].filter(({ uri }) => !this.isExcluded(uri));
    return places.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** The folders that could not be looked into, those too that are excluded: they may be excluded no more one day. */
  unreadFolders(): string[] {
    return [...this.unread.values()].flatMap(({ uri, isFolder }) => (isFolder ? [uri] : [])).sort();
  }

  hasFile(uri: string): boolean {
    return this.unitByFile.has(uri);
  }

  /** The URIs of all files that the findings follow from, configuration and lock files too, in order. */
  sources(): string[] {
    return [...this.unitByFile.keys(), ...this.configs.keys(), ...this.locks.keys(), ...this.unread.keys()].sort();
  }

  /** The settings and the date that the findings follow from. */
  given(): { readonly settings: WorkspaceSettings; readonly today: IsoDate } {
    return { settings: this.settings, today: this.today };
  }

  /** The text of a file, also of a configuration or lock file. */
  text(uri: string): string | undefined {
    return this.file(uri)?.text.getText() ?? this.configs.get(uri)?.text ?? this.locks.get(uri) ?? this.words.get(uri);
  }

  file(uri: string): SourceFile | undefined {
    return this.unitByFile.get(uri)?.isms.files.get(uri);
  }

  /** The ISMS that a file belongs to; undefined for a file that is set aside. */
  unitOf(uri: string): IsmsUnit | undefined {
    const unit = this.unitByFile.get(uri);
    return unit?.root === aside ? undefined : unit;
  }

  /** The ISMSs that have an `isms` block, in the order of their folders. */
  ismss(): IsmsUnit[] {
    return [...this.units.values()]
      .filter(unit => unit.root !== loose && unit.root !== aside && unit.isms.files.size > 0)
      .sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** All units, also the one of files without an `isms` block. */
  allUnits(): IsmsUnit[] {
    return [...this.units.values()]
      .filter(unit => unit.root !== aside && unit.isms.files.size > 0)
      .sort((a, b) => (a.root < b.root ? -1 : 1));
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

  /**
   * In which language the documents of an ISMS speak, and how.
   * @param asked a language that was asked for, which wins over settings and configuration
   */
  language(unit: IsmsUnit, asked?: string): LanguageChoice {
    const choices = [{ documentsLanguage: asked }, this.settings, unit.config];
    const language = settled('documentsLanguage', choices);
    const ownName = wordsFileName(language ?? 'en');
    const own = this.words.get(`${unit.root}/${ownName}`);
    return { language, dateFormat: unit.config.documentsDateFormat, own, ownName };
  }

  /** The languages that an ISMS has words for in files of its own, in order. */
  ownLanguages(unit: IsmsUnit): string[] {
    const names = [...this.words.keys()].filter(uri => parentUri(uri) === unit.root).map(baseName);
    return names.map(languageOfWordsFile).sort();
  }

  /** How the documents of an ISMS look, as it is configured. */
  appearance({ config }: IsmsUnit): Appearance {
    return { logo: config.documentsLogo, colour: config.documentsColour };
  }

  /** Reads a file below the folder of an ISMS that is no text, of at most so many bytes; its path has `/` between folders. */
  async readWithin({ root }: IsmsUnit, path: string, most: number): Promise<FileBytes> {
    if (!this.readBytes) return { reason: 'files other than texts cannot be read here' };
    return this.readBytes(resolvePath(root, path), root, most);
  }

  /** What was chosen about severities for an ISMS, what counts more first. */
  choices(unit: IsmsUnit): readonly Choice[] {
    return [this.settings, unit.config];
  }

  /** The findings of a file with their blocks, for quick fixes. */
  *findings(uri: string): Iterable<BlockFinding & { readonly unit: IsmsUnit }> {
    const unit = this.unitOf(uri);
    if (unit) for (const found of this.found.inFile(unit, uri)) yield { unit, ...found };
  }

  /** How many findings of a file are not shown because their rules are switched off, by a preset or one by one. */
  hidden(uri: string): number {
    let count = 0;
    for (const { unit, finding } of this.findings(uri)) if (this.severity(unit, finding.rule) === 'off') count++;
    return count;
  }

  /** The codes of the rules that failed in some ISMSs as of the last update, in order: what they should find is missing. */
  failedRules(units: Iterable<IsmsUnit> = this.units.values()): string[] {
    const failed = [...units].flatMap(unit =>
      unit.checker.failed.flatMap(({ rule }) => (this.severity(unit, rule) === 'off' ? [] : [rule.code])),
    );
    return [...new Set(failed)].sort();
  }

  /** The fix of a rule failed; logged once for each rule. */
  fixFailed(code: string, uri: string, error: unknown): void {
    if (this.failedFixes.has(code)) return;
    this.failedFixes.add(code);
    this.onFault({ name: `the fix of ${code}`, uri, error });
  }

  /** How much work was done so far, for tests that count it. */
  work(): Work & { parsed: number; values: number } {
    const sum = { rules: 0, cells: 0, queries: 0, parsed: 0, values: 0 };
    for (const unit of this.units.values()) {
      sum.rules += unit.checker.work.rules;
      sum.cells += unit.checker.work.cells;
      sum.queries += unit.checker.work.queries;
      sum.parsed += unit.isms.parsed;
      sum.values += unit.isms.projections.looked;
    }
    return sum;
  }

  /** The folders that the ISMSs under some folders use, whether there is an ISMS or not, in order. */
  usedFolders(within: (root: string) => boolean): string[] {
    const units = this.ismss().filter(({ root }) => within(root));
    return [...new Set(units.flatMap(unit => unit.uses.of(unit.isms).map(({ folder }) => folder)))].sort();
  }

  /** The ISMSs that use another one, in the order of their folders. */
  usersOf({ isms }: IsmsUnit): IsmsUnit[] {
    return this.ismss().filter(unit => unit.isms.neighbours.list.some(neighbour => neighbour.isms === isms));
  }

  /** Lets each ISMS find what those share that it uses. */
  private linkNeighbours(): void {
    const find = (folder: string): Isms | undefined => {
      const unit = this.units.get(folder) ?? this.units.get(this.grouping.target(folder) ?? folder);
      return unit?.isms.count('Isms') ? unit.isms : undefined;
    };
    for (const { isms, uses } of this.units.values()) {
      const used = uses.of(isms);
      isms.neighbours = used.length ? neighboursOf(isms, used, find) : noNeighbours;
    }
  }

  private takeChangedFiles(): Set<string> {
    this.noteUnusedConfigs();
    const files = new Set(this.changedFiles);
    this.changedFiles.clear();
    return files;
  }

  /** A configuration applies to the files of its ISMS, or by what it leaves out. */
  private noteUnusedConfigs(): void {
    const unused = [...this.configs].flatMap(([uri, { parsed }]) => {
      const unit = this.units.get(parentUri(uri) ?? loose);
      return unit?.isms.files.size || parsed.config.exclude?.length ? [] : [uri];
    });
    const before = this.unusedConfigs;
    this.unusedConfigs = new Set(unused);
    for (const uri of unused) if (!before.has(uri)) this.changedFiles.add(uri);
    for (const uri of before) if (!this.unusedConfigs.has(uri)) this.changedFiles.add(uri);
  }

  /** What there is to say of a folder, a source, a configuration or a lock file that cannot be read. */
  private unreadDiagnostic(uri: string): Diagnostic | undefined {
    const place = this.unread.get(uri);
    if (!place && !this.brokenLocks.has(uri)) return undefined;
    if (this.isExcluded(uri)) return undefined;
    const severity = this.severityOfUnread(uri);
    return place ? unreadPlace(place, atLeastTold(severity)) : brokenLock(uri, severity);
  }

  private severityOfUnread(uri: string): SeveritySetting {
    const unit = this.units.get(this.grouping.rootOf(uri));
    const rule = this.rules.find(({ code }) => code === unreadable);
    return unit && rule ? this.severity(unit, rule) : 'error';
  }

  /** Findings as they are shown, in order of place. */
  private shown(unit: IsmsUnit, found: Iterable<BlockFinding>): Diagnostic[] {
    const diagnostics: Diagnostic[] = [];
    for (const { block, finding } of found) {
      const diagnostic = diagnosticOf(block, finding, this.severity(unit, finding.rule));
      if (diagnostic) diagnostics.push(diagnostic);
    }
    return diagnostics.sort(compareDiagnostics);
  }

  private unit(root: string): IsmsUnit {
    let unit = this.units.get(root);
    if (!unit) {
      unit = new IsmsUnit(root, root === aside ? [] : this.rules, this.inputsFor({}, undefined), this.onFault);
      this.units.set(root, unit);
      this.refreshInputs(unit);
    }
    return unit;
  }

  private inputsFor(config: Config, lock: ApprovalLock | undefined): Inputs {
    const asOf = settled('asOf', [this.settings, config]) ?? this.today;
    const fileExists = (from: string, path: string): boolean | undefined => {
      const folder = parentUri(from);
      return folder === undefined ? undefined : this.fileExists(resolvePath(folder, path));
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
      for (const uri of [...unit.isms.files.keys(), ...this.unread.keys(), ...this.brokenLocks])
        this.changedFiles.add(uri);
    }
  }

  private setConfig(uri: string, text: string | undefined): void {
    if (text === undefined) this.configs.delete(uri);
    else this.configs.set(uri, { text, parsed: parseConfig(text, this.ruleNames) });
    this.changedFiles.add(uri);
    const exclude = this.configs.get(uri)?.parsed.config.exclude ?? [];
    if (this.grouping.setExcluded(parentUri(uri) ?? loose, exclude)) {
      this.regroup();
      for (const other of [...this.unread.keys(), ...this.brokenLocks]) this.changedFiles.add(other);
    }
    const unit = this.units.get(parentUri(uri) ?? loose);
    if (unit) this.refreshInputs(unit);
  }

  private setLock(uri: string, text: string | undefined): void {
    if (text === undefined) this.locks.delete(uri);
    else this.locks.set(uri, text);
    const isBroken = text !== undefined && parseLock(text) === undefined;
    if (this.brokenLocks.delete(uri) || isBroken) this.changedFiles.add(uri);
    if (isBroken) this.brokenLocks.add(uri);
    const unit = this.units.get(parentUri(uri) ?? loose);
    if (unit) this.refreshInputs(unit);
  }

  /** Notes whether a file has an `isms` block now; if that changed, files may belong to another ISMS. */
  private noteIsms(uri: string, unit: IsmsUnit): void {
    const has = unit.isms.count('Isms') > 0 && unit.isms.blocks('Isms').some(block => block.file.uri === uri);
    if (this.grouping.setDeclares(uri, has)) this.regroup();
  }

  /** Moves the files that belong to another ISMS than before. */
  private regroup(): void {
    for (const [uri, unit] of [...this.unitByFile]) {
      const root = this.grouping.rootOf(uri);
      if (root === unit.root) continue;
      const text = unit.isms.files.get(uri)?.text.getText() ?? '';
      unit.isms.removeFile(uri);
      const target = this.unit(root);
      target.isms.setFile(uri, text);
      this.unitByFile.set(uri, target);
      this.changedFiles.add(uri);
    }
  }
}

/** That something is missing cannot be switched off: what is found without it would look whole. It can be excluded. */
const atLeastTold = (severity: SeveritySetting): SeveritySetting => (severity === 'off' ? 'error' : severity);

/** What a configuration says about severities, to be compared. */
const choiceOf = ({ preset, rules }: Config): string => JSON.stringify([preset, rules]);
