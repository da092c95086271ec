/** Where findings are kept between two runs. What they mean is said in find.ts, the disk is behind this. */
export interface FindingsStore {
  /** Begins a key. It differs between builds of this program, so that none takes what another one kept. */
  hash(): KeyHash;
  /** What was kept under a key, exactly as it was kept; undefined where there is nothing, or what is there is damaged. Never rejects. */
  read(key: string): Promise<string | undefined>;
  /** Keeps a text under a key. Rejects with the error of the file system. */
  write(key: string, text: string): Promise<void>;
}

export interface KeyHash {
  update(text: string): void;
  /** Usable as a file name. */
  digest(): string;
}

/** Takes all steps of a piece of work: at once, or with turns for others in between. */
export type Run = <T>(steps: Generator<void, T>) => Promise<T>;

/** Takes all steps at once. */
export const atOnce: Run = async steps => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
