/** The toolbar popup in Firefox: its document is reached by a frame script, since WebDriver BiDi does not list it. */
import { evaluateInFrame, type InBrowserWindow } from './firefox-frame.ts';

const patience = 15_000;

export class FirefoxPopup {
  readonly #inBrowserWindow: InBrowserWindow;

  constructor(inBrowserWindow: InBrowserWindow) {
    this.#inBrowserWindow = inBrowserWindow;
  }

  /** Waits until the selector finds something in the popup. */
  async find(selector: string): Promise<void> {
    const deadline = Date.now() + patience;
    while (!(await this.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`))) {
      if (Date.now() > deadline) throw new Error(`Nothing in the popup for ${selector}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** A press that Firefox counts as the user's own. */
  async click(selector: string): Promise<void> {
    await this.find(selector);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  /** Picks the option of a native select whose text contains `text`. */
  async choose(selector: string, text: string): Promise<void> {
    await this.find(selector);
    await this.evaluate(`(() => {
      const select = document.querySelector(${JSON.stringify(selector)});
      const option = [...select.options].find((one) => one.textContent.includes(${JSON.stringify(text)}));
      if (!option.selected) {
        select.value = option.value;
        select.dispatchEvent(new content.Event('change', { bubbles: true }));
      }
    })()`);
  }

  async close(): Promise<void> {
    await this.#inBrowserWindow(
      `document.querySelector('.webextension-popup-browser')?.closest('panel')?.hidePopup();`,
    );
  }

  /**
   * An expression in the popup; `document` and `content` are the popup's. Promises its value as JSON, or null when
   * there is no popup to answer.
   */
  evaluate(expression: string): Promise<unknown> {
    return evaluateInFrame(this.#inBrowserWindow, 'popup', expression);
  }
}
