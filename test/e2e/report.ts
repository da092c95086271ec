/** One test's outcome. */
export interface TestResult {
  title: string;
  passed: boolean;
  ms: number;
  error?: string;
}

/** Collects the outcomes of all parts and says them as they come. */
export class Report {
  passed = 0;
  /** Titles of those that failed. */
  readonly failed: string[] = [];
  /** Titles of those that failed at an earlier attempt. */
  readonly failedBefore: string[] = [];

  add({ title, passed, ms, error }: TestResult): void {
    if (passed) this.passed++;
    else this.failed.push(title);
    console.log(
      `${passed ? '  ok  ' : 'NOT OK'} ${title} (${ms} ms)${error ? `\n       ${error.replace(/\n/g, '\n       ')}` : ''}`,
    );
  }

  /** Runs one test; `onFailure` may leave evidence. */
  async test(title: string, run: () => Promise<void>, onFailure?: () => Promise<void>): Promise<void> {
    const start = Date.now();
    try {
      await run();
      this.add({ title, passed: true, ms: Date.now() - start });
    } catch (error) {
      this.add({
        title,
        passed: false,
        ms: Date.now() - start,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      await onFailure?.().catch(() => {});
    }
  }

  /** Adds what a part has given. */
  take({ passed, failed, failedBefore }: Report): void {
    this.passed += passed;
    this.failed.push(...failed);
    this.failedBefore.push(...failedBefore);
  }

  /** What failed at first, and the last line, which also tools read. */
  closing(): string {
    const unsteady = this.failedBefore.map(title => `failed at first: ${title}`);
    return [...unsteady, `${this.passed} passed, ${this.failed.length} failed`].join('\n');
  }
}

/** How often a part with a failure is begun. Where nobody looks on, one lost key shall not stop what else is right. */
export const usualAttempts = process.env.CI ? 2 : 1;

/**
 * What a part gives, begun anew each time, until nothing fails or no attempt is left. A window on a machine that is
 * shared with others loses a key now and then; what failed once is named at the end all the same.
 */
export async function attempted(
  name: string,
  attempts: number,
  attempt: (own: Report) => Promise<void>,
): Promise<Report> {
  const failedBefore: string[] = [];
  for (let count = 1; ; count++) {
    const own = new Report();
    await attempt(own);
    if (own.failed.length === 0 || !(count < attempts)) {
      own.failedBefore.push(...failedBefore);
      return own;
    }
    failedBefore.push(...own.failed);
    console.log(`once more, from the beginning: ${name}`);
  }
}
