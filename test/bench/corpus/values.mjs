/** The values of properties, independent of any dialect. Each is tagged with its form. */

/**
 * @typedef {{ readonly form: string }} Value
 * @typedef {[key: string, value: Value]} Property
 */

/** A word of an enumeration or scale. */
export const word = v => ({ form: 'word', v });
export const wordList = v => ({ form: 'words', v });
/** The name of a declaration. */
export const ref = v => ({ form: 'ref', v });
export const refs = v => ({ form: 'refs', v });
/** Names of controls, and numbers of clauses, which nothing of the corpus declares. */
export const covered = v => ({ form: 'covered', v });
/** Why a control is excluded: a ground in the place of reasons. */
export const ground = v => ({ form: 'ground', v });
export const text = v => ({ form: 'text', v });
/** A text over several lines. */
export const lines = v => ({ form: 'lines', v });
export const date = v => ({ form: 'date', v });
export const period = (count, unit, every = false) => ({ form: 'period', count, unit, every });
export const yesNo = v => ({ form: 'yesNo', v });
export const flag = { form: 'flag' };
export const approval = (on, by, until) => ({ form: 'approval', on, by, until });
export const block = props => ({ form: 'block', props });
/** Nested declarations: `[{ id?, title, props }]`. */
export const items = (kind, list) => ({ form: 'items', kind, list });
export const scale = v => ({ form: 'scale', v });
export const levels = v => ({ form: 'levels', v });

export const periodText = ({ count, unit, every }) => `${every ? 'every ' : ''}${count} ${unit}`;
export const approvalText = ({ on, by, until }) => `${on} by ${by}${until ? ` until ${until}` : ''}`;
