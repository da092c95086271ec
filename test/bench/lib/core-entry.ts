/** What of the project's core the benchmark loads into its own process. The scripts take their types from here. */
import { makeServices } from '../../../src/language/langium.ts';
import { provideLangium } from '../../../src/language/services.ts';

provideLangium(makeServices);

export { kindKeywords } from '../../../src/language/schema.ts';
export { ChunkedText } from '../../../src/language/text/chunked-text.ts';
export { readDeclaration } from '../../../src/model/read.ts';
export { findIsmsFiles, readText, uriExists, uriOfPath } from '../../../src/node/files.ts';
export { rules } from '../../../src/rules/generated/registry.ts';
export { diagnosticOf } from '../../../src/workspace/diagnostic.ts';
export { Workspace } from '../../../src/workspace/workspace.ts';
