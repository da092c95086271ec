/** All that builds documents, together, so that whoever loads it on first use has one copy of the language that is spoken meanwhile. */
export { differenceDocument } from '../diff/document.ts';
export { documentOf } from '../documents/artefact.ts';
export { artefacts } from '../documents/generated/registry.ts';
