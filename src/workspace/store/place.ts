/** URIs as they are kept: relative to the folder that holds all files, so that a folder may move. */
import { isWithin } from '../uri.ts';

/** The folder that holds all of some files; the empty text if that is a root, or if there is none. */
export function commonFolder(uris: readonly string[]): string {
  const [first] = uris;
  if (first === undefined) return '';
  let folder = first.slice(0, first.lastIndexOf('/'));
  while (folder && !uris.every(uri => isWithin(uri, folder)))
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  return /^[^/]+:\/\/[^/]*\/./.test(folder) ? folder : '';
}

/** A URI below the folder as a path that begins with `/`; any other as it is, which begins with its scheme. */
export const toPlace = (uri: string, folder: string): string =>
  folder && isWithin(uri, folder) ? uri.slice(folder.length) : uri;

export const fromPlace = (place: string, folder: string): string => (place.startsWith('/') ? folder + place : place);
