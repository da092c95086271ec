/** The date as of which the corpus is judged: written into its `isms.config.json`, so that findings never depend on the clock. */
export const asOf = '2026-06-30';

const day = 86_400_000;

/** The date `days` after the as-of date; before it if negative. */
export const dayFromAsOf = days => new Date(Date.parse(asOf) + days * day).toISOString().slice(0, 10);
