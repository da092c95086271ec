/** Which declaration goes into which file. */
import { defaultLineWidth, formatText } from '../../syntax/format/format.ts';
import type { Declaration } from './declaration.ts';
import { declarationsText } from './text.ts';

export interface OutputFile {
  /** Relative to the folder of the ISMS, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** In the order in which a reader meets them. */
const files: readonly (readonly [path: string, about: string, keywords: readonly string[]])[] = [
  ['isms.isms', 'The root of the ISMS', ['isms']],
  ['method.isms', 'How risks are assessed (6.1.2)', ['method']],
  ['people.isms', 'Roles and persons (5.3)', ['role', 'person']],
  ['context.isms', 'Interested parties and their requirements (4.2)', ['party']],
  ['suppliers.isms', 'Suppliers (A.5.19 to A.5.23)', ['supplier']],
  ['assets.isms', 'Assets and where they are (A.5.9)', ['location', 'asset']],
  ['threats.isms', 'Threats and vulnerabilities', ['threat', 'vulnerability']],
  ['risks.isms', 'Risks and their treatment (6.1.2, 6.1.3)', ['risk']],
  ['controls.isms', 'Statement of Applicability (6.1.3 d)', ['control']],
  ['documents.isms', 'Policies and procedures (7.5)', ['document']],
  ['evidence.isms', 'Evidence', ['evidence']],
];

/** All keywords that an import writes, in the order of the files. */
export const writtenKeywords: readonly string[] = files.flatMap(([, , keywords]) => keywords);

export function outputFiles(declarations: readonly Declaration[], sources: readonly string[]): OutputFile[] {
  return files.flatMap(([path, about, keywords]): OutputFile[] => {
    const own = keywords.flatMap(keyword => declarations.filter(each => each.keyword === keyword));
    if (!own.length) return [];
    const text = `// ${about}. Imported from ${sources.map(oneLine).join(', ')}.\n\n${declarationsText(own)}`;
    return [{ path, text: formatText(text, { lineWidth: defaultLineWidth }) }];
  });
}

const oneLine = (name: string): string => name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
