import * as vscode from 'vscode';
import type { IsmsEntry, RevisionsResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import type { LivePages } from '../live-pages.ts';
import { pickIsms } from '../pick-isms.ts';
import { mayRunGit } from '../trust.ts';

/**
 * Shows beside the text what changed in an ISMS against a revision of git, as it is now; asks for what `argument` leaves open. Returns whether a
 * comparison is shown.
 */
export async function compareWithGit(server: Server, pages: LivePages, argument: unknown): Promise<boolean> {
  if (!(await mayRunGit())) return false;
  const given = argumentsFrom(argument);
  const isms = await pickIsms(server, vscode.l10n.t('Compare which ISMS with git?'), given);
  if (!isms) return false;
  const revision = given.revision ?? (await pickRevision(server, isms));
  if (revision === undefined) return false;
  await pages.show({
    key: JSON.stringify([isms.root, revision]),
    title: vscode.l10n.t('Changes since {0}: {1}', shortened(revision), isms.title),
    failing: vscode.l10n.t('The ISMS cannot be compared with {0} now', shortened(revision)),
    ask: async (nonce, token) =>
      (await server.request('isms/compare', { root: isms.root, revision, nonce }, token)).html,
  });
  return true;
}

const pickRevision = async (server: Server, { root, title }: IsmsEntry): Promise<string | undefined> =>
  askRevision(vscode.l10n.t('Compare {0} with Git', title), itemsOf(await server.request('isms/revisions', { root })));

/** An id is as long as whoever reads it needs it. */
const shortened = (revision: string): string => (/^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 8) : revision);

type RevisionItem = vscode.QuickPickItem & { readonly revision?: string };

function itemsOf({ commits, refs, isCut, isShallow }: RevisionsResult): RevisionItem[] {
  const separator = (label: string): RevisionItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const commitsTitle = isShallow
    ? vscode.l10n.t('commits that changed the ISMS, older ones are not in this shallow clone')
    : isCut
      ? vscode.l10n.t('commits that changed the ISMS, older ones can be typed')
      : vscode.l10n.t('commits that changed the ISMS');
  const named = (kind: 'branch' | 'tag', icon: string): RevisionItem[] =>
    refs.filter(ref => ref.kind === kind).map(({ name }) => ({ label: `$(${icon}) ${name}`, revision: name }));
  return [
    { label: '$(edit) HEAD', description: vscode.l10n.t('what is changed and not committed'), revision: 'HEAD' },
    separator(commitsTitle),
    ...commits.map(({ id, on, subject }) => ({
      label: `$(git-commit) ${subject}`,
      description: `${on} · ${id.slice(0, 8)}`,
      revision: id,
    })),
    separator(vscode.l10n.t('branches')),
    ...named('branch', 'git-branch'),
    separator(vscode.l10n.t('tags')),
    ...named('tag', 'tag'),
  ];
}

/** Lets the user pick a revision, or type one; undefined when the user stopped. */
function askRevision(title: string, items: readonly RevisionItem[]): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<RevisionItem>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Revision to compare with; type any other, such as HEAD~3');
  picker.matchOnDescription = true;
  picker.items = items;
  return new Promise(resolve => {
    picker.onDidChangeValue(value => {
      const typed = value.trim();
      const isKnown = items.some(({ revision }) => revision === typed);
      const own = { label: typed, description: vscode.l10n.t('as typed'), alwaysShow: true, revision: typed };
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
