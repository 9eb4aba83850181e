/** Leads from Latchkey's other pages to a place in its page of profiles. */
import { browser } from 'wxt/browser';

/** Opens the profiles in a tab of their own; `edit` with the form of this one. */
export async function openProfiles({ edit }: { edit?: string } = {}): Promise<void> {
  const page = new URL(browser.runtime.getURL('/options.html'));
  if (edit !== undefined) page.hash = `edit=${edit}`;
  await browser.tabs.create({ url: page.href });
}

/** The profile whose form the address asks for. */
export function profileToEdit(hash: string): string | null {
  return /^#edit=([\w-]{1,100})$/.exec(hash)?.[1] ?? null;
}
