import type { Place } from '../../../../src/documents/blocks.ts';
import { openPlaceCommand, type PlaceArgument } from '../../../protocol/protocol.ts';

/** A link by which a page in a view of the editor opens a place of the sources. */
export function placeLink({ uri, range }: Place): string {
  const argument: PlaceArgument = { uri, ...range.start };
  return `command:${openPlaceCommand}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
