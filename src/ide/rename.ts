/** Rename: what may be renamed to what, and all the places where the name stands. */
import { findControl } from '../catalogues/annex-a.ts';
import { builtin } from '../frameworks/framework.ts';
import { kindWord } from '../language/schema.ts';
import { renameWord } from '../refactor/rename-word.ts';
import { placesIn, takenIn } from '../refactor/users.ts';
import { wordAt } from '../refactor/words.ts';
import { isName } from '../syntax/lexer.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import { nameOf } from '../syntax/text/odd-characters.ts';
import { say } from '../wording/wording.ts';
import type { FileEdit } from '../workspace/block-edits.ts';
import { occurrences } from '../workspace/occurrences.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { targetAt } from './navigation.ts';
import { placeAt } from './place.ts';

/** What can be renamed at a position, or why it cannot. */
export function renameTarget(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
): { readonly range: TextRange; readonly name: string } | { readonly refusal: string } | undefined {
  const place = placeAt(workspace, uri, position);
  const span = place?.reference ?? place?.definition;
  if (place && !span) {
    const word = wordAt(place.block, place.offset);
    return word && { range: place.block.range(word.span), name: word.word };
  }
  const target = targetAt(workspace, place);
  if (!place || !span || !target) return undefined;
  const { name } = target.symbol;
  const isDeclared = target.symbol.definitions.some(({ definition }) => target.types.has(definition.type));
  const entry = builtin(name);
  if (findControl(name)) return { refusal: say('{0} is an id of Annex A and cannot be renamed.', name) };
  if (entry && !isDeclared)
    return { refusal: say('{0} is built in and cannot be renamed; declare one of your own.', name) };
  if (!isDeclared) return { refusal: say('{0} is not declared, so there is nothing to rename.', name) };
  return { range: place.block.range(span), name };
}

/** The edits that give the name or word at a position another one, over the whole ISMS; or why that cannot be. */
export function renameEdits(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  newName: string,
): { readonly edits: readonly FileEdit[] } | { readonly refusal: string } {
  const checked = renameTarget(workspace, uri, position);
  const place = placeAt(workspace, uri, position);
  if (place && !place.reference && !place.definition) {
    const word = wordAt(place.block, place.offset);
    if (!word) return { refusal: say('There is no name here.') };
    return renameWord(place.unit, word.word, newName, word.vocabulary, workspace.usersOf(place.unit));
  }
  const target = targetAt(workspace, place);
  if (!checked || !target) return { refusal: say('There is no name here.') };
  if ('refusal' in checked) return checked;
  if (!isName(newName) || nameOf(newName) !== newName) {
    return {
      refusal: say(
        "'{0}' is no name: use letters, digits and _, with . or - between them, beginning with a letter.",
        newName,
      ),
    };
  }
  const taken = target.unit.isms.symbols
    .get(newName)
    ?.definitions.find(({ definition }) => target.types.has(definition.type));
  if (taken && newName !== checked.name) {
    return { refusal: say('Another {0} is called {1} already.', say(kindWord(taken.definition.type)), newName) };
  }
  for (const user of workspace.usersOf(target.unit)) {
    for (const type of target.types) {
      if (newName === checked.name || !placesIn(user, target.unit, checked.name, type).length) continue;
      const clash = takenIn(user, target.unit, newName, type);
      if (clash) return clash;
    }
  }
  return { edits: occurrences(target, true).map(place => ({ ...place, newText: newName })) };
}
