/** What a bundle with a fault in it exports: the property over that core, and the way to give it Langium. */
export { provideLangium } from '../../../src/syntax/full/services.ts';
export { check, checkWithFaults } from './property.ts';
