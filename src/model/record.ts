/** What comes from outside, such as JSON or a client, may be of any shape. */

/** Whether a value is an object with properties, and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
