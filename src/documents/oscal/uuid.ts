/** Identifiers that are the same for the same thing, whoever writes it, when and where. (RFC 9562, version 5) */
import { sha1 } from '@noble/hashes/legacy.js';

/** That of this project; another one would give other identifiers to everything. */
const namespace = '5f7b1d0c-9a52-4c0e-8f43-6d2a27001205';

/** The UUID of a thing, by the names that lead to it, such as the ISMS, what it is, and its id. */
export function uuidOf(...names: readonly string[]): string {
  const name = new TextEncoder().encode(JSON.stringify(names));
  const bytes = sha1(Uint8Array.from([...bytesOf(namespace), ...name])).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const bytesOf = (uuid: string): number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map(digits => Number.parseInt(digits, 16));
