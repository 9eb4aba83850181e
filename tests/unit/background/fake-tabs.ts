/** The browser's tabs: one with a script that answers, and others without. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AdminMessages } from '@/messaging/admin-protocol';
import type { TabMessages } from '@/messaging/page-protocol';

/** What a tab's script is asked; an answer that is a function is called with the data. */
type Asked = keyof TabMessages | keyof AdminMessages;

export interface Tabs {
  /** What the tab shows: its address, and what its script answers. */
  tab: { url: string | undefined; answers: Partial<Record<Asked, unknown>> };
  /** The browser lets a script in, by a grant or by the toolbar action. */
  isInjectable: boolean;
  /** Messages to tabs, in order. */
  told: { type: string; tabId: number; options: unknown; data: unknown }[];
}

export function fakeTabs(world: Tabs, tabId: number): void {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async (id: number) => {
    if (id !== tabId) throw new Error(`No tab with id: ${id}.`);
    return { id, url: world.tab.url };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [
    { id: tabId, url: world.isInjectable ? world.tab.url : undefined },
    { id: 8 },
    {},
  ]) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (
    id: number,
    { type, data }: { type: Asked; data: unknown },
    options: unknown,
  ) => {
    world.told.push({ type, tabId: id, options, data });
    if (id !== tabId || !(type in world.tab.answers)) throw new Error('Receiving end does not exist.');
    const answer = world.tab.answers[type];
    return typeof answer === 'function' ? answer(data) : structuredClone(answer);
  }) as never);
}
