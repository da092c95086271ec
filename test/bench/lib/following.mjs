/** How long it takes until the pictures of a register follow an edit, through the language server as an editor asks it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { untilReady } from './edits-and-requests.mjs';
import { LanguageServer, sleep } from './language-server.mjs';
import { loadConfig } from './server-config.mjs';
import { statistics } from './statistics.mjs';

/** How long anything may take, in milliseconds, before it counts as lost. */
const limit = 60_000;

const changed = 'isms/viewsChanged';

/** Where the likelihood of the first risk of a file stands. */
function likelihoodIn(/** @type {string} */ file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex(text => text.startsWith('  likelihood: '));
  if (line < 0) throw new Error(`No risk states its likelihood in ${file}.`);
  const word = lines[line]?.slice('  likelihood: '.length) ?? '';
  return { line, character: '  likelihood: '.length, word };
}

/**
 * Changes the likelihood of a risk, again and again, and asks for the pictures as soon as the server tells that they may have changed. The times
 * are in milliseconds: `diagnosed` from the change to its diagnostics; `told` from these to being told, which waits until typing pauses; `made`
 * from being told to the new data, read; `followed` from the diagnostics to the new data, the pause included.
 * @param {string} folder of the register
 * @param {number} repeat
 */
export async function measureFollowing(folder, repeat) {
  const config = loadConfig('isms', folder);
  const supports = { ...config.initializationOptions.supports, views: true };
  const server = new LanguageServer({
    ...config,
    initializationOptions: { ...config.initializationOptions, supports },
  });
  try {
    await server.start(folder);
    const file = join(folder, 'risks-00001.isms');
    const uri = pathToFileURL(file).href;
    const first = server.wait(uri, () => true, limit);
    server.open(file);
    await first;
    await untilReady(server);
    await server.quiet(500);
    const { line, character, word } = likelihoodIn(file);
    const ask = async () => {
      const { result } = await server.request('isms/pictures', {}, limit);
      if (!result?.pictures) throw new Error(`The server gave no pictures: ${result?.error}`);
      return result.pictures.landscape.risks;
    };
    const told = async (/** @type {number} */ after) => {
      const end = performance.now() + limit;
      for (;;) {
        const found = server.notifications.find(({ method, time }) => method === changed && time >= after);
        if (found) return found.time;
        if (performance.now() > end || server.isDead)
          throw new Error('The server did not tell that pictures have changed.');
        await sleep(1);
      }
    };
    const risks = await ask();
    /** @type {Record<'diagnosed' | 'told' | 'made' | 'followed', number[]>} */
    const samples = { diagnosed: [], told: [], made: [], followed: [] };
    let [now, other] = [word, word === 'rare' ? 'expected' : 'rare'];
    let before = JSON.stringify(risks.find(({ id }) => id === 'R-00001')?.positions.inherent);
    // The first rounds warm the server up, as the minutes before a meeting do.
    for (let turn = -2; turn < repeat; turn++) {
      const published = server.wait(uri, () => true, limit, server.nextVersion(uri));
      const from = server.edit(uri, { line, character }, now.length, other);
      const diagnosed = await published;
      if (diagnosed === undefined) throw new Error('The edit got no diagnostics.');
      const toldAt = await told(from);
      const after = JSON.stringify((await ask()).find(({ id }) => id === 'R-00001')?.positions.inherent);
      const end = performance.now();
      if (after === before) throw new Error('The pictures did not follow the edit.');
      [before, now, other] = [after, other, now];
      if (turn < 0) continue;
      samples.diagnosed.push(diagnosed - from);
      samples.told.push(toldAt - diagnosed);
      samples.made.push(end - toldAt);
      samples.followed.push(end - diagnosed);
    }
    return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, statistics(values)]));
  } finally {
    await server.stop();
  }
}
