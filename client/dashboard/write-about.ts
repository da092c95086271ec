import * as vscode from 'vscode';
import type { WritingEntry, WritingParams, WritingResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';

type About = WritingParams['about'];

const titles: Readonly<Record<About, (id: string) => string>> = {
  decide: id => vscode.l10n.t('Decide about {0}', id),
  justify: id => vscode.l10n.t('Justify {0}', id),
  prove: id => vscode.l10n.t('Add evidence to {0}', id),
  accept: id => vscode.l10n.t('Accept {0}', id),
};

/**
 * Asks what is to be written about a control or risk and writes exactly that, as one undo; the file is not saved. Nothing is written that the
 * user has not picked or typed, a date of acceptance included.
 * @returns whether something was written
 */
export async function writeAbout(server: Server, root: string, about: About, id: string): Promise<boolean> {
  const title = titles[about](id);
  const ask = (said: Pick<WritingParams, 'text' | 'acceptance'> = {}): Promise<WritingResult> =>
    server.request('isms/writing', { root, about, id, ...said });
  const offered = await ask();
  if (about === 'justify') {
    const text = await vscode.window.showInputBox({
      title,
      value: offered.draft,
      prompt: vscode.l10n.t(
        'Why it is included or excluded, in a sentence for the auditor. What you leave here is written.',
      ),
    });
    return text?.trim() ? write(server, (await ask({ text })).choices[0]) : false;
  }
  if (about === 'accept') {
    const acceptance = await askAcceptance(title, offered);
    return acceptance ? write(server, (await ask({ acceptance })).choices[0]) : false;
  }
  if (!offered.choices.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0}: there is nothing to choose from.', title));
    return false;
  }
  const items = offered.choices.map(choice => ({ label: choice.title, detail: choice.detail }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('What is to be written'),
    matchOnDetail: true,
  });
  // Asked again, since the text may have changed while the list was up.
  return picked
    ? write(
        server,
        (await ask()).choices.find(choice => choice.title === picked.label),
      )
    : false;
}

/** Who accepts, since when and until when. No date is proposed: only the user knows it. */
async function askAcceptance(
  title: string,
  { names, draft }: WritingResult,
): Promise<WritingParams['acceptance'] | undefined> {
  const by = await vscode.window.showQuickPick(
    names.map(one => ({ label: one.name, detail: one.title })),
    {
      title,
      placeHolder: draft === '' ? vscode.l10n.t('Who accepts it') : vscode.l10n.t('Who accepts it; now: {0}', draft),
      matchOnDetail: true,
    },
  );
  if (!by) return undefined;
  const on = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The day on which it was accepted'),
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    validateInput: text => problemOf(text),
  });
  if (!on) return undefined;
  const until = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The last day of the acceptance; leave it empty where none was set'),
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    validateInput: text => (text === '' ? undefined : problemOf(text, on)),
  });
  if (until === undefined) return undefined;
  return { by: by.label, on, ...(until && { until }) };
}

/** What is wrong with a date; undefined if nothing is. */
function problemOf(text: string, from = ''): string | undefined {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  const isDay = date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) return vscode.l10n.t('Give a day as year, month and day, such as 2026-03-19.');
  return text < from ? vscode.l10n.t('It ends before it begins, on {0}.', from) : undefined;
}

async function write(server: Server, choice: WritingEntry | undefined): Promise<boolean> {
  if (choice && (await server.applyEdit(choice.edit))) return true;
  throw new Error(
    vscode.l10n.t(
      'Nothing was written: the text has changed meanwhile, or cannot take this. Try again, or write it in the text.',
    ),
  );
}
