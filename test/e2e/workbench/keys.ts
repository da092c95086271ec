/** A user without a mouse: every key that is pressed is counted, and nothing is clicked. */
import type { Locator } from 'playwright-core';
import { drawn, until, type Window } from './page.ts';

/** How long nothing is offered before a user asks for it, in milliseconds. */
const patienceForList = 5_000;

export class Keys {
  /** Characters that were typed. */
  characters = 0;
  /** Keys and combinations that were pressed beside: Enter, Tab, arrows, Ctrl+P. */
  chords = 0;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  async type(text: string): Promise<void> {
    this.characters += text.length;
    await this.#window.page.keyboard.type(text, { delay: 20 });
  }

  async press(chord: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      this.chords++;
      await this.#window.page.keyboard.press(chord);
    }
  }

  /** Runs a command by what one types to find it in the palette; the row that Enter takes has to be the one with the title. */
  async command(typed: string, title: string): Promise<void> {
    const { characters, chords } = this;
    const row = this.#window.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused', {
      hasText: title,
    });
    // A window that is still starting closes the palette again, or has not got the command yet: a user waits, which costs no key.
    await until(`${title} in the palette`, async () => {
      Object.assign(this, { characters, chords });
      await this.press('F1');
      try {
        await this.#input.waitFor({ timeout: 2_000 });
        await this.type(typed);
        await row.waitFor({ timeout: 4_000 });
        return true;
      } catch {
        await this.#window.page.keyboard.press('Escape');
        return false;
      }
    });
    await this.take(title);
  }

  /** Opens a file of the folder by its name. */
  async open(name: string): Promise<void> {
    await this.press('Control+p');
    await this.#input.waitFor();
    await this.type(name);
    await this.take(name);
    await this.#window.editor(name).waitFor();
    await this.#window.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Takes the row of a list that Enter takes, once it is the one with this text. */
  async take(text: string): Promise<void> {
    const chosen = this.#window.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused');
    await until(`“${text}” as what Enter takes`, async () => (await drawn(chosen)).includes(text));
    await this.press('Enter');
    await until(`the end of the list with “${text}”`, async () => !(await drawn(chosen)).includes(text));
  }

  /** Takes what completion has put first, once it is this. */
  async complete(label: string): Promise<void> {
    await this.firstOffer(label);
    const before = await this.position();
    await this.press('Enter');
    // The next list may begin with the same word: what has ended this one is that the cursor is elsewhere.
    await until(`the cursor behind ${label}`, async () => (await this.position()) !== before);
  }

  /** Where the cursor is, and how much is selected, as the status bar says it. */
  position(): Promise<string> {
    return drawn(this.#window.page.locator('.statusbar-item[id="status.editor.selection"]'));
  }

  /**
   * Waits until completion proposes this first. A busy window may not ask at a keystroke, or show what it got for an earlier one: then it is
   * asked anew, which is not counted.
   */
  async firstOffer(label: string): Promise<void> {
    const { page } = this.#window;
    const list = page.locator('.suggest-widget.visible');
    let asked = Date.now();
    let first = '';
    const seen = async (): Promise<boolean> => {
      first = await drawn(this.offers);
      if (first.startsWith(label)) return true;
      if (Date.now() - asked > patienceForList) {
        // In a list that is shown, the key would open the details.
        if (await list.count()) await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Space');
        asked = Date.now();
      }
      return false;
    };
    try {
      await until(`“${label}” as the first offer`, seen);
    } catch (error) {
      const shown = (await drawn(list.locator('.monaco-list-row'))) || 'nothing';
      throw new Error(`${(error as Error).message}; Enter takes “${first}”, offered is ${shown}`);
    }
  }

  /** What Enter would take from the list of completion. */
  get offers(): Locator {
    return this.#window.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  }

  get #input(): Locator {
    return this.#window.page.locator('.quick-input-widget:visible .quick-input-box input');
  }
}
