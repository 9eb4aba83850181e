/** Whether disabled providers are hidden: kept by this browser, never by the server. */
import { options, run } from './page.js';

const key = 'hideDisabledProviders';

export const readHiding = () => JSON.parse(localStorage.getItem(key) ?? 'false');
export const keepHiding = (isHiding) => localStorage.setItem(key, JSON.stringify(isHiding));

/** A browser that has seen an earlier stand-in starts as the options want it. */
export function forgetOtherRuns() {
  if (localStorage.getItem('standInRun') === run) return;
  localStorage.setItem('standInRun', run);
  if (options.hideDisabled) keepHiding(true);
  else localStorage.removeItem(key);
}
