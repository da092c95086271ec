/** The language of what is written about an ISMS before it is loaded. */
import { join } from 'node:path';
import { readText } from '../node/files.ts';
import { languageOf } from '../wording/languages.ts';
import type { Wording } from '../wording/wording.ts';
import { configFileName, parseConfig, settled, wordsFileName } from '../workspace/configuration/config.ts';
import { ruleNames } from '../workspace/configuration/setting.ts';

/**
 * The words of the language that is asked for, else of that which documents of the ISMS in a folder speak. What is wrong in its configuration
 * the check says.
 * @throws WordingError if there are no words of the language
 */
export async function wordingAt(root: string | undefined, asked: string | undefined): Promise<Wording> {
  const read = async (name: string): Promise<string | undefined> =>
    root === undefined ? undefined : readText(join(root, name)).catch(() => undefined);
  const { config } = parseConfig((await read(configFileName)) ?? '{}', ruleNames([]));
  const language = settled('documentsLanguage', [{ documentsLanguage: asked }, config]);
  const ownName = wordsFileName(language ?? 'en');
  return (await languageOf({ language, own: await read(ownName), ownName })).wording;
}
