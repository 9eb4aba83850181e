/** Reads a document of Firefox from the browser's own window by a frame script: the popup's, or a page's with its closed roots. */

/** Runs statements in the browser's own window and promises what they return, as JSON. */
export type InBrowserWindow = (statements: string) => Promise<unknown>;

/** Names the `<browser>` element of a document, in terms of the browser's own window. */
export const frames = {
  popup: `document.querySelector('.webextension-popup-browser')`,
  tabInFront: 'gBrowser.selectedBrowser',
} as const;

/** A popup that is only just opening drops what was asked of the empty document before it. */
const lostAfter = 5000;

/**
 * Evaluates an expression there; `document` and `content` are the frame's. Promises its value as JSON, null without a
 * frame or an answer.
 */
export function evaluateInFrame(
  inBrowserWindow: InBrowserWindow,
  frame: keyof typeof frames,
  expression: string,
): Promise<unknown> {
  const frameScript = `
    let answer;
    try { const { document } = content; answer = { value: ${expression} }; } catch (error) { answer = { error: String(error) }; }
    sendAsyncMessage('latchkey-test:answer', JSON.stringify(answer ?? {}));
  `;
  return inBrowserWindow(`
    const manager = ${frames[frame]}?.messageManager;
    if (!manager) return null;
    const answer = await new Promise((resolve) => {
      const answered = (value) => {
        manager.removeMessageListener('latchkey-test:answer', listener);
        resolve(value);
      };
      const listener = (message) => answered(JSON.parse(message.data));
      setTimeout(() => answered({ value: null }), ${lostAfter});
      manager.addMessageListener('latchkey-test:answer', listener);
      manager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(frameScript)}), false);
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  `);
}
