/** What a new ISMS begins with. */
export interface Template {
  /** Name on the command line. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Its files; the first is the one to open. */
  readonly files: () => readonly TemplateFile[];
}

export interface TemplateFile {
  /** Relative to the folder of the new ISMS, with `/`. */
  readonly path: string;
  readonly text: string;
}
