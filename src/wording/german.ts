/** German as documents speak it: the terms of DIN EN ISO/IEC 27001. A module of its own, so that it is read only when it is needed. */
import texts from './de.json';

export const german: Readonly<Record<string, string>> = texts;
