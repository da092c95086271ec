import { oscalFormat } from './shared/oscal.ts';

export const format = oscalFormat('component-definition', 'component definition');
