export { printable as visible } from '../../language/text/printable.ts';
