/** Reads and parses all `.isms` files of a folder with the default Langium parser, and nothing else.   node parse-with-langium.mjs FOLDER */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { built } from './lib/places.mjs';
import { filesUnder } from './lib/server-config.mjs';

const langium = createRequire(import.meta.url)(join(built, 'peers/langium-library.cjs'));
const { isms } = langium.createServices(langium.EmptyFileSystem);
for (const file of filesUnder(process.argv[2], '.isms')) {
  const { parserErrors } = isms.parser.LangiumParser.parse(readFileSync(file, 'utf8'));
  if (parserErrors.length) throw new Error(parserErrors[0].message);
}
