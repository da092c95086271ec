import * as vscode from 'vscode';
import { answerForms } from '../../server/protocol/answer-forms.ts';
import type { TemplateEntry, TemplateQuestion } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { pickFolder } from '../pick-folder.ts';
import { mayWrite } from '../trust.ts';
import { writeNewFiles } from '../write-new-files.ts';

/**
 * Writes the files of a template into a folder and opens the first; asks for both, and for what fits the template, unless `argument` gives them
 * (`{ template, folder }`, or a folder's URI from the Explorer). Never overwrites: an existing file stops it before
 * anything is written. Returns the URI of the first file, or undefined when the user or an existing file stopped it.
 */
export async function newFromTemplate(server: Server, argument: unknown): Promise<string | undefined> {
  if (!(await mayWrite(vscode.l10n.t('A new ISMS')))) return undefined;
  const given = argumentsFrom(argument);
  const picked = given.template === undefined ? await pickTemplate(server) : undefined;
  const id = given.template ?? picked?.id;
  if (id === undefined) return undefined;
  const answers = await askAll(picked?.questions ?? []);
  if (!answers) return undefined;
  const { files, toWrite } = await server.request('isms/template', { id, answers });
  const first = files[0];
  if (!first) throw new Error(vscode.l10n.t('The template “{0}” has no files.', id));
  const folder = given.folder ?? (await pickFolder(vscode.l10n.t('New ISMS from Template')));
  if (!folder) return undefined;
  return (await writeNewFiles(files, folder, toWrite && rangeOf(first.text, toWrite)))?.toString();
}

/** The place of a stretch of a text. */
function rangeOf(text: string, { start, end }: { start: number; end: number }): vscode.Range {
  const position = (offset: number): vscode.Position => {
    const lines = text.slice(0, offset).split('\n');
    return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  };
  return new vscode.Range(position(start), position(end));
}

function argumentsFrom(argument: unknown): { template?: string; folder?: vscode.Uri } {
  if (argument instanceof vscode.Uri) return { folder: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { template, folder } = argument as Record<string, unknown>;
  return {
    ...(typeof template === 'string' && { template }),
    ...(typeof folder === 'string' && { folder: vscode.Uri.parse(folder) }),
  };
}

async function pickTemplate(server: Server): Promise<TemplateEntry | undefined> {
  const templates = await server.request('isms/templates');
  const items = templates.map(template => ({ label: template.label, detail: template.description, template }));
  return (
    await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('New ISMS from Template'),
      placeHolder: vscode.l10n.t('Template'),
    })
  )?.template;
}

/** What was answered, by key; undefined when the user stopped with Escape. */
async function askAll(questions: readonly TemplateQuestion[]): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (const [index, question] of questions.entries()) {
    const answer = await ask(question, vscode.l10n.t('New ISMS ({0}/{1})', index + 1, questions.length));
    if (answer === undefined) return undefined;
    answers[question.key] = answer;
  }
  return answers;
}

/** One answer; empty when it was skipped, undefined when the user stopped. */
async function ask({ text, choices, several, form }: TemplateQuestion, title: string): Promise<string | undefined> {
  if (!choices.length) {
    // Said at once: what is told after the last question would cost the answers to all of them.
    const validateInput = (value: string): string | undefined =>
      !form || value.trim() === '' || answerForms[form.id].test(value.trim()) ? undefined : form.otherwise;
    const prompt = vscode.l10n.t('{0} Leave it empty to skip.', text);
    return vscode.window.showInputBox({ title, prompt, validateInput, ignoreFocusOut: true });
  }
  const items = choices.map(({ word, meaning }) => ({ label: meaning, word }));
  const options = { title, placeHolder: text, ignoreFocusOut: true };
  if (several) {
    const chosen = await vscode.window.showQuickPick(items, { ...options, canPickMany: true as const });
    return chosen?.map(({ word }) => word).join(',');
  }
  return (
    await vscode.window.showQuickPick(
      [...items, { label: `$(debug-step-over) ${vscode.l10n.t('Skip')}`, word: '' }],
      options,
    )
  )?.word;
}
