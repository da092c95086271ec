/** The English texts that the editor says, found by reading the code, and the words that it takes from what the program knows. */

import { notEvaluated } from '../../src/analysis/risk-levels.ts';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { annexA2013 } from '../../src/catalogues/annex-a-2013.ts';
import { documentedInformation } from '../../src/catalogues/clauses.ts';
import { attributeValues } from '../../src/catalogues/control-attributes.ts';
import { threats } from '../../src/catalogues/threats.ts';
import { artefacts } from '../../src/documents/generated/list.ts';
import { frameworkDocuments } from '../../src/frameworks/framework.ts';
import { calledOf, kindWord, type NodeType, nodeTypes, pluralOf } from '../../src/language/schema.ts';
import { severities } from '../../src/rules/rule.ts';
import { templates } from '../../src/templates/index.ts';
import { questions } from '../../src/templates/questions.ts';
import { filesOf, refusedIn, saidIn } from './texts.ts';

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Texts that the code of the editor has in so many words. */
export const editorCodeTexts: ReadonlySet<string> = new Set([
  ...['src/ide', 'src/refactor', 'src/rules', 'src/pictures', 'server'].flatMap(folder =>
    filesOf(folder).flatMap(saidIn),
  ),
  ...['src/documents/oscal', 'src/export', 'src/formats', 'src/node', 'src/wording', 'server'].flatMap(folder =>
    filesOf(folder).flatMap(refusedIn),
  ),
]);

const kinds = Object.values(nodeTypes as Readonly<Record<string, NodeType>>);

/** Words that are looked up one by one. */
export const editorWordTexts: ReadonlySet<string> = new Set([
  ...severities,
  notEvaluated,
  ...kinds.flatMap(({ name, top }) => [kindWord(name), calledOf(name), ...(top ? [pluralOf(name)] : [])]),
  ...Object.values(attributeValues).flat(),
  ...threats.flatMap(({ kind, sources, affects }) => [kind, ...sources, ...affects]),
  'vulnerability',
  ...documentedInformation.flatMap(({ name, kind, requirement }) => [name, kind, requirement]),
  ...frameworkDocuments.flatMap(({ entry }) => entry ?? []),
  ...artefacts.flatMap(({ parameters }) =>
    parameters.flatMap(({ id, description, otherwise, values }) => [
      capitalized(id),
      description,
      otherwise,
      ...values.map(value => (/^\d/.test(value) ? `${capitalized(id)} {0}` : value)),
    ]),
  ),
  ...templates.flatMap(({ label, description }) => [label, description]),
  ...questions.flatMap(({ text, choices, form }) => [
    text,
    ...(form ? [form.otherwise] : []),
    ...choices.map(({ meaning }) => meaning),
  ]),
]);

/** Titles of the standard, which are said as they are. */
export const standardTitles: readonly string[] = [...annexA, ...annexA2013].map(({ title }) => title);
