import { oscalFormat } from './shared/oscal.ts';

export const format = oscalFormat('assessment-results', 'assessment results');
