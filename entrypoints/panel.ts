/** The panel's code, which the background puts beside the page script only where the button may be shown. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPanel } from '@/ui/page/panel';

declare global {
  /** In the extension's own script world, where the page's scripts can't reach it. */
  var latchkeyPanel: typeof createPanel | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.latchkeyPanel = createPanel;
});
