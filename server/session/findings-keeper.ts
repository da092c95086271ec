/** Keeps what was found for the next start, while nobody waits for anything, and finds it again. */
import type { Findings } from '../../src/workspace/findings.ts';
import { findingsSteps } from '../../src/workspace/findings.ts';
import { type FileExists, noteAnswers } from '../../src/workspace/store/answers.ts';
import { findStored, keepFindings } from '../../src/workspace/store/find.ts';
import type { FindingsStore, Run } from '../../src/workspace/store/store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { later } from './timers.ts';

/** How long nothing has to change before findings are kept, in milliseconds. */
export interface KeepingDelays {
  readonly afterLoad: number;
  readonly afterChange: number;
}

const usualDelays: KeepingDelays = { afterLoad: 200, afterChange: 3000 };

export interface KeeperOptions {
  readonly store: FindingsStore;
  readonly fileExists: FileExists;
  readonly run: Run;
  readonly workspace: () => Workspace;
  /** Brings all findings up to date. */
  readonly update: () => void;
  /** Whether everything is read, and all open documents are as they are on disk; nobody will find others again. */
  readonly isSaved: () => Promise<boolean>;
  readonly delays?: KeepingDelays | undefined;
}

/** Something has changed while findings were being written. */
class Outdated extends Error {}

export class FindingsKeeper {
  /** To be asked instead of the one given: it notes the answers. */
  readonly fileExists: FileExists;
  private readonly answers: ReturnType<typeof noteAnswers>['answers'];
  private readonly options: KeeperOptions;
  private readonly delays: KeepingDelays;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private revision = 0;

  constructor(options: KeeperOptions) {
    this.options = options;
    this.delays = options.delays ?? usualDelays;
    ({ fileExists: this.fileExists, answers: this.answers } = noteAnswers(options.fileExists));
  }

  /** What was kept about exactly these texts on disk; undefined if nothing was, or if something that it follows from differs. */
  find(texts: ReadonlyMap<string, string>): Promise<Findings | undefined> {
    const { store, fileExists, run, workspace } = this.options;
    const circumstances = {
      ...workspace().given(),
      uris: [...texts.keys()].sort(),
      textOf: (uri: string) => texts.get(uri) ?? '',
    };
    return findStored(store, circumstances, fileExists, run);
  }

  /** Something that findings follow from has changed, or may have: what is being written is out of date. */
  touched(): void {
    this.revision++;
  }

  /** What was found is no longer what was kept. It is kept when nothing has changed for a while. */
  changed(when: keyof KeepingDelays): void {
    this.touched();
    clearTimeout(this.timer);
    this.timer = later(this.delays[when], () => this.keepNow());
  }

  /** Keeps at once what is still to be kept. */
  async flush(): Promise<void> {
    await this.running;
    if (this.timer) await this.keepNow();
  }

  private keepNow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    // What cannot be written is found again by checking; that is not worth a word.
    this.running = this.keep().catch(() => {});
    return this.running;
  }

  private async keep(): Promise<void> {
    const { store, run, isSaved, update } = this.options;
    update();
    const { revision } = this;
    if (!(await isSaved())) return;
    const workspace = this.options.workspace();
    const runUnlessOutdated: Run = async steps => {
      const result = await run(steps);
      if (revision !== this.revision) throw new Outdated();
      return result;
    };
    try {
      const findings = await runUnlessOutdated(findingsSteps(workspace));
      const circumstances = {
        ...workspace.given(),
        uris: workspace.sources(),
        textOf: (uri: string) => workspace.text(uri) ?? '',
      };
      await keepFindings(store, circumstances, findings, this.answers, runUnlessOutdated);
    } catch (error) {
      // Whoever changed something besides findings does not call again.
      if (!(error instanceof Outdated)) throw error;
      if (!this.timer) this.changed('afterChange');
    }
  }
}
