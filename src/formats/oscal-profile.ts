import { oscalFormat } from './shared/oscal.ts';

export const format = oscalFormat('profile', 'profile');
