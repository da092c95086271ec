import * as vscode from 'vscode';
import type { IsmsEntry } from '../server/protocol/protocol.ts';
import type { Server } from './connection.ts';
import { activeUri } from './documents.ts';
import { innermost, withoutSlash } from './places.ts';

/**
 * The ISMS meant: the one at `root`, the one around `near`, the only one, or the one the user picks (that of the
 * document in view comes first). Undefined when the user stopped or there is none, which is then said.
 */
export async function pickIsms(
  server: Server,
  question: string,
  { root, near }: { root?: string; near?: vscode.Uri },
): Promise<IsmsEntry | undefined> {
  const ismss = (await server.request('isms/ismsList')).map(isms => ({ at: vscode.Uri.parse(isms.root), isms }));
  if (root !== undefined) {
    const wanted = withoutSlash(vscode.Uri.parse(root).toString());
    const found = ismss.find(({ at }) => withoutSlash(at.toString()) === wanted);
    if (!found) throw new Error(vscode.l10n.t('There is no ISMS in {0}.', root));
    return found.isms;
  }
  if (ismss.length === 0) {
    await offerNewIsms();
    return undefined;
  }
  if (ismss.length === 1) return ismss[0]?.isms;
  if (near) {
    const found = innermost(ismss, near);
    if (found) return found.isms;
  }
  const active = activeUri();
  const first = active && innermost(ismss, active);
  const sorted = [...ismss].sort((a, b) => Number(b === first) - Number(a === first));
  const items = sorted.map(({ at, isms }) => ({
    label: isms.title,
    description: isms.name,
    detail: vscode.workspace.asRelativePath(at, true),
    isms,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: question, matchOnDetail: true }))?.isms;
}

async function offerNewIsms(): Promise<void> {
  const create = vscode.l10n.t('New ISMS from Template');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('There is no ISMS in this workspace: no .isms file with an isms block.'),
    create,
  );
  if (choice === create) await vscode.commands.executeCommand('isms.newFromTemplate');
}
