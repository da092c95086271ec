/** The English texts that the code has for documents and for findings, found by reading the code: each has to be in the table of every language that is complete. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { approvedParts } from '../../src/analysis/approval.ts';
import { themes } from '../../src/catalogues/annex-a.ts';
import { documentedInformation } from '../../src/catalogues/clauses.ts';
import { sectionTitles } from '../../src/diff/sections.ts';
import { artefacts } from '../../src/documents/generated/list.ts';
import { formats } from '../../src/formats/generated/registry.ts';
import {
  calledOf,
  type NodeType,
  nodeTypes,
  pluralOf,
  type ValueSchema,
  withArticle,
} from '../../src/language/schema.ts';
import { lines } from '../../src/readiness/checklist.ts';

const root = new URL('../../', import.meta.url);

export const filesOf = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(name => name.endsWith('.ts') && !name.includes('/generated/'));

/** The functions that say what they are given, and which of their arguments. */
const saying: Readonly<Record<string, readonly number[]>> = {
  say: [0],
  later: [0],
  column: [1],
  levelColumn: [1],
  fact: [1],
  dayFact: [1],
  countFact: [1],
  textPart: [1, 3],
  gap: [1, 2],
  heading: [0],
  part: [0],
  list: [0],
  listed: [0],
  missingPart: [0],
  saying: [0],
  inUnit: [0],
  countedSaying: [1, 2],
  sayIn: [0],
  on: [1],
  last: [2],
  lastAndNext: [2],
  more: [1],
  factText: [0],
  sayCounted: [1, 2],
};

/** What is for programs is English. */
const isOfPeople = (file: string): boolean => !/\/documents\/(?:data|oscal)\//.test(file);

/** What is looked up as a text: literals, also those of a choice between two. */
function literalsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  // `status ?? 'applicable'`
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return literalsIn(node.right);
  return [];
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest, true);

function textsOf(file: string, functions: Readonly<Record<string, readonly number[]>>): string[] {
  return [...nodesOf(parsed(file))].flatMap(node => {
    if (!ts.isCallExpression(node)) return [];
    const { expression } = node;
    // Also `sayIn(wording)('…')`.
    const name = ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText();
    return (functions[name] ?? []).flatMap(index => literalsIn(node.arguments[index])).filter(text => text !== '');
  });
}

export const saidIn = (file: string): string[] => textsOf(file, saying);

/** What errors say, which only the editor says in other languages than English. */
export const refusedIn = (file: string): string[] => textsOf(file, { refusing: [0] });

/** The same without what is said at once: the titles of fixes, which only the editor says. */
const saidLaterIn = (file: string): string[] => {
  const { say: _, sayCounted: __, ...others } = saying;
  return textsOf(file, others);
};

/** The words that a value of the data can be, such as the state of an approval. */
function wordsIn(file: string): string[] {
  return [...nodesOf(parsed(file))].flatMap(node =>
    ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) && ts.isUnionTypeNode(node.parent)
      ? [node.literal.text]
      : [],
  );
}

/** The texts that stand at properties of these names. */
const propertiesIn = (file: string, names: readonly string[]): string[] =>
  [...nodesOf(parsed(file))].flatMap(node =>
    ts.isPropertyAssignment(node) && names.includes(node.name.getText()) ? literalsIn(node.initializer) : [],
  );

function enumerated(nodeType: NodeType): { readonly words: readonly string[]; readonly where: string }[] {
  const values: [string, readonly ValueSchema[]][] = [
    ...nodeType.properties.map((one): [string, readonly ValueSchema[]] => [one.feature, one.values]),
    ...Object.entries(nodeType.values),
  ];
  return values.flatMap(([feature, all]) =>
    all.flatMap(value => (value.form === 'enum' ? [{ words: value.words, where: `${nodeType.name}.${feature}` }] : [])),
  );
}

/** Names of formats are the same in all languages. */
const isName = (label: string): boolean => /^(?:OSCAL .*|[A-Z]+|Markdown)$/.test(label);

/** States of the data that no document says by their words. */
const onlyForPrograms = /^(?:board|customer|location-excluded|location-not-listed|none-yet|residual)$/;

/** Texts that the code has in so many words, and names that documents take from what the program knows. */
export const codeTexts: ReadonlySet<string> = new Set([
  ...[
    'src/documents',
    'src/formats',
    'src/export',
    'src/wording',
    'src/drawing',
    'src/readiness',
    'src/analysis',
    'src/diff',
  ].flatMap(folder => filesOf(folder).filter(isOfPeople).flatMap(saidIn)),
  ...artefacts.flatMap(({ title, description }) => [title, description]),
  ...formats.flatMap(({ label }) => (isName(label) ? [] : [label])),
  ...themes.flatMap(({ id, title }) => [title, `${id[0]?.toUpperCase()}${id.slice(1)}`]),
  ...documentedInformation.filter(({ requirement }) => requirement === 'mandatory').map(({ name }) => name),
  ...lines.flatMap(({ title, counts }) => [title, ...(counts ? [`${pluralOf(counts)} in order`] : [])]),
  ...filesOf('src/readiness').flatMap(file => propertiesIn(file, ['what', 'title'])),
  ...propertiesIn('src/analysis/due.ts', ['what']),
  ...Object.values(sectionTitles),
]);

/** Of these enumerations no document says the words as such. */
const unsaid =
  /^(?:Isms\.standard|Method\.formula|Control\.theme|Field\..*|CatalogEntry\..*|Interval\.unit|Duration\.unit|Applicability\.decision)$/;

const units = Object.values(nodeTypes)
  .flatMap(one => enumerated(one as NodeType))
  .filter(({ where }) => where.endsWith('.unit'))
  .flatMap(({ words }) => words);

const intervalUnits = enumerated(nodeTypes.Interval as NodeType)
  .filter(({ where }) => where.endsWith('.unit'))
  .flatMap(({ words }) => words);

/** Words of ours that are looked up one by one: of the language's enumerations, of the data's states, periods, and kinds of what is declared. */
export const wordTexts: ReadonlySet<string> = new Set(
  [
    ...Object.values(nodeTypes)
      .flatMap(one => enumerated(one as NodeType))
      .flatMap(({ words, where }) => (unsaid.test(where) ? [] : words)),
    ...filesOf('src/documents/data')
      .flatMap(wordsIn)
      .filter(one => !onlyForPrograms.test(one)),
    ...wordsIn('src/diff/data.ts').filter(one => !(one in sectionTitles)),
    'no status',
    'surveillance',
    'requirement',
    ...Object.values(nodeTypes).flatMap(({ top, keyword, called }: NodeType) =>
      top && keyword ? [called ?? keyword] : [],
    ),
    ...approvedParts,
    ...units.map(unit => `{0} ${unit}`),
    ...intervalUnits.filter(unit => !unit.endsWith('s')),
  ].map(text => text.replaceAll('-', ' ')),
);

const kinds = Object.values(nodeTypes as Readonly<Record<string, NodeType>>);

/** Texts that findings have in so many words. */
export const findingTexts: ReadonlySet<string> = new Set([
  ...[
    'src/rules',
    'src/syntax',
    'src/workspace',
    'src/readiness',
    'src/incremental',
    'src/analysis',
    'src/wording',
  ].flatMap(folder => filesOf(folder).flatMap(saidLaterIn)),
  ...saidLaterIn('src/node/file-reason.ts'),
  ...filesOf('src/workspace/configuration').flatMap(file => propertiesIn(file, ['want'])),
]);

/** Words that findings look up: kinds of what is declared, alone and as "a risk". */
export const findingWords: ReadonlySet<string> = new Set(
  kinds.flatMap(({ name, named }) => [calledOf(name), ...(named === 'never' ? [] : [withArticle(calledOf(name))])]),
);
