/** In each test file: Langium is loaded if and when something needs it. */
import { createRequire } from 'node:module';
import { inject } from 'vitest';
import { provideLangium } from '../src/syntax/full/services.ts';

const require = createRequire(import.meta.url);

provideLangium(() =>
  (require(inject('langiumBundle')) as typeof import('../src/syntax/full/langium.ts')).makeServices(),
);
