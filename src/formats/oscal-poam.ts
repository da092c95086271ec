import { oscalFormat } from './shared/oscal.ts';

export const format = oscalFormat('poam', 'plan of action and milestones');
