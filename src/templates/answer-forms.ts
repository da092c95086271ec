/** What an answer without choices has to look like, without the blanks around it. */
export const answerForms = {
  /** One line of visible characters. */
  name: /^[^\p{Cc}\p{Cf}]*$/u,
  /** A whole number above 0. */
  count: /^(?!0+$)\d{1,7}$/,
} as const;

export type AnswerFormId = keyof typeof answerForms;
