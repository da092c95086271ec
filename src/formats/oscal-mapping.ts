import { oscalFormat } from './shared/oscal.ts';

export const format = oscalFormat('mapping', 'mapping');
