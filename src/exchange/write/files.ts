/** Which declaration goes into which file. */
import { topType, usualFile } from '../../language/schema.ts';
import { defaultLineWidth, formatText } from '../../syntax/format/format.ts';
import type { Declaration } from './declaration.ts';
import { declarationsText } from './text.ts';

export interface OutputFile {
  /** Relative to the folder of the ISMS, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What an import writes, file by file, in the order in which a reader meets them; the grammar says which file that is. */
const files: readonly (readonly [about: string, keywords: readonly string[]])[] = [
  ['The root of the ISMS', ['isms']],
  ['How risks are assessed (6.1.2)', ['method']],
  ['Roles and persons (5.3)', ['role', 'person']],
  ['Interested parties and their requirements (4.2)', ['party']],
  ['Suppliers (A.5.19 to A.5.23)', ['supplier']],
  ['Assets and where they are (A.5.9)', ['location', 'asset']],
  ['Threats and vulnerabilities', ['threat', 'vulnerability']],
  ['Risks and their treatment (6.1.2, 6.1.3)', ['risk']],
  ['Statement of Applicability (6.1.3 d)', ['control']],
  ['Policies and procedures (7.5)', ['document']],
  ['Evidence', ['evidence']],
  ['Frameworks and how they correspond', ['catalog', 'mapping']],
];

/** All keywords that an import writes, in the order of the files. */
export const writtenKeywords: readonly string[] = files.flatMap(([, keywords]) => keywords);

export function outputFiles(declarations: readonly Declaration[], sources: readonly string[]): OutputFile[] {
  return files.flatMap(([about, keywords]): OutputFile[] => {
    const own = keywords.flatMap(keyword => declarations.filter(each => each.keyword === keyword));
    if (!own.length) return [];
    const text = `// ${about}. Imported from ${sources.map(oneLine).join(', ')}.\n\n${declarationsText(own)}`;
    const path = usualFile(topType(keywords[0] ?? '')?.name ?? '');
    return [{ path, text: formatText(text, { lineWidth: defaultLineWidth }) }];
  });
}

const oneLine = (name: string): string => name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
