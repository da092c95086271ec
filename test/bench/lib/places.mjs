/** Where things lie. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the benchmark. */
export const here = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** The folder of the project. */
export const root = join(here, '../..');
/** What is built and measured: ignored by git. */
export const built = join(here, '.bench');
export const results = join(built, 'results');
