/** What of the project's core the benchmark loads into its own process. The scripts take their types from here. */
import { makeServices } from '../../../src/syntax/full/langium.ts';
import { provideLangium } from '../../../src/syntax/full/services.ts';

provideLangium(makeServices);

export { formatTyped } from '../../../src/ide/formatting.ts';
export { kindKeywords } from '../../../src/language/schema.ts';
export { findIsmsFiles, readText, uriExists, uriOfPath } from '../../../src/node/files.ts';
export { rules } from '../../../src/rules/generated/registry.ts';
export { defaultLineWidth, formatText } from '../../../src/syntax/format/format.ts';
export { readDeclaration } from '../../../src/syntax/read.ts';
export { ChunkedText } from '../../../src/syntax/text/chunked-text.ts';
export { inEnglish } from '../../../src/wording/wording.ts';
export { diagnosticOf } from '../../../src/workspace/diagnostic.ts';
export { Workspace } from '../../../src/workspace/workspace.ts';
