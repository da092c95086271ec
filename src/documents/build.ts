/** All that builds documents, together, so that whoever loads it on first use has one copy of the language that is spoken meanwhile. */
export { documentOf } from './artefact.ts';
export { artefacts } from './generated/registry.ts';
