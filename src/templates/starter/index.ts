import { defaultLineWidth, formatText } from '../../syntax/format/format.ts';
import { draftConfig } from '../config.ts';
import type { Answers } from '../questions.ts';
import type { Template, TemplateFile } from '../template.ts';
import { assetsFile, supplierFiles } from './assets.ts';
import { contextFile, ismsFile } from './context.ts';
import { controlFiles } from './controls.ts';
import { methodFile, peopleFile } from './people-and-method.ts';
import { risksFile } from './risks.ts';

/**
 * A start for a real ISMS, fitted to what was answered: who asks what of it, assets, risks with their threats, and all 93 controls. It holds
 * what follows from the answers and what there is to decide; what only the company can decide stands in comments, as suggestions.
 */
export const starter: Template = {
  id: 'starter',
  label: 'Starter',
  description: 'Your own, after a few questions: assets, risks, and all 93 controls to decide.',
  asks: true,
  files: (answers = {}) => [...textsFor(answers).map(inForm), draftConfig],
};

const textsFor = (answers: Answers): TemplateFile[] => [
  ismsFile(answers),
  contextFile(answers),
  peopleFile(answers),
  methodFile,
  ...supplierFiles(answers),
  assetsFile(answers),
  risksFile(answers),
  ...controlFiles(answers),
];

const inForm = ({ path, text }: TemplateFile): TemplateFile => ({
  path,
  text: formatText(text, { lineWidth: defaultLineWidth }),
});
