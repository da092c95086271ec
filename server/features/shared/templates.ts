/** What a new ISMS can begin with, the questions that fit it, and its files. */
import { UnknownChoiceError } from '../../../src/export/index.ts';
import { answerOf, answersFrom, questions } from '../../../src/templates/answers.ts';
import type { TemplateEntry, TemplateParams, TemplateResult } from '../../protocol/protocol.ts';

/** The texts of templates are read when a new ISMS is asked for, which is once. */
const templates = async () => (await import('../../../src/templates/index.ts')).templates;

export const templateEntries = async (): Promise<TemplateEntry[]> =>
  (await templates()).map(({ id, label, description, asks }) => ({
    id,
    label,
    description,
    questions: asks
      ? questions.map(({ key, text, choices, several }) => ({ key, text, choices: [...choices], several }))
      : [],
  }));

/**
 * The files of a template, fitted to the answers.
 * @throws UnknownChoiceError for a template that there is not
 * @throws UnclearAnswer with what can be answered
 */
export async function templateFiles({ id, answers = {} }: TemplateParams): Promise<TemplateResult> {
  const template = (await templates()).find(candidate => candidate.id === id);
  if (!template) throw new UnknownChoiceError(`There is no template ${id}.`);
  const given = questions.map(question => [question, answerOf(question, String(answers[question.key] ?? ''))] as const);
  return { files: [...template.files(answersFrom(given))] };
}
