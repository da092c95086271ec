/** The questions by which a new ISMS is fitted to a company, and how their answers are read. */
import { type AnswerFormId, answerForms } from './answer-forms.ts';

/** What was answered; what is left out was not, and nothing is concluded from it. */
export interface Answers {
  readonly organization?: string;
  readonly sector?: Sector;
  /** How many people work there. */
  readonly people?: number;
  readonly hosting?: 'cloud' | 'provider' | 'own';
  readonly work?: 'office' | 'remote' | 'both';
  readonly development?: 'own' | 'outsourced' | 'both' | 'none';
  readonly personalData?: 'yes' | 'no';
  readonly customers?: readonly Customers[];
}

/** What an organisation is, as far as it begins with other assets, demands and risks than any other. */
export type Sector = 'saas' | 'consultancy' | 'manufacturer' | 'hospital' | 'public-body';

export type Customers = 'businesses' | 'consumers' | 'public' | 'finance' | 'health';

export interface Choice {
  readonly word: string;
  /** What it means, in a few words. */
  readonly meaning: string;
}

/** What an answer without choices has to look like. Whoever asks can say so while it is typed. */
export interface AnswerForm {
  readonly id: AnswerFormId;
  /** What to say of any other. */
  readonly otherwise: string;
}

export interface Question {
  readonly key: keyof Answers;
  /** The name of its option on the command line, without the dashes. */
  readonly option: string;
  readonly text: string;
  /** What may be answered; without them a text or number. */
  readonly choices: readonly Choice[];
  /** Whether several choices may be named. */
  readonly several: boolean;
  /** Of those without choices. */
  readonly form?: AnswerForm;
}

const name: AnswerForm = {
  id: 'name',
  otherwise: 'Give a name on one line, without control characters.',
};
const count: AnswerForm = { id: 'count', otherwise: 'Give a whole number, such as 25.' };

const question = (
  key: keyof Answers,
  option: string,
  text: string,
  choices: Readonly<Record<string, string>> = {},
  several = false,
): Question => ({
  key,
  option,
  text,
  choices: Object.entries(choices).map(([word, meaning]) => ({ word, meaning })),
  several,
});

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  { ...question('organization', 'organization', 'What is your organisation called?'), form: name },
  question('sector', 'sector', 'What does it do? Skip it if nothing fits.', {
    saas: 'sells software as a service',
    consultancy: 'advises or works for others',
    manufacturer: 'makes things, with machines that are controlled by computers',
    hospital: 'treats patients',
    'public-body': 'is an authority or another public body',
  }),
  { ...question('people', 'people', 'How many people work there?'), form: count },
  question('hosting', 'hosting', 'Where do most of your systems run?', {
    cloud: 'at a cloud provider, or as services of others',
    provider: 'on machines in the data centre of a provider',
    own: 'on your own premises',
  }),
  question('work', 'work', 'Where do your people work?', {
    office: 'in an office',
    remote: 'at home or on the move',
    both: 'both',
  }),
  question('development', 'development', 'Who develops software for you or for your customers?', {
    own: 'you do',
    outsourced: 'others do it for you',
    both: 'both',
    none: 'nobody',
  }),
  question('personalData', 'personal-data', 'Do you process personal data, of customers or staff?', {
    yes: 'yes',
    no: 'no',
  }),
  question(
    'customers',
    'customers',
    'To whom do you sell?',
    {
      businesses: 'companies',
      consumers: 'private people',
      public: 'public bodies',
      finance: 'banks and insurers',
      health: 'hospitals and practices',
    },
    true,
  ),
];

export type Answer = Answers[keyof Answers];

/**
 * What an answer means; words may be shortened as long as they are clear, or be the number of a choice. An empty answer is undefined.
 * @throws UnclearAnswer
 */
export function answerOf({ choices, several, form }: Question, given: string): Answer {
  const text = given.trim();
  if (text === '') return undefined;
  if (form) {
    if (!answerForms[form.id].test(text)) throw new UnclearAnswer(form.otherwise);
    return form.id === 'count' ? Number(text) : text;
  }
  const words = text
    .split(/[\s,]+/)
    .filter(word => word !== '')
    .map(word => choiceOf(choices, word));
  if (several) return [...new Set(words)] as Customers[];
  if (words.length > 1) throw new UnclearAnswer(`Choose one of ${listed(choices)}.`);
  return words[0] as Answer;
}

/** The answers of several questions, each under its key. */
export const answersFrom = (given: Iterable<readonly [Question, Answer]>): Answers =>
  Object.fromEntries([...given].flatMap(([{ key }, answer]) => (answer === undefined ? [] : [[key, answer]])));

/** An answer that cannot be understood; the message says what can. */
export class UnclearAnswer extends Error {
  readonly code = unclearAnswer;
}

const unclearAnswer = 'ISMS_UNCLEAR_ANSWER';

/** Whether an error is an `UnclearAnswer`, also one of another bundle. */
export const isUnclearAnswer = (error: unknown): error is UnclearAnswer =>
  error instanceof Error && (error as { readonly code?: unknown }).code === unclearAnswer;

function choiceOf(choices: readonly Choice[], text: string): string {
  const wanted = text.toLowerCase();
  const byNumber = /^\d+$/.test(wanted) ? choices[Number(wanted) - 1] : undefined;
  const exact = choices.find(({ word }) => word === wanted) ?? byNumber;
  const begun = choices.filter(({ word }) => word.startsWith(wanted));
  const found = exact ?? (begun.length === 1 ? begun[0] : undefined);
  if (!found) throw new UnclearAnswer(`Choose ${listed(choices)}.`);
  return found.word;
}

function listed(choices: readonly Choice[]): string {
  const words = choices.map(({ word }) => word);
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
