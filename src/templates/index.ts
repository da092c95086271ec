import { minimal } from './minimal.ts';
import { starter } from './starter/index.ts';
import type { Template } from './template.ts';

export type { Template, TemplateFile } from './template.ts';

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [starter, minimal];
