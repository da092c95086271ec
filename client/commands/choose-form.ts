/** How a document is to be written: in which format, and for those who ask for it in which language, and into which Word template. */
import * as vscode from 'vscode';
import type {
  ArtefactEntry,
  FormatEntry,
  IsmsEntry,
  LanguagesResult,
  ParameterEntry,
} from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { pickChoice } from './choose-document.ts';

/** What a keyboard shortcut, a task or a test may give instead of being asked. */
export interface GivenForm {
  format?: string;
  /** Such as `de`; else that of the settings or the configuration. */
  language?: string;
  /** URI of a Word document that a DOCX is put into. */
  template?: string;
}

export interface ChosenForm {
  format: FormatEntry;
  language?: string;
  /** The Word document to be filled, in its bytes. */
  template?: Uint8Array;
  /** What is seldom chosen about the document, where it was. */
  parameters?: Readonly<Record<string, string>>;
}

/** How large a template may be, in bytes; the server refuses larger ones too. */
const largestTemplate = 20_000_000;

/** Asks for the format where it is not given; undefined when the user stopped. Whoever does not ask for a language or a template is not asked about them. */
export async function chooseForm(
  server: Server,
  isms: IsmsEntry,
  artefact: ArtefactEntry,
  given: GivenForm,
): Promise<ChosenForm | undefined> {
  const language = given.language === undefined ? {} : { language: given.language };
  const template =
    given.template === undefined ? {} : { template: await readTemplate(vscode.Uri.parse(given.template)) };
  if (given.format !== undefined) return { format: formatNamed(artefact, given.format), ...language, ...template };
  return pickForm(server, isms, artefact, { ...language, ...template });
}

function formatNamed({ label, formats }: ArtefactEntry, id: string): FormatEntry {
  const format = formats.find(one => one.id === id);
  if (format) return format;
  const known = formats.map(one => one.id).join(', ');
  throw new Error(vscode.l10n.t('There is no format “{0}” of the {1}. Use one of: {2}.', id, label, known));
}

type Item = vscode.QuickPickItem & { choice?: FormatEntry | 'language' | 'template' | ParameterEntry };

/** The formats, and below them how to choose another language or a template, which leads back here or on. */
async function pickForm(
  server: Server,
  isms: IsmsEntry,
  artefact: ArtefactEntry,
  given: Omit<ChosenForm, 'format'>,
): Promise<ChosenForm | undefined> {
  const known = await server.request('isms/languages', { root: isms.root });
  const title = vscode.l10n.t('Export {0}', artefact.label);
  const chosen = { ...given };
  for (;;) {
    const current = chosen.language ?? known.current;
    const name = known.languages.find(({ id }) => id === current)?.label ?? current;
    const items = formItems(artefact, name, chosen);
    const options = { title, placeHolder: vscode.l10n.t('Format'), matchOnDescription: true };
    const choice = (await vscode.window.showQuickPick<Item>(items, options))?.choice;
    if (choice === undefined) return undefined;
    if (choice === 'language') {
      const language = await pickLanguage(title, known, current);
      if (language !== undefined) chosen.language = language;
    } else if (choice === 'template') {
      const template = await askTemplate();
      if (template) return { ...chosen, template, format: formatNamed(artefact, 'docx') };
    } else if ('choices' in choice) {
      const value = (await pickChoice(title, choice))?.value;
      if (value !== undefined) chosen.parameters = { ...chosen.parameters, [choice.id]: value };
    } else {
      return { ...chosen, format: choice };
    }
  }
}

function formItems(
  { formats, parameters }: ArtefactEntry,
  language: string,
  chosen: Omit<ChosenForm, 'format'>,
): Item[] {
  const others: Item[] = [
    {
      label: `$(globe) ${vscode.l10n.t('Language: {0}', language)}`,
      description: vscode.l10n.t('Choose another…'),
      choice: 'language',
    },
    ...parameters.filter(({ isSeldom }) => isSeldom).map(parameter => seldomItem(parameter, chosen.parameters)),
  ];
  if (chosen.template === undefined && formats.some(({ id }) => id === 'docx'))
    others.push({
      label: `$(file) ${vscode.l10n.t('Word document in a template of your own…')}`,
      description: '.docx',
      choice: 'template',
    });
  return [
    ...formats.map(format => ({
      label: format.label,
      description: `.${format.extension}`,
      ...(format.description && { detail: format.description }),
      choice: format,
    })),
    { label: vscode.l10n.t('Before you choose'), kind: vscode.QuickPickItemKind.Separator },
    ...others,
  ];
}

/** What is chosen of a parameter now, and how to choose something else. */
function seldomItem(parameter: ParameterEntry, chosen: ChosenForm['parameters'] = {}): Item {
  const { id, label, choices } = parameter;
  const current = choices.find(({ value }) => value === chosen[id]) ?? choices[0];
  return {
    label: `$(history) ${label}: ${current?.label ?? ''}`,
    description: vscode.l10n.t('Choose another…'),
    choice: parameter,
  };
}

async function pickLanguage(
  title: string,
  { languages }: LanguagesResult,
  current: string,
): Promise<string | undefined> {
  const items = languages.map(({ id, label }) => ({
    label,
    description: id === current ? vscode.l10n.t('{0}, chosen', id) : id,
    id,
  }));
  const placeHolder = vscode.l10n.t('Language of the document; what you wrote yourself stays as it is');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.id;
}

/** The template that the user picks; undefined when they stopped. */
async function askTemplate(): Promise<Uint8Array | undefined> {
  const [picked] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Word document to be filled'),
      openLabel: vscode.l10n.t('Use as Template'),
      canSelectMany: false,
      filters: { [vscode.l10n.t('Word document')]: ['docx'] },
    })) ?? [];
  return picked && readTemplate(picked);
}

async function readTemplate(uri: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > largestTemplate) throw new Error(vscode.l10n.t('The template cannot be filled: it is larger than 20 MB.'));
  return vscode.workspace.fs.readFile(uri);
}
