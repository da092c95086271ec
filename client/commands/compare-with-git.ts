import * as vscode from 'vscode';
import type { IsmsEntry, RevisionsResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { LivePages } from '../live-pages.ts';
import { pickIsms } from '../pick-isms.ts';
import { mayRunGit } from '../trust.ts';

/** What changed in an ISMS against a revision of git, beside the text and as it is now. */
export class Comparisons implements vscode.Disposable {
  readonly #server: Server;
  readonly #pages: LivePages;

  constructor(server: Server, output: vscode.LogOutputChannel) {
    this.#server = server;
    this.#pages = new LivePages('isms.comparison', output);
  }

  /** Shows a comparison; asks for what `argument` leaves open. Returns whether one is shown. */
  async show(argument: unknown): Promise<boolean> {
    if (!(await mayRunGit())) return false;
    const given = argumentsFrom(argument);
    const isms = await pickIsms(this.#server, 'Compare which ISMS with git?', given);
    if (!isms) return false;
    const revision = given.revision ?? (await this.#pickRevision(isms));
    if (revision === undefined) return false;
    await this.#pages.show({
      key: JSON.stringify([isms.root, revision]),
      title: vscode.l10n.t('Changes since {0}: {1}', shortened(revision), isms.title),
      failing: vscode.l10n.t('The ISMS cannot be compared with {0} now', shortened(revision)),
      ask: async (nonce, token) =>
        (await this.#server.request('isms/compare', { root: isms.root, revision, nonce }, token)).html,
    });
    return true;
  }

  /** What the pages show may have changed. */
  refresh(): void {
    this.#pages.refresh();
  }

  dispose(): void {
    this.#pages.dispose();
  }

  async #pickRevision({ root, title }: IsmsEntry): Promise<string | undefined> {
    return askRevision(`Compare ${title} with Git`, itemsOf(await this.#server.request('isms/revisions', { root })));
  }
}

/** An id is as long as whoever reads it needs it. */
const shortened = (revision: string): string => (/^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 8) : revision);

type RevisionItem = vscode.QuickPickItem & { readonly revision?: string };

function itemsOf({ commits, refs, isCut, isShallow }: RevisionsResult): RevisionItem[] {
  const separator = (label: string): RevisionItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const older = isShallow ? ', older ones are not in this shallow clone' : isCut ? ', older ones can be typed' : '';
  const named = (kind: 'branch' | 'tag', icon: string): RevisionItem[] =>
    refs.filter(ref => ref.kind === kind).map(({ name }) => ({ label: `$(${icon}) ${name}`, revision: name }));
  return [
    { label: '$(edit) HEAD', description: 'what is changed and not committed', revision: 'HEAD' },
    separator(`commits that changed the ISMS${older}`),
    ...commits.map(({ id, on, subject }) => ({
      label: `$(git-commit) ${subject}`,
      description: `${on} · ${id.slice(0, 8)}`,
      revision: id,
    })),
    separator('branches'),
    ...named('branch', 'git-branch'),
    separator('tags'),
    ...named('tag', 'tag'),
  ];
}

/** Lets the user pick a revision, or type one; undefined when the user stopped. */
function askRevision(title: string, items: readonly RevisionItem[]): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<RevisionItem>();
  picker.title = title;
  picker.placeholder = 'Revision to compare with; type any other, such as HEAD~3';
  picker.matchOnDescription = true;
  picker.items = items;
  return new Promise(resolve => {
    picker.onDidChangeValue(value => {
      const typed = value.trim();
      const isKnown = items.some(({ revision }) => revision === typed);
      const own = { label: typed, description: 'as typed', alwaysShow: true, revision: typed };
      picker.items = typed === '' || isKnown ? items : [...items, own];
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.revision);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** Menus give the clicked file, a shortcut or task an object. */
function argumentsFrom(argument: unknown): { root?: string; near?: vscode.Uri; revision?: string } {
  if (argument instanceof vscode.Uri) return { near: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { root, revision } = argument as Record<string, unknown>;
  return { ...(typeof root === 'string' && { root }), ...(typeof revision === 'string' && { revision }) };
}
