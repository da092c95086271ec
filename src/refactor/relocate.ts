/** Moves pieces of files into other files of their ISMS, which then says the same as before. */
import { lineEndOf } from '../syntax/text/chunk.ts';
import { say } from '../wording/wording.ts';
import { lineWidthOf } from '../workspace/configuration/settings/line-width.ts';
import { baseName, isWithin, parentUri, relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { damageIn } from './damage.ts';
import { editBetween, textWith } from './file-texts.ts';
import { joinedPieces, type Piece, textWithout, wholeFile } from './pieces.ts';
import { namedAsFile } from './rebase.ts';
import { type Kept, nothing, type Outcome, type Refusal } from './refactoring.ts';
import { statementsOf } from './same-model.ts';

/** Pieces, and whole files, that go to the end of a file, in this order. */
export interface Arrival {
  /** The URI of a file of the same ISMS, in its normal form; made if it is not there. */
  readonly target: string;
  readonly pieces: readonly Piece[];
  /** URIs of files that go there with all that they hold. */
  readonly files?: readonly string[];
}

/**
 * The refactoring by which everything arrives. A file of which nothing is left is deleted, unless it is one of the targets or is to stay.
 * Refused where a file is damaged, where a new file cannot be one of the ISMS, and where the ISMS would not say the same afterwards.
 */
export function relocate(
  workspace: Workspace,
  unit: IsmsUnit,
  title: string,
  arrivals: readonly Arrival[],
  { staysEmpty = false }: { readonly staysEmpty?: boolean } = {},
): Outcome {
  const lineWidth = lineWidthOf(unit.config);
  const targets = arrivals.map(({ target }) => target);
  const creates = [...new Set(targets.filter(uri => !unit.isms.files.has(uri)))].sort();
  const refusal = refusalOfNew(workspace, unit, creates);
  if (refusal) return refusal;
  const pieces = arrivals.flatMap(arrival => arrival.pieces);
  const merged = new Set(arrivals.flatMap(({ files = [] }) => files));
  const touched = [...new Set([...pieces.map(({ file }) => file.uri), ...merged, ...targets])].sort();
  const damage = damageIn(unit, touched);
  if (damage) return damage;

  const texts = new Map(
    touched.map(uri => {
      const file = unit.isms.files.get(uri);
      const own = pieces.filter(piece => piece.file === file);
      const text = file && own.length ? textWithout(file, own, lineWidth) : (workspace.text(uri) ?? '');
      return [uri, merged.has(uri) ? '' : text];
    }),
  );
  for (const { target, pieces: own, files = [] } of arrivals) {
    const folder = parentUri(target) ?? target;
    const parts = [joinedPieces(own, folder, lineWidth)];
    for (const uri of files) {
      const file = unit.isms.files.get(uri);
      if (file) parts.push(wholeFile(file, folder, lineWidth));
    }
    const lost = parts.find(part => typeof part !== 'string');
    if (lost !== undefined && typeof lost !== 'string') return lost;
    const added = parts.filter(part => typeof part === 'string' && part.trim() !== '').join('\n');
    const like = unit.isms.files.get(target) ?? own[0]?.file ?? unit.isms.files.get(files[0] ?? '');
    texts.set(target, textWith(texts.get(target) ?? '', added, lineEndOf(like?.text.chunks ?? [])));
  }

  const before = statementsOf(touched.map(uri => [uri, workspace.text(uri)]));
  const after = statementsOf(texts);
  if (before.length !== after.length || before.some((statement, i) => statement !== after[i])) {
    const names = touched.map(uri => relativePath(uri, unit.root)).join(', ');
    return { refusal: say('These files would then be read as something else: {0}. Do it by hand.', names) };
  }
  const emptied = touched.filter(uri => texts.get(uri) === '' && !targets.includes(uri));
  const deletes = staysEmpty ? [] : emptied;
  return {
    ...nothing,
    title,
    edits: touched.flatMap(uri =>
      deletes.includes(uri) ? [] : editBetween(uri, workspace.text(uri) ?? '', texts.get(uri) ?? ''),
    ),
    creates,
    deletes,
    kept: deletes.flatMap(uri => namesOf(unit, uri)),
    notes: [
      ...(staysEmpty ? emptied.map(uri => say('{0} is empty now; you may delete it.', baseName(uri))) : []),
      ...touched.flatMap(uri => onlyComments(uri, texts.get(uri) ?? '', deletes)),
    ],
  };
}

/** Why a file cannot be made where it would be part of the ISMS. */
function refusalOfNew(workspace: Workspace, unit: IsmsUnit, creates: readonly string[]): Refusal | undefined {
  const known = new Map([...unit.isms.files.keys()].map(uri => [uri.toLowerCase(), uri]));
  for (const uri of creates) {
    const name = baseName(uri);
    if (!name.endsWith('.isms') || name === '.isms')
      return { refusal: say('{0} is no file of an ISMS. Give a name that ends in .isms.', name) };
    const path = isWithin(uri, unit.root) ? relativePath(uri, unit.root) : undefined;
    const isLeftOut = path?.split('/').some(part => part.startsWith('.') || part === 'node_modules');
    if (path === undefined || isLeftOut || workspace.rootOf(uri) !== unit.root)
      return { refusal: say('{0} would not be a file of this ISMS there. Choose a place in its folder.', name) };
    if (workspace.text(uri) !== undefined || workspace.unreadPlaces().some(place => place.uri === uri))
      return { refusal: say('{0} is there already and cannot be read. Choose another name.', name) };
    const twin = known.get(uri.toLowerCase());
    if (twin !== undefined)
      return {
        refusal: say('{0} differs from {1} only in capital letters. Choose one of the two.', name, baseName(twin)),
      };
  }
  return undefined;
}

/** Where a file that goes is named by its path: that names nothing afterwards. */
const namesOf = (unit: IsmsUnit, uri: string): Kept[] =>
  [...unit.isms.files.values()].flatMap(file =>
    file.blocks.flatMap(block =>
      namedAsFile(block, parentUri(file.uri) ?? file.uri, uri).map(span => ({
        uri: file.uri,
        range: block.range(span),
        why: `it names ${baseName(uri)}, which is no more`,
      })),
    ),
  );

function onlyComments(uri: string, text: string, deletes: readonly string[]): string[] {
  if (deletes.includes(uri) || text.trim() === '' || statementsOf([[uri, text]]).length) return [];
  return [say('{0} holds nothing but comments now; delete it if nobody needs them.', baseName(uri))];
}
