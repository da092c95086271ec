/**
 * Asks the client to ask again when what it was told and still shows is no longer so: hints and lenses tell of other files. That is looked
 * at when nothing has happened for a while, never at a keystroke, and the documents that were edited are left out: the client asks for
 * those by itself.
 */
import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Guard } from './guard.ts';
import { later } from './timers.ts';

/** What the client was told. */
interface Told {
  readonly uri: string;
  readonly revision: number | undefined;
  readonly text: string;
  /** What it would be told now. */
  readonly again: () => string;
}

export interface RefresherOptions {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly workspace: () => Workspace;
  /** How long nothing has to happen, in milliseconds. */
  readonly delay?: number;
}

/** The most that is remembered of each sort: what is in sight. */
const most = 300;

export class Refresher {
  private readonly options: RefresherOptions;
  private readonly told = new Map<string, Map<string, Told>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RefresherOptions) {
    this.options = options;
  }

  /**
   * Notes what the client was told.
   * @param method by which the client is asked to ask again
   * @param key what it asked
   */
  remember(method: string, key: string, uri: string, text: string, again: () => string): void {
    let all = this.told.get(method);
    if (!all) this.told.set(method, (all = new Map()));
    all.delete(key);
    all.set(key, { uri, revision: this.revisionOf(uri), text, again });
    if (all.size > most) for (const [oldest] of all) if (all.delete(oldest)) break;
  }

  /** Something has changed. */
  changed(): void {
    clearTimeout(this.timer);
    if (!this.told.size) return;
    this.timer = later(this.options.delay ?? 400, () => {
      this.options.guard.run('looking for what to refresh', () => this.look());
    });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.told.clear();
  }

  private look(): void {
    for (const [method, all] of this.told) {
      for (const [key, { uri, revision }] of all) if (this.revisionOf(uri) !== revision) all.delete(key);
      const isStale = [...all.values()].some(({ text, again }) => again() !== text);
      if (!isStale) continue;
      all.clear();
      this.options.guard.promise('refreshing', this.options.connection.sendRequest(method));
    }
  }

  private revisionOf(uri: string): number | undefined {
    return this.options.workspace().file(uri)?.revision;
  }
}
