/** The other files that were asked for while checking: evidence, policies. Which they are is known only afterwards. */

/** Whether a file exists; undefined where that cannot be told. */
export type FileExists = (uri: string) => boolean | undefined;

/** What was answered, by URI. */
export type Answers = ReadonlyMap<string, boolean | undefined>;

/** The same questions and answers, and the last answer to each. */
export function noteAnswers(fileExists: FileExists): { readonly fileExists: FileExists; readonly answers: Answers } {
  const answers = new Map<string, boolean | undefined>();
  return {
    answers,
    fileExists: uri => {
      const answer = fileExists(uri);
      answers.set(uri, answer);
      return answer;
    },
  };
}

/** Whether every answer is still the same, in steps of some questions. */
export function* holdSteps(answers: Answers, fileExists: FileExists): Generator<void, boolean> {
  let count = 0;
  for (const [uri, answer] of answers) {
    if (fileExists(uri) !== answer) return false;
    if (++count % 100 === 0) yield;
  }
  return true;
}
