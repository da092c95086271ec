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
  failed = 0;

  add({ title, passed, ms, error }: TestResult): void {
    if (passed) this.passed++;
    else this.failed++;
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

  /** The last line, which also tools read. */
  closingLine(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
