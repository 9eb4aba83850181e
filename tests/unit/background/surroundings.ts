/** What is around the background's tabs: the browser's windows, and the computer with its lock. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export interface Surroundings {
  /** Windows that the background has opened. */
  windows: { id: number; url: string }[];
  /** Another window of the browser is open, too. */
  hasBrowserWindow: boolean;
  /** The computer says that its screen is locked, or that somebody is back. */
  system(state: 'locked' | 'active'): Promise<void>;
}

export function fakeSystem(world: Surroundings): void {
  vi.spyOn(fakeBrowser.idle.onStateChanged, 'addListener').mockImplementation(((
    listener: (state: string) => Promise<void>,
  ) => {
    world.system = listener;
  }) as never);
}

export function fakeWindows(world: Surroundings): void {
  vi.spyOn(fakeBrowser.windows, 'getAll').mockImplementation((async () => [
    ...(world.hasBrowserWindow ? [{ id: 1 }] : []),
    ...world.windows,
  ]) as never);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    const window = { id: 100 + world.windows.length, url };
    world.windows.push(window);
    return window;
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockImplementation((async (id: number) => {
    if (!world.windows.some((window) => window.id === id)) throw new Error(`No window with id: ${id}.`);
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'remove').mockImplementation((async (id: number) => {
    world.windows = world.windows.filter((window) => window.id !== id);
    await fakeBrowser.windows.onRemoved.trigger(id);
  }) as never);
}
