/** Presses begin to count half a second after the last change of what is shown, of its place, or of its being seen. */
import { afterEach, beforeEach, describe, expect, it, type Mock, onTestFinished, vi } from 'vitest';
import type { PageHost } from '@/ui/page/host';
import { createReadiness, type Readiness } from '@/ui/page/readiness';
import { createSight } from '@/ui/page/sight';

vi.mock('@/ui/page/sight', () => ({ createSight: vi.fn<typeof createSight>() }));

let isSeen: boolean;
let sightChanged: () => void;
let resized: () => void;
let onChange: Mock<(ready: boolean) => void>;
let end: AbortController;
let readiness: Readiness;

beforeEach(() => {
  vi.useFakeTimers();
  isSeen = true;
  vi.mocked(createSight).mockImplementation((_host, changed) => {
    sightChanged = changed;
    return { isSeen: () => isSeen };
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn<() => void>();
      disconnect = vi.fn<() => void>();
      constructor(callback: () => void) {
        resized = callback;
      }
    },
  );
  onChange = vi.fn<(ready: boolean) => void>();
  end = new AbortController();
  onTestFinished(() => end.abort());
  readiness = createReadiness({ mount: document.createElement('div') } as unknown as PageHost, onChange, end.signal);
  readiness.restart();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('readiness', () => {
  it('comes after half a second, and not before', () => {
    vi.advanceTimersByTime(499);
    expect(readiness.against()).toBe('too-soon');
    expect(readiness.isReady()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(readiness.against()).toBeNull();
    expect(readiness.isReady()).toBe(true);
    expect(onChange.mock.calls).toEqual([[true]]);
  });

  it.each<[string, () => void]>([
    ['what is shown, or where', () => readiness.restart()],
    ['whether it is in sight', () => sightChanged()],
    ['how large it is, as when it was taken away and put back', () => resized()],
  ])('starts anew with every change of %s', (_name, change) => {
    vi.advanceTimersByTime(500);
    change();
    expect(readiness.against()).toBe('too-soon');
    vi.advanceTimersByTime(400);
    change();
    vi.advanceTimersByTime(499);
    expect(readiness.against()).toBe('too-soon');
    vi.advanceTimersByTime(1);
    expect(readiness.against()).toBeNull();
    expect(onChange.mock.calls).toEqual([[true], [false], [true]]);
  });

  it('does not come while the box is not in sight, and names that', () => {
    isSeen = false;
    vi.advanceTimersByTime(5000);
    expect(readiness.isReady()).toBe(false);
    expect(readiness.against()).toBe('covered');
    isSeen = true;
    sightChanged();
    vi.advanceTimersByTime(500);
    expect(readiness.against()).toBeNull();
  });

  it('is over when something covers the box', () => {
    vi.advanceTimersByTime(500);
    isSeen = false;
    expect(readiness.against()).toBe('covered');
  });

  it('leaves no timer behind', () => {
    end.abort();
    readiness.restart();
    expect(vi.getTimerCount()).toBe(0);
    expect(onChange).not.toHaveBeenCalled();
  });
});
