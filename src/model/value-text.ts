/** Values of the model as texts on one line, the parts in the order in which they are written. */
import { nodeTypes } from '../language/schema.ts';
import type { Ref } from './declaration.ts';

/** How the ends of a value are written. */
export interface ValueWriter {
  readonly name: (ref: Ref) => string;
  readonly text: (text: string) => string;
}

/** A value with all its parts, each behind the word that leads it in the language. Empty for what is none. */
export function valueText(value: unknown, writer: ValueWriter): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('name' in value && typeof value.name === 'string') return writer.name(value as Ref);
  if ('value' in value && !('$type' in value)) return writer.text(String(value.value));
  const known = '$type' in value && typeof value.$type === 'string' ? nodeTypes[value.$type]?.parts : undefined;
  const parts: { readonly text: string; readonly start: number }[] = [];
  for (const [feature, part] of Object.entries(value)) {
    if (feature.startsWith('$') || part === undefined) continue;
    const items: readonly unknown[] = Array.isArray(part) ? part : [part];
    const text = items
      .map(item => valueText(item, writer))
      .filter(Boolean)
      .join(', ');
    if (text) parts.push({ text: [known?.[feature]?.lead, text].filter(Boolean).join(' '), start: startOf(items[0]) });
  }
  return parts
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join(' ');
}

function startOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { start, $start } = value as { readonly start?: unknown; readonly $start?: unknown };
  const at = start ?? $start;
  return typeof at === 'number' ? at : 0;
}
