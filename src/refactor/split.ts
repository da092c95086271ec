/** Splits files by kind: risks to `risks.isms`, roles and persons to `people.isms`, as `isms new` and `isms import` write them. */
import type { SourceFile } from '../incremental/block.ts';
import { usualFile } from '../language/schema.ts';
import { say, sayCounted } from '../wording/wording.ts';
import { baseName, parentUri, relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { damageIn } from './damage.ts';
import { type Piece, pieceOf } from './pieces.ts';
import { type Kept, nothing, type Outcome } from './refactoring.ts';
import { relocate } from './relocate.ts';

/**
 * Moves what stands in a file beside other kinds to the file of its kind in the same folder. What is above a declaration goes with it; the
 * head of the file stays. The file with the `isms` block keeps what belongs to that, whatever it is called.
 * @param uris the files; if left out, all of the ISMS that hold kinds of several files. Of these, damaged ones stay as they are and are told.
 */
export function splitFiles(workspace: Workspace, unit: IsmsUnit, uris?: readonly string[]): Outcome {
  const given = uris ?? [...unit.isms.files.keys()].sort();
  const arrivals = new Map<string, Piece[]>();
  const kept: Kept[] = [];
  const sources: string[] = [];
  for (const uri of new Set(given)) {
    const file = unit.isms.files.get(uri);
    if (!file) return { refusal: say('{0} is no file of this ISMS. Name one of its files.', baseName(uri)) };
    if (!isMixed(file)) continue;
    const damage = damageIn(unit, [uri]);
    if (damage && uris) return damage;
    if (damage?.at) {
      kept.push({ ...damage.at, why: 'there is a syntax error; correct it, then the file can be split' });
      continue;
    }
    sources.push(uri);
    const folder = parentUri(uri) ?? uri;
    for (const [index, { kind }] of file.blocks.entries()) {
      if (!kind || usualFile(kind) === ownName(file)) continue;
      const target = fileIn(unit, folder, usualFile(kind));
      const known = arrivals.get(target);
      const piece = pieceOf(file, index, 'all');
      if (known) known.push(piece);
      else arrivals.set(target, [piece]);
    }
  }
  const title =
    sources.length === 1
      ? say('Split {0} by kind', relativePath(sources[0] ?? '', unit.root))
      : sayCounted(sources.length, 'Split {0} file by kind', 'Split {0} files by kind');
  if (!sources.length) return { ...nothing, title, kept };
  const outcome = relocate(
    workspace,
    unit,
    title,
    [...arrivals].map(([target, pieces]) => ({ target, pieces })),
  );
  return 'refusal' in outcome ? outcome : { ...outcome, kept: [...kept, ...outcome.kept] };
}

/** The file of a name in a folder, however its letters are written. */
const fileIn = (unit: IsmsUnit, folder: string, name: string): string => {
  const usual = `${folder}/${name}`;
  const known = [...unit.isms.files.keys()].filter(uri => uri.toLowerCase() === usual.toLowerCase()).sort();
  return known.includes(usual) ? usual : (known[0] ?? usual);
};

/** Whether a file holds kinds that usually stand in several files. */
export const isMixed = (file: SourceFile): boolean =>
  new Set(file.blocks.flatMap(({ kind }) => (kind ? [usualFile(kind)] : []))).size > 1;

/** The usual name that a file goes by: that of the `isms` block if it holds one, or else its own. */
const ownName = (file: SourceFile): string =>
  file.blocks.some(({ kind }) => kind === 'Isms') ? usualFile('Isms') : baseName(file.uri).toLowerCase();
