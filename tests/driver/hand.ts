/** The administrator's hand: every click and every typed character of a run goes through it and is counted. */
import type { ElementHandle, Page } from 'puppeteer-core';

const patience = 15_000;
const mostTries = 3;

export class Hand {
  clicks = 0;
  typed = 0;
  readonly #pastes: boolean | 'by command';

  /** A hand that pastes is quicker, in Firefox by a command; one that types presses every key. */
  constructor({ pastes = false }: { pastes?: boolean | 'by command' } = {}) {
    this.#pastes = pastes;
  }

  /** A real mouse click on what the selector finds (puppeteer's `>>>` looks into open shadow roots). */
  async click(page: Page, selector: string): Promise<void> {
    const element = await this.find(page, selector);
    await element.click();
    this.clicks += 1;
  }

  /** Real input into a field, which gets the focus by a click that counts. */
  async type(page: Page, selector: string, text: string): Promise<void> {
    await this.#enter(page, selector, 1);
    await this.#write(page, text);
  }

  /** Selects what a field holds and types over it. */
  async retype(page: Page, selector: string, text: string): Promise<void> {
    await this.#enter(page, selector, 3);
    await this.#write(page, text);
  }

  /** Picks an option of a native select, as the keyboard would; counts as one click. */
  async choose(page: Page, selector: string, value: string): Promise<void> {
    const element = await this.find(page, selector);
    await element.select(value);
    this.clicks += 1;
  }

  /** Waits until it is there and visible; reading is no input and is not counted. */
  async find(page: Page, selector: string): Promise<ElementHandle<Element>> {
    const element = await page.waitForSelector(selector, { visible: true, timeout: patience });
    if (element === null) throw new Error(`Nothing visible for ${selector}`);
    return element;
  }

  /** A field may lie behind a bar or move under the mouse: a person scrolls to it, and types once the cursor is there. */
  async #enter(page: Page, selector: string, count: number): Promise<void> {
    const element = await this.find(page, selector);
    for (let tries = 0; tries < mostTries; tries += 1) {
      await element.click({ count });
      this.clicks += 1;
      if (await element.evaluate((field) => field.matches(':focus'))) return;
      await element.evaluate((field) => field.scrollIntoView({ block: 'center' }));
    }
    throw new Error(`The cursor does not get into ${selector}`);
  }

  async #write(page: Page, text: string): Promise<void> {
    if (this.#pastes === 'by command') {
      await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
    } else if (this.#pastes) await page.keyboard.sendCharacter(text);
    else await page.keyboard.type(text);
    this.typed += text.length;
  }

  /** A fresh count for the next app. */
  reset(): void {
    this.clicks = 0;
    this.typed = 0;
  }
}
