import type { Answers } from './questions.ts';

/** What a new ISMS begins with. */
export interface Template {
  /** Name on the command line. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Whether `files` makes use of answers. */
  readonly asks: boolean;
  /** Its files; the first is the one to open. */
  readonly files: (answers?: Answers) => readonly TemplateFile[];
}

export interface TemplateFile {
  /** Relative to the folder of the new ISMS, with `/`. */
  readonly path: string;
  readonly text: string;
}
