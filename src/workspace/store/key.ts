/** What findings follow from, as one short text. */
import { isDate } from '../../model/dates.ts';
import type { WorkspaceSettings } from '../workspace.ts';
import { commonFolder, toPlace } from './place.ts';
import type { KeyHash } from './store.ts';

/** Rises when keys or entries are made in another way. */
const format = 1;

/** What findings follow from, but for other files whose existence was asked for. */
export interface Circumstances {
  /** All files, configuration and lock files too, in order. */
  readonly uris: readonly string[];
  readonly textOf: (uri: string) => string;
  readonly settings: WorkspaceSettings;
  readonly today: string;
}

/** Makes the key in steps of a file each. Each part says where it ends, so that no two circumstances are the same sequence of texts. */
export function* keySteps(hash: KeyHash, { uris, textOf, settings, today }: Circumstances): Generator<void, string> {
  const { asOf, preset, rules } = settings;
  const folder = commonFolder(uris);
  // Where a setting gives the date, today's does not count.
  const date = asOf !== undefined && isDate(asOf) ? ['as of', asOf] : ['today', today];
  const severities = Object.entries(rules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update(JSON.stringify([format, date, preset ?? '', severities]));
  let climbs = false;
  for (const uri of uris) {
    const text = textOf(uri);
    climbs ||= text.includes('..');
    hash.update(JSON.stringify([toPlace(uri, folder), text.length]));
    hash.update(text);
    yield;
  }
  // A path that leads upwards may lead out of the folder, to what is another file when the folder has moved.
  if (climbs) hash.update(JSON.stringify(folder));
  return hash.digest();
}
