/** Whether the box has been in sight: told by Chromium, looked for where the browser tells nothing. */
import { afterEach, beforeEach, describe, expect, it, type Mock, onTestFinished, vi } from 'vitest';
import type { PageHost } from '@/ui/page/host';
import { createSight } from '@/ui/page/sight';
import { isTopmost } from '@/ui/page/top-layer';

vi.mock('@/ui/page/top-layer', () => ({ isTopmost: vi.fn<typeof isTopmost>() }));

let host: PageHost;
let end: AbortController;
let onChange: Mock<() => void>;

beforeEach(() => {
  vi.useFakeTimers();
  const mount = document.createElement('div');
  host = { mount } as unknown as PageHost;
  end = new AbortController();
  onTestFinished(() => end.abort());
  onChange = vi.fn<() => void>();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('in Chromium', () => {
  type Entry = { isVisible: boolean };
  let tell: (entries: Entry[]) => void;
  let options: object | undefined;
  const observe = vi.fn<(target: Element) => void>();
  const disconnect = vi.fn<() => void>();

  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserverEntry',
      class {
        get isVisible(): boolean {
          return false;
        }
      },
    );
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = observe;
        disconnect = disconnect;
        constructor(callback: (entries: Entry[]) => void, wanted: object) {
          tell = callback;
          options = wanted;
        }
      },
    );
  });

  it('A3: is not in sight before the browser has said so', () => {
    expect(createSight(host, onChange, end.signal).isSeen()).toBe(false);
    expect(options).toMatchObject({ trackVisibility: true, delay: 100 });
    expect(observe).toHaveBeenCalledWith(host.mount);
  });

  it('goes by the last word of the browser', () => {
    const sight = createSight(host, onChange, end.signal);
    tell([{ isVisible: false }, { isVisible: true }]);
    expect(sight.isSeen()).toBe(true);
    tell([{ isVisible: true }, { isVisible: false }]);
    expect(sight.isSeen()).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('costs nothing after the end', () => {
    createSight(host, onChange, end.signal);
    end.abort();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});

describe('in Firefox', () => {
  beforeEach(() => {
    vi.stubGlobal('IntersectionObserverEntry', class {});
    vi.mocked(isTopmost).mockReturnValue(true);
  });

  function hover(type: 'pointerenter' | 'pointerleave', isTrusted = true): void {
    const event = new PointerEvent(type);
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    host.mount.dispatchEvent(event);
  }

  it('looks when it is asked', () => {
    const sight = createSight(host, onChange, end.signal);
    expect(sight.isSeen()).toBe(true);
    vi.mocked(isTopmost).mockReturnValue(false);
    expect(sight.isSeen()).toBe(false);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('looks again and again while the pointer is on the box, and tells what came and went', () => {
    createSight(host, onChange, end.signal);
    hover('pointerenter');
    vi.mocked(isTopmost).mockReturnValue(false);
    vi.advanceTimersByTime(250);
    expect(onChange).toHaveBeenCalledTimes(1);
    vi.mocked(isTopmost).mockReturnValue(true);
    vi.advanceTimersByTime(250);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('rests when the pointer has left, unless something lies above the box', () => {
    createSight(host, onChange, end.signal);
    hover('pointerenter');
    hover('pointerleave');
    vi.mocked(isTopmost).mockClear();
    vi.advanceTimersByTime(5000);
    expect(isTopmost).not.toHaveBeenCalled();
    vi.mocked(isTopmost).mockReturnValue(false);
    hover('pointerenter');
    hover('pointerleave');
    vi.mocked(isTopmost).mockReturnValue(true);
    vi.advanceTimersByTime(250);
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('A2: is not fooled by a pointer that a script makes', () => {
    createSight(host, onChange, end.signal);
    hover('pointerenter', false);
    expect(isTopmost).not.toHaveBeenCalled();
  });

  it('costs nothing after the end', () => {
    createSight(host, onChange, end.signal);
    hover('pointerenter');
    end.abort();
    hover('pointerenter');
    expect(vi.getTimerCount()).toBe(0);
  });
});
