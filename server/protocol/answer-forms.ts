/** The forms of answers that the client checks while they are typed: those by which the server reads them. */
export { type AnswerFormId, answerForms } from '../../src/templates/answer-forms.ts';
