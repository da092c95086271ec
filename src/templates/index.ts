import { minimal } from './minimal.ts';
import { starter } from './starter.ts';
import type { Template } from './template.ts';

export type { Template, TemplateFile } from './template.ts';

/** All templates, the order in which they are offered. */
export const templates: readonly Template[] = [minimal, starter];
