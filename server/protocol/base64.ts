/** Bytes as texts, as messages carry them. */
export { decodeBase64, encodeBase64 } from '../../src/model/base64.ts';
