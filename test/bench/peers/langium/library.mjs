/** The peer's services without a connection, for measuring its parser and phases. */
export { DocumentState, EmptyFileSystem, URI } from 'langium';
export { NodeFileSystem } from 'langium/node';
export { createServices } from './services.mjs';
