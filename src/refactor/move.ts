/** Moves a declaration into another file of its ISMS, with the comments that belong to it. */
import { topType } from '../language/schema.ts';
import type { FileEdit } from '../workspace/block-edits.ts';
import { lineWidthOf } from '../workspace/configuration/settings/line-width.ts';
import { baseName, parentUri } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { damageIn } from './damage.ts';
import { pieceOf, pieceText, textWith, textWithout } from './pieces.ts';
import { nothing, type Outcome } from './refactoring.ts';
import { statementsOf } from './same-model.ts';

/**
 * Puts a declaration at the end of another file. Comments right above it go with it, and paths in it name the same files as before.
 * @param keyword its kind, such as `risk`
 * @param target the URI of a file of the same ISMS, in its normal form
 */
export function moveDeclaration(
  workspace: Workspace,
  unit: IsmsUnit,
  keyword: string,
  name: string,
  target: string,
): Outcome {
  const type = topType(keyword);
  if (!type || type.named === 'never' || type.single)
    return { refusal: `${keyword} is no kind that can be moved. Give one such as risk.` };
  const found = unit.isms
    .allBlocks()
    .filter(({ declaration }) => declaration?.$definitions.some(own => own.type === type.name && own.name === name));
  const [block, twin] = found;
  if (!block) return { refusal: `There is no ${keyword} ${name}. Correct the kind or the name.` };
  const at = { uri: block.file.uri, range: block.range({ start: 0, end: 1 }) };
  if (twin) return { refusal: `${name} is declared more than once. Rename or delete one of them first.`, at };
  const source = unit.isms.files.get(block.file.uri);
  const into = unit.isms.files.get(target);
  if (!source || !into) {
    return { refusal: `${baseName(target)} is no file of this ISMS. Create it, or choose another one.` };
  }
  if (source === into) return { refusal: `${name} stands in that file already. Choose another one.`, at };
  const damage = damageIn(unit, [source.uri, target]);
  if (damage) return damage;
  const lineWidth = lineWidthOf(unit.config);
  const piece = pieceOf(source, source.blocks.indexOf(block));
  const moved = pieceText(piece, parentUri(target) ?? target, lineWidth);
  if (typeof moved !== 'string') return moved;
  const texts: [uri: string, text: string][] = [
    [source.uri, textWithout(piece, lineWidth)],
    [target, textWith(into, moved)],
  ];
  const before = statementsOf(texts.map(([uri]) => [uri, workspace.text(uri)]));
  const after = statementsOf(texts);
  if (before.length !== after.length || before.some((statement, i) => statement !== after[i])) {
    return { refusal: `${name} would be read as something else in ${baseName(target)}. Move it by hand.`, at };
  }
  const isEmpty = texts[0]?.[1] === '';
  return {
    ...nothing,
    title: `Move ${keyword} ${name} to ${baseName(target)}`,
    edits: texts.map(([uri, text]) => wholeEdit(uri, workspace.text(uri) ?? '', text)),
    notes: isEmpty ? [`${baseName(source.uri)} is empty now; you may delete it.`] : [],
  };
}

/** A new text for a whole file. */
function wholeEdit(uri: string, before: string, newText: string): FileEdit {
  const lines = before.split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { uri, range: { start: { line: 0, character: 0 }, end }, newText };
}
