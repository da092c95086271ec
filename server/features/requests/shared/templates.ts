/** What a new ISMS can begin with, the questions that fit it, and its files. Loaded on first use. */
import { UnknownChoiceError } from '../../../../src/export/unknown-choice.ts';
import { templates } from '../../../../src/templates/index.ts';
import { answerOf, answersFrom, questions } from '../../../../src/templates/questions.ts';
import { refusing } from '../../../../src/wording/said-error.ts';
import type { Say } from '../../../../src/wording/wording.ts';
import type { TemplateEntry, TemplateParams, TemplateResult } from '../../../protocol/protocol.ts';

/** @param say in which language; the files themselves are English */
export const templateEntries = (say: Say): TemplateEntry[] =>
  templates.map(({ id, label, description, asks }) => ({
    id,
    label: say(label),
    description: say(description),
    questions: asks
      ? questions.map(({ key, text, choices, several, form }) => ({
          key,
          text: say(text),
          choices: choices.map(({ word, meaning }) => ({ word, meaning: say(meaning) })),
          several,
          ...(form && { form: { id: form.id, otherwise: say(form.otherwise) } }),
        }))
      : [],
  }));

/**
 * The files of a template, fitted to the answers.
 * @throws UnknownChoiceError for a template that there is not
 * @throws UnclearAnswer with what can be answered
 */
export function templateFiles({ id, answers = {} }: TemplateParams): TemplateResult {
  const template = templates.find(candidate => candidate.id === id);
  if (!template) throw new UnknownChoiceError(refusing('There is no template {0}.', id));
  const given = questions.map(question => [question, answerOf(question, String(answers[question.key] ?? ''))] as const);
  const files = template.files(answersFrom(given));
  const toWrite = firstPlaceholder(files[0]?.text ?? '');
  return { files: [...files], ...(toWrite && { toWrite }) };
}

/** The first thing in [brackets] that is no comment. */
function firstPlaceholder(text: string): TemplateResult['toWrite'] {
  let start = 0;
  for (const line of text.split('\n')) {
    const found = line.trimStart().startsWith('//') ? undefined : /\[[^[\]\r]+\]/.exec(line);
    if (found) return { start: start + found.index, end: start + found.index + found[0].length };
    start += line.length + 1;
  }
  return undefined;
}
