/** Go to definition, to implementations, find references: all from the symbol index. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtin } from '../frameworks/framework.ts';
import { frameworkText } from '../frameworks/texts.ts';

import { compareBlocks, type Sym } from '../incremental/block.ts';
import { acceptsBuiltin, targetsOf } from '../model/reference-types.ts';
import type { TextPosition } from '../syntax/text/chunked-text.ts';
import { type Location, nameElsewhere, occurrences, type Target } from '../workspace/occurrences.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { type Place, placeAt } from './place.ts';

export type { Location } from '../workspace/occurrences.ts';

/** Where the name at a position is declared: in the ISMS, and in the built-in catalogue if it is there too. */
export function definitionsAt(workspace: Workspace, uri: string, position: TextPosition): Location[] {
  const place = placeAt(workspace, uri, position);
  const name = place?.reference?.name ?? place?.definition?.name;
  if (!place || !name) return [];
  const declared = place.reference ? place.unit.isms.declared(name, place.reference.type) : [];
  const locations = declared.flatMap(({ declaration, definition }) => {
    const block = place.unit.isms.blockInReach(declaration);
    return block ? [{ uri: block.file.uri, range: block.range(definition) }] : [];
  });
  if (place.definition) locations.push({ uri, range: place.block.range(place.definition) });
  const catalogued = catalogueLocation(name, place);
  // On the name of a control entry itself, the catalogue is where to go.
  if (catalogued && place.definition) return [catalogued];
  return catalogued ? [...locations, catalogued] : locations;
}

function catalogueLocation(name: string, place: Place): Location | undefined {
  const entry = builtin(name);
  if (!entry) return undefined;
  if (place.reference ? !acceptsBuiltin(place.reference.type, entry) : place.definition?.type !== 'Control')
    return undefined;
  const { uri } = entry.document;
  const document = TextDocument.create(uri, 'isms', 0, frameworkText(uri));
  return { uri, range: { start: document.positionAt(entry.start), end: document.positionAt(entry.end) } };
}

/** What the name at a position stands for. */
export function targetAt(workspace: Workspace, place: Place | undefined): Target | undefined {
  if (!place) return undefined;
  const { reference, definition } = place;
  const name = reference?.name ?? definition?.name ?? '';
  const declared = reference ? place.unit.isms.declared(name, reference.type) : [];
  const [first] = declared;
  const unit = (first && workspace.unitOf(first.block.file.uri)) ?? place.unit;
  const symbol = unit.isms.symbols.get(name);
  if (!symbol || !(reference || definition)) return undefined;
  const types = new Set(definition ? [definition.type] : declared.map(({ type }) => type));
  if (!types.size) return { unit, symbol, elsewhere: [], types: targetsOf(reference?.type ?? '') };
  return { unit, symbol, elsewhere: elsewhere(workspace, unit, name, types), types };
}

/** A name in the ISMSs that use one, where it stands for what that one declares. */
const elsewhere = (workspace: Workspace, unit: IsmsUnit, name: string, types: ReadonlySet<string>): Sym[] =>
  workspace.usersOf(unit).flatMap(user => nameElsewhere(user, unit, name, types) ?? []);

/** All places that refer to the name at a position, in the order of the ISMS. */
export function referencesAt(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  withDeclaration: boolean,
): Location[] {
  const target = targetAt(workspace, placeAt(workspace, uri, position));
  return target ? occurrences(target, withDeclaration) : [];
}

/** The entries of the Statement of Applicability for the control that is named at a position. */
export function implementationsAt(workspace: Workspace, uri: string, position: TextPosition): Location[] {
  const place = placeAt(workspace, uri, position);
  const name = place?.reference?.name ?? place?.definition?.name;
  return place && name !== undefined ? entriesIn(place.unit, name) : [];
}

/** The same in every ISMS, for a name of a built-in document. */
export const entriesOf = (workspace: Workspace, name: string): Location[] =>
  workspace.allUnits().flatMap(unit => entriesIn(unit, name));

function entriesIn(unit: IsmsUnit, name: string): Location[] {
  const definitions = (unit.isms.symbols.get(name)?.definitions ?? []).filter(
    ({ definition }) => definition.type === 'Control',
  );
  return definitions.flatMap(({ declaration, definition }) => {
    const block = unit.isms.blockInReach(declaration);
    return block ? [{ uri: block.file.uri, range: block.range(definition) }] : [];
  });
}

/** All places in all ISMSs that mean something built in, its entries in a Statement of Applicability among them. */
export function builtinReferences(workspace: Workspace, name: string): Location[] {
  const entry = builtin(name);
  if (!entry) return [];
  return workspace.allUnits().flatMap(unit => {
    const users = [...(unit.isms.symbols.get(name)?.users() ?? [])].sort(compareBlocks);
    const references = users.flatMap(block =>
      (block.declaration?.$references ?? [])
        .filter(ref => ref.name === name && acceptsBuiltin(ref.type, entry))
        .map(ref => ({ uri: block.file.uri, range: block.range(ref) })),
    );
    return [...entriesIn(unit, name), ...references];
  });
}
