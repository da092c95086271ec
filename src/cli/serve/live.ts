/** The pictures of an ISMS as its files are now, and who is told when they change. */
import { reasonOf } from '../../model/fault.ts';
import type { News, Pictures } from '../../pictures/data.ts';
import type { HistoryNews } from '../../pictures/history-data.ts';
import { isUsageError } from '../io.ts';

export class Live {
  /** The history, read when it is asked for; never rejects. */
  readonly history: () => Promise<HistoryNews>;
  readonly #load: () => Promise<Pictures>;
  readonly #listeners = new Set<() => void>();
  #pictures: string;
  #problem: string | undefined;
  #work: Promise<void> = Promise.resolve();
  #isWaiting = false;

  /**
   * @param pictures what is shown at first
   * @param load makes them anew; what it throws is told in their place
   * @param history reads the history
   */
  constructor(pictures: Pictures, load: () => Promise<Pictures>, history: () => Promise<HistoryNews>) {
    this.history = history;
    this.#pictures = asText({ kind: 'pictures', pictures });
    this.#load = load;
  }

  /** What a page is told that asks now, each as JSON: the last pictures there were, and why there are no newer ones. */
  get news(): readonly string[] {
    return this.#problem === undefined ? [this.#pictures] : [this.#pictures, this.#problem];
  }

  /** Calls `told` whenever the news are others. Returns what ends that. */
  onNews(told: () => void): () => void {
    this.#listeners.add(told);
    return () => this.#listeners.delete(told);
  }

  /** Reads the files again, after whatever is being read now. Resolves when all is told; never rejects. */
  refresh(): Promise<void> {
    if (this.#isWaiting) return this.#work;
    this.#isWaiting = true;
    this.#work = this.#work.then(() => {
      this.#isWaiting = false;
      return this.#readNow();
    });
    return this.#work;
  }

  async #readNow(): Promise<void> {
    const before = this.news.join('\n');
    try {
      this.#pictures = asText({ kind: 'pictures', pictures: await this.#load() });
      this.#problem = undefined;
    } catch (error) {
      this.#problem = asText({ kind: 'problem', message: isUsageError(error) ? error.message : reasonOf(error) });
    }
    if (this.news.join('\n') !== before) for (const told of this.#listeners) told();
  }
}

const asText = (news: News): string => JSON.stringify(news);
