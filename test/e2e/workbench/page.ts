/** Drives the workbench's window as a user does. Every wait is bounded and for a thing, never for a time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Workbench } from './install.ts';

/** How long a wait may last, ms. It only bounds a test that fails: each wait ends with what it waits for. */
const patience = 60_000;

export async function launchBrowser(workbench: Workbench): Promise<Browser> {
  return chromium.launch({
    executablePath: workbench.chromium,
    timeout: 2 * patience,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Nothing but this machine is ever reached.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
  });
}

/** The window of a workbench. */
export class Window {
  readonly page: Page;
  /** What the page wrote to its console. */
  readonly console: string[] = [];
  readonly #shots: string;

  private constructor(page: Page, shots: string) {
    this.page = page;
    this.#shots = shots;
    page.on('console', message => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => this.console.push(`pageerror: ${error.message}`));
  }

  /** A new, empty window; screenshots go to the folder `shots`. */
  static async open(browser: Browser, shots: string): Promise<Window> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    return new Window(page, shots);
  }

  /** Makes the page load the extension at `path` of its own server into the worker extension host. Before `goto`. */
  async useWebExtension(root: string, path: string): Promise<void> {
    const script = readFileSync(join(root, 'test/e2e/workbench/served-configuration.js'), 'utf8');
    await this.page.addInitScript({ content: script.replace("'PATH'", JSON.stringify(path)) });
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page
      .locator('.monaco-workbench .part.statusbar .statusbar-item')
      .first()
      .waitFor({ timeout: 2 * patience });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.#shots, `${name}.png`), animations: 'disabled' });
  }

  /** What is seen at a zoom of 200 %: half of the window at each side is left. */
  async atTwiceTheSize(run: () => Promise<void>): Promise<void> {
    const size = this.page.viewportSize() ?? { width: 1280, height: 800 };
    await this.page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
    try {
      await run();
    } finally {
      await this.page.setViewportSize(size);
    }
  }

  /** Runs a command by the title that the palette shows. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', title, `>${title}`);
  }

  /**
   * Opens a list by its key and takes the row with `label`. A window that is still starting closes the list again at any moment, or has not got
   * the row yet: then all of it once more, until the list is gone because of the click.
   */
  async #pick(key: string, label: string, filter: string): Promise<void> {
    const row = this.#row(label);
    await until(`${label} in the list of ${key}`, async () => {
      await this.page.keyboard.press(key);
      try {
        await this.#quickInput.waitFor({ timeout: 2_000 });
        await this.#quickInput.fill(filter, { timeout: 2_000 });
        await row.waitFor({ timeout: 4_000 });
        await row.click({ timeout: 2_000 });
        // A click on a list that was just being drawn anew is lost.
        return await until('the end of the list', async () => !(await this.#typed()).includes(filter), 5_000);
      } catch {
        await this.page.keyboard.press('Escape');
        return false;
      }
    });
  }

  /** Titles that the palette offers for what is typed. */
  async paletteRows(typed: string): Promise<string[]> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    return until(`rows of the palette for ${typed}`, async () => {
      await this.page.keyboard.press('F1');
      try {
        await this.#quickInput.waitFor({ timeout: 2_000 });
        await this.#quickInput.fill(`>${typed}`, { timeout: 2_000 });
        await rows.first().waitFor({ timeout: 4_000 });
        return (await rows.allInnerTexts()).map(plain);
      } catch {
        return undefined;
      } finally {
        await this.page.keyboard.press('Escape');
      }
    });
  }

  /** Opens a file of the folder, at a 1-based line and column. */
  async openFile(name: string, line = 1, column = 1): Promise<void> {
    await this.#pick('Control+P', name, `${name}:${line}:${column}`);
    await this.editor(name).waitFor();
    // Drawn is not yet ready for keys.
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    const position = this.page.locator('.statusbar-item[id="status.editor.selection"]');
    await until(`the cursor in line ${line}`, async () => (await drawn(position)).includes(`Ln ${line},`));
  }

  /** Deletes whole lines of a file, counted from 0, as a user does: one after the other, by the keyboard. */
  async deleteLines(name: string, { first, last }: { first: number; last: number }): Promise<void> {
    await this.openFile(name, first + 1);
    for (let line = first; line <= last; line++) await this.page.keyboard.press('Control+Shift+K');
  }

  /** Types a text between the quotation marks at the end of a line, counted from 0, that a fix has written; then nothing is marked. */
  async fillIn(name: string, line: number, written: string, text: string): Promise<void> {
    const shown = (): Promise<string> => drawn(this.editor(name).locator('.view-lines'));
    await until(`${written} in ${name}`, async () => (await shown()).includes(written));
    await this.squiggles('error').first().waitFor();
    await this.openFile(name, line + 1);
    await this.page.keyboard.press('End');
    await this.page.keyboard.press('ArrowLeft');
    await this.page.keyboard.type(text, { delay: 10 });
    await until(`“${text}” in ${name}`, async () => (await shown()).includes(written.replace('""', `"${text}"`)));
    await until(
      'no squiggle',
      async () => (await this.squiggles('warning').count()) + (await this.squiggles('error').count()) === 0,
    );
  }

  /** The open editor of a file. */
  editor(name: string): Locator {
    return this.page
      .locator(`.editor-instance[aria-label*="${name}"], .monaco-editor[data-uri$="${encodeURI(name)}"]`)
      .first();
  }

  /** Takes the row with `label` of the quick pick that is or comes up, after typing `filter`. */
  async quickPick(label: string, filter = label): Promise<void> {
    const input = this.#quickInput;
    await input.waitFor();
    await input.fill(filter);
    // An extension's rows may come late: wait for the one that says it.
    const row = this.#row(label);
    await row.waitFor();
    await row.click();
    // Over when closed, or when the next question has taken its place. A click on a list that was just being drawn anew is lost.
    let clicked = Date.now();
    await until('the end of the quick pick', async () => {
      if (!(await this.#typed()).includes(filter)) return true;
      if (Date.now() - clicked < 5_000) return false;
      await row.click({ timeout: 1_000 }).catch(() => {});
      clicked = Date.now();
      return false;
    });
  }

  /** A list is up that asks for this, and has rows. */
  async asked(placeholder: string): Promise<void> {
    await this.page.locator(`.quick-input-widget:visible input[placeholder="${placeholder}"]`).waitFor();
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  }

  /** The text in the input box or drawn file dialog, as soon as it ends with `ending`: dialogs fill it step by step. */
  async question(ending: string): Promise<string> {
    await this.#quickInput.waitFor();
    return until(`an input box with …${ending}`, async () => (await this.#typed()).find(text => text.endsWith(ending)));
  }

  /** Answers an input box or drawn file dialog: with a text or as proposed, by Enter or by the button of that name. */
  async answer(text?: string, button?: string): Promise<void> {
    const input = this.#quickInput;
    await input.waitFor();
    if (text !== undefined) {
      // A dialog that is still being filled takes the text for a part of what it proposes: write it until it stands there alone.
      await until(`the answer ${text}`, async () => {
        await input.fill(text);
        await this.page.waitForTimeout(200);
        return (await this.#typed()).some(typed => typed === text || typed === `${text}/`);
      });
    }
    if (button === undefined) await input.press('Enter');
    else await this.page.locator('.quick-input-widget:visible .monaco-button', { hasText: button }).first().click();
  }

  squiggles(kind: 'error' | 'warning' | 'info' | 'hint' | 'any' = 'any'): Locator {
    const kinds = kind === 'any' ? ['error', 'warning', 'info', 'hint'] : [kind];
    return this.page.locator(kinds.map(name => `.monaco-editor .squiggly-${name}`).join(', '));
  }

  /** The text of the coverage in the status bar; empty when it is not shown. */
  async coverage(): Promise<string> {
    return drawn(this.coverageItem);
  }

  get coverageItem(): Locator {
    return this.page.locator('.part.statusbar .statusbar-item[id$="isms.coverage"]');
  }

  /** Texts of the notifications that are shown. */
  async notifications(): Promise<string[]> {
    return (await this.page.locator('.notification-list-item-message').allInnerTexts()).map(plain);
  }

  /** Rows of the Problems view. */
  async problems(): Promise<string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(plain);
  }

  /** Closes what earlier tests left: editors with their unsaved changes, notifications, panels. */
  async tidy(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.runCommand('Notifications: Clear All Notifications');
    for (let i = 0; i < 10 && (await this.page.locator('.tabs-container .tab').count()) > 0; i++)
      await this.runCommand('View: Revert and Close Editor');
  }

  /** The row of the list that is up which says this. */
  #row(label: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  }

  get #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** Without waiting: an input that vanishes would be waited for in vain. */
  async #typed(): Promise<string[]> {
    return this.#quickInput.evaluateAll(boxes => boxes.map(box => (box as unknown as { value: string }).value));
  }
}

/** Text as drawn, with the editor's hard spaces and all runs of blanks as one space. */
export const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** The text of what a locator finds now, without waiting for it; empty when it finds nothing. */
export const drawn = async (locator: Locator): Promise<string> => plain((await locator.allInnerTexts()).join(' '));

/** Calls `check` until it gives something truthy, and returns that. */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  timeout = patience,
): Promise<Exclude<T, undefined | null | false | '' | 0>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await check();
    if (value) return value as Exclude<T, undefined | null | false | '' | 0>;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`);
    await new Promise(done => setTimeout(done, 100));
  }
}

/**
 * Whether the browser has kept an editor with what it shows, by which both are there again once the window is loaded anew. VS Code keeps them
 * every few seconds.
 * @param shown what stands in the state of the editor
 */
export const isInLayout = (page: Page, editor: string, shown: string): Promise<boolean> =>
  page.evaluate(`(async () => {
    const done = request => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      try {
        for (const store of database.objectStoreNames) {
          const layout = await done(database.transaction(store).objectStore(store).get('memento/workbench.parts.editor'));
          if (${JSON.stringify([editor, shown])}.every(part => String(layout).includes(part))) return true;
        }
      } finally {
        database.close();
      }
    }
    return false;
  })()`);
