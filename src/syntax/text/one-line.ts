/** A text with single blanks for all white space. */
export const oneLine = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
