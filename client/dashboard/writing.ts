import * as vscode from 'vscode';
import type { WritingEntry, WritingParams, WritingResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';

type About = WritingParams['about'];

const titles: Readonly<Record<About, (id: string) => string>> = {
  decide: id => vscode.l10n.t('Decide about {0}', id),
  justify: id => vscode.l10n.t('Justify {0}', id),
  prove: id => vscode.l10n.t('Add evidence to {0}', id),
  accept: id => vscode.l10n.t('Accept {0}', id),
  assess: id => vscode.l10n.t('Date the assessment of {0}', id),
  record: id => vscode.l10n.t('Record a decision about {0}', id),
};

/** What was typed in a meeting is not lost when somebody clicks on the picture meanwhile: only Escape dismisses a question. */
const lasting = { ignoreFocusOut: true };

/**
 * Asks what is to be written about a control or risk and writes exactly that, as one undo; the file is not saved. Nothing is written that the
 * user has not picked or typed, dates included.
 * @returns whether something was written
 */
export async function writeAbout(server: Server, root: string, about: About, id: string): Promise<boolean> {
  const title = titles[about](id);
  const ask = (
    said: Pick<WritingParams, 'text' | 'acceptance' | 'assessed' | 'decision'> = {},
  ): Promise<WritingResult> => server.request('isms/writing', { root, about, id, ...said });
  const offered = await ask();
  if (about === 'justify') {
    const text = await vscode.window.showInputBox({
      ...lasting,
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
  if (about === 'assess') {
    const assessed = await askDay(title, {
      prompt:
        offered.draft === ''
          ? vscode.l10n.t('The day on which it was assessed')
          : vscode.l10n.t('The day on which it was assessed; now: {0}', offered.draft),
    });
    return assessed ? write(server, (await ask({ assessed })).choices[0]) : false;
  }
  if (about === 'record') {
    const decision = await askDecision(title, offered);
    return decision ? write(server, (await ask({ decision })).choices[0]) : false;
  }
  if (!offered.choices.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0}: there is nothing to choose from.', title));
    return false;
  }
  const items = offered.choices.map(choice => ({ label: choice.title, detail: choice.detail }));
  const picked = await vscode.window.showQuickPick(items, {
    ...lasting,
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

/** Who accepts, since when, until when and why. No date is proposed: only the user knows it. */
async function askAcceptance(
  title: string,
  { names, draft }: WritingResult,
): Promise<WritingParams['acceptance'] | undefined> {
  const by = await askName(
    title,
    names,
    draft === '' ? vscode.l10n.t('Who accepts it') : vscode.l10n.t('Who accepts it; now: {0}', draft),
  );
  if (!by) return undefined;
  const on = await askDay(title, { prompt: vscode.l10n.t('The day on which it was accepted') });
  if (!on) return undefined;
  const until = await askDay(title, {
    prompt: vscode.l10n.t('The last day of the acceptance; leave it empty where none was set'),
    from: on,
    mayBeEmpty: true,
  });
  if (until === undefined) return undefined;
  const because = await vscode.window.showInputBox({
    ...lasting,
    title,
    prompt: vscode.l10n.t('Why it is accepted, in a sentence; leave it empty where nothing is to be said'),
  });
  if (because === undefined) return undefined;
  return { by, on, ...(until && { until }), ...(because.trim() && { because }) };
}

/** Which review decided what, who carries it out and by when. */
async function askDecision(
  title: string,
  { names, reviews, draft }: WritingResult,
): Promise<WritingParams['decision'] | undefined> {
  if (!reviews.length) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0}: no management review is declared that could have decided it. Declare one with “review” first.',
        title,
      ),
    );
    return undefined;
  }
  const review = await askName(title, reviews, vscode.l10n.t('Which management review decided it'));
  if (!review) return undefined;
  const text = await vscode.window.showInputBox({
    ...lasting,
    title,
    value: draft,
    valueSelection: [draft.length, draft.length],
    prompt: vscode.l10n.t(
      'What was decided, in a sentence. A decision that names the risk or control is shown beside it.',
    ),
    validateInput: typed =>
      typed.trim() === draft.trim() || typed.trim() === '' ? vscode.l10n.t('Say what was decided.') : undefined,
  });
  if (!text) return undefined;
  const nobody = { label: vscode.l10n.t('Nobody in particular'), detail: vscode.l10n.t('No owner is written.') };
  const owner = await vscode.window.showQuickPick(
    [...names.map(one => ({ label: one.name, detail: one.title })), nobody],
    { ...lasting, title, placeHolder: vscode.l10n.t('Who carries it out'), matchOnDetail: true },
  );
  if (!owner) return undefined;
  const due = await askDay(title, {
    prompt: vscode.l10n.t('The day by which it is to be done; leave it empty where none was set'),
    mayBeEmpty: true,
  });
  if (due === undefined) return undefined;
  return { review, text, ...(owner !== nobody && { owner: owner.label }), ...(due && { due }) };
}

async function askName(
  title: string,
  names: readonly { readonly name: string; readonly title: string }[],
  placeHolder: string,
): Promise<string | undefined> {
  const items = names.map(one => ({ label: one.name, detail: one.title }));
  return (await vscode.window.showQuickPick(items, { ...lasting, title, placeHolder, matchOnDetail: true }))?.label;
}

interface Day {
  readonly prompt: string;
  /** A day that it may not lie before. */
  readonly from?: string;
  readonly mayBeEmpty?: boolean;
}

/** A day that the user types; undefined if the question was dismissed. */
const askDay = (title: string, { prompt, from, mayBeEmpty = false }: Day): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    ...lasting,
    title,
    prompt,
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    validateInput: text => (mayBeEmpty && text === '' ? undefined : problemOf(text, from)),
  });

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
