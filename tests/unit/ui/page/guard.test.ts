import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { guardPresses } from '@/ui/page/guard';

let host: HTMLElement;
let mount: HTMLElement;
let onPress: Mock<() => void>;
let sight: { focus: boolean; visible: boolean; settled: boolean; atPoint: Element; style: Record<string, string> };

function press(guarded: boolean, isTrusted: boolean): number {
  const button = document.createElement('button');
  if (guarded) button.dataset.guarded = '';
  button.addEventListener('click', () => onPress());
  mount.append(button);
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button.dispatchEvent(event);
  return onPress.mock.calls.length;
}

/** happy-dom has no layout: what the browser would say is said here. */
beforeEach(() => {
  onPress = vi.fn<() => void>();
  host = document.createElement('div');
  mount = document.createElement('div');
  host.append(mount);
  document.documentElement.append(host);
  const none = { filter: 'none', transform: 'none', clipPath: 'none', maskImage: 'none' };
  const style = { ...none, opacity: '1', mixBlendMode: 'normal' };
  sight = { focus: true, visible: true, settled: true, atPoint: host, style };
  host.checkVisibility = () => sight.visible;
  document.elementFromPoint = () => sight.atPoint;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => sight.focus);
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(() => Object.assign(mount.style, sight.style));
  guardPresses(mount, host, () => sight.settled);
});

describe('guardPresses', () => {
  it("lets a person's press through", () => {
    expect(press(true, true)).toBe(1);
  });

  it('refuses a press made by a script', () => {
    expect(press(true, false)).toBe(0);
  });

  it.each<[string, () => void]>([
    ['that came too soon', () => (sight.settled = false)],
    ['while the window is not in front', () => (sight.focus = false)],
    ['on a box that is not drawn', () => (sight.visible = false)],
    ['under something else', () => (sight.atPoint = document.documentElement)],
    ['on a transparent box', () => (sight.style.opacity = '0.5')],
    ['on a filtered box', () => (sight.style.filter = 'opacity(0)')],
    ['on a clipped box', () => (sight.style.clipPath = 'inset(50%)')],
  ])('refuses a press %s', (_, make) => {
    make();
    expect(press(true, true)).toBe(0);
  });

  it('leaves controls alone that lead to no values', () => {
    sight.settled = false;
    expect(press(false, true)).toBe(1);
  });
});
