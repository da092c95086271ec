/** What a workspace is made of, and the steps that change it: in a workspace that lives on, and in what a fresh one would be given. */

import { artefacts } from '../../../src/documents/generated/registry.ts';
import { subjectOf } from '../../../src/export/index.ts';
import type { Fault } from '../../../src/model/fault.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import type { TextChange } from '../../../src/syntax/text/chunked-text.ts';
import { Workspace } from '../../../src/workspace/workspace.ts';
import { applied, cut, putIn, textChanges, toggleIsms } from './changes.ts';
import { attachments, configs, days, files, folders, locks, otherText, places, settings } from './corpus.ts';
import { fault } from './faults.ts';
import { summary } from './observe.ts';
import type { Sequence, Step } from './steps.ts';

/** All that a workspace may know. */
export class World {
  readonly rules: readonly Rule[];
  /** The texts of all files by URI, configuration and lock files too. */
  readonly texts = new Map<string, string>();
  readonly attachments = new Set<string>(attachments.slice(0, 1));
  /** Of rules that are not meant to fail. */
  readonly faults: Fault[] = [];
  today = days[0] as string;
  settings: (typeof settings)[number] = settings[0];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
  }

  /** An empty workspace. A rule of the product that fails breaks the property. */
  workspace(): Workspace {
    return new Workspace({
      rules: this.rules,
      today: this.today,
      settings: this.settings,
      fileExists: uri => this.attachments.has(uri),
      onFault: fault => {
        if (!fault.name.startsWith('fault/')) this.faults.push(fault);
      },
    });
  }

  /** A workspace that is given all of it at once, in another order. */
  fresh(): Workspace {
    const workspace = this.workspace();
    workspace.setFiles([...this.texts].sort(([a], [b]) => (a < b ? 1 : -1)));
    workspace.update();
    return workspace;
  }

  /** The URIs of the files with text of an ISMS, in order. */
  get uris(): string[] {
    return [...this.texts.keys()].filter(uri => uri.endsWith('.isms')).sort();
  }
}

/** A workspace that lives through steps, with what its user has been shown. */
export class Life {
  readonly world: World;
  readonly workspace: Workspace;
  /** What was last told of each file. */
  readonly told = new Map<string, unknown>();
  private checking: Generator<void, Set<string>> | undefined;

  constructor({ files: present }: Sequence, rules: readonly Rule[]) {
    this.world = new World(rules);
    for (const uri of present) this.world.texts.set(uri, files[uri] as string);
    this.workspace = this.world.workspace();
    this.workspace.setFiles(this.world.texts);
    this.update();
  }

  /** Takes a step; what is still being checked goes on by a turn. */
  take(step: Step): void {
    const { workspace, world } = this;
    switch (step.do) {
      case 'edit':
        this.withFile(step.file, (uri, text) => this.edit(uri, textChanges(step.changes, text)));
        break;
      case 'isms':
        this.withFile(step.file, (uri, text) => this.edit(uri, [toggleIsms(text, step.behind)]));
        break;
      case 'carry':
        this.carry(step);
        break;
      case 'restore': {
        const uri = places[step.file % places.length] as string;
        this.set(uri, files[uri] ?? otherText);
        break;
      }
      case 'empty':
        this.withFile(step.file, uri => this.set(uri, ''));
        break;
      case 'remove':
        this.withFile(step.file, uri => this.remove(uri));
        break;
      case 'move':
        this.withFile(step.file, (uri, text) => {
          this.remove(uri);
          this.set(places[step.to % places.length] as string, text);
        });
        break;
      case 'config':
        this.setOther(`${folders[step.folder]}/isms.config.json`, configs[step.n]);
        break;
      case 'lock':
        this.setOther(`${folders[step.folder]}/isms.lock.json`, locks[step.n]);
        break;
      case 'settings':
        world.settings = settings[step.n] as (typeof settings)[number];
        workspace.setSettings(world.settings);
        break;
      case 'day':
        world.today = days[step.n] as string;
        workspace.setToday(world.today);
        break;
      case 'attachment': {
        const uri = attachments[step.n % attachments.length] as string;
        if (!world.attachments.delete(uri)) world.attachments.add(uri);
        workspace.filesChanged();
        break;
      }
      case 'export':
        for (const unit of workspace.ismss()) {
          const subject = subjectOf(workspace, unit, text => [{ type: 'paragraph', content: [text] }]);
          const fails = workspace.failedRules([unit]).length > 0;
          // Where a rule failed, nothing is called ready.
          for (const artefact of artefacts) if (!fails || artefact.id !== 'readiness') artefact.build(subject, {});
        }
        break;
      case 'fault':
        fault.on = step.on;
        break;
      case 'abandon':
        this.checking?.return(new Set());
        this.checking = undefined;
        return;
      case 'update':
        this.update();
        return;
      case 'begin':
        this.checking ??= workspace.updateSteps(1);
        for (let turn = 0; turn <= step.turns; turn++) this.goOn();
        return;
    }
    this.goOn();
  }

  /** Brings everything up to date, as the server does after each change. */
  update(): void {
    while (this.checking) this.goOn();
    this.tell(this.workspace.update());
  }

  private goOn(): void {
    const turn = this.checking?.next();
    if (!turn?.done) return;
    this.checking = undefined;
    // What was changed between two turns is not checked yet, and only what is can be shown.
    this.tell([...turn.value, ...this.workspace.update()]);
  }

  private tell(uris: Iterable<string>): void {
    for (const uri of uris) this.told.set(uri, summary(this.workspace, uri));
  }

  private withFile(n: number, act: (uri: string, text: string) => void): void {
    const { uris, texts } = this.world;
    const uri = uris[n % Math.max(1, uris.length)];
    if (uri !== undefined) act(uri, texts.get(uri) as string);
  }

  private edit(uri: string, changes: readonly TextChange[]): void {
    this.world.texts.set(uri, applied(changes, this.world.texts.get(uri) as string));
    this.workspace.editFile(uri, changes);
  }

  private carry({ file, n, toFile, toN, sent }: Extract<Step, { do: 'carry' }>): void {
    this.withFile(file, (from, text) => {
      const { change, taken } = cut(text, n);
      this.withFile(toFile < 0 ? file : toFile, (to, target) => {
        if (to === from) {
          const changes = [change, putIn(applied([change], text), toN, taken)];
          const after = applied(changes, text);
          if (sent === 'changes') this.edit(from, changes);
          else this.edit(from, [{ text: sent === 'whole' ? after : after.replace(/" \{/g, ' too" {') }]);
        } else {
          this.edit(from, [change]);
          this.edit(to, [putIn(target, toN, taken)]);
        }
      });
    });
  }

  private set(uri: string, text: string): void {
    this.world.texts.set(uri, text);
    this.workspace.setFiles([[uri, text]]);
  }

  private remove(uri: string): void {
    this.world.texts.delete(uri);
    this.workspace.removeFile(uri);
  }

  private setOther(uri: string, text: string | undefined): void {
    if (text === undefined) this.remove(uri);
    else this.set(uri, text);
  }
}
