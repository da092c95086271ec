/** What the data of several documents have in common: names, approvals, and null for what is not known. */
import type { Named, NamedApproval } from '../../analysis/named.ts';
import type { JsonValue } from '../blocks.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

export const optional = <T>(value: T | undefined, shape: (value: T) => JsonValue): JsonValue =>
  value === undefined ? null : shape(value);

export const named = ({ id, title }: Named): JsonObject => ({ id, title: title ?? null });

export const approval = ({ on, by, until }: NamedApproval): JsonObject => ({
  on: on ?? null,
  by: by.map(named),
  until: until ?? null,
});
