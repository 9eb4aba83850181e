/** A press counts only when it is a person's, on a control in plain sight, before and under the bared page. */
import { beforeEach, describe, expect, it, type Mock, onTestFinished, vi } from 'vitest';
import { fail, ok } from '@/lib/result';
import type { Refusal } from '@/messaging/page-protocol';
import { createGuard, type Guard, type PressPorts } from '@/ui/page/guard';
import { lookAt } from '@/ui/page/plain-sight';

vi.mock('@/ui/page/plain-sight', () => ({ lookAt: vi.fn<typeof lookAt>() }));

let mount: HTMLElement;
let control: HTMLElement;
let guard: Guard;
let act: Mock<() => void>;
let readiness: Mock<() => Refusal | null>;
let ports: { askPress: Mock<PressPorts['askPress']>; failed: Mock<PressPorts['failed']> };
let onRefused: Mock<() => void>;

function dispatch(type: string, pointerType: string, isTrusted = true): void {
  const event = new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerType });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  control.dispatchEvent(event);
}

/** What a mouse does, or only the named parts of it. */
function press(parts = ['pointerover', 'pointerdown', 'click']): void {
  for (const type of parts) dispatch(type, 'mouse');
}

/** Nothing that was begun is under way any more. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
}

beforeEach(() => {
  const host = document.createElement('div');
  mount = document.createElement('div');
  control = document.createElement('button');
  control.dataset.guarded = '';
  host.append(mount);
  mount.append(control);
  document.body.append(host);
  onTestFinished(() => host.remove());
  vi.mocked(lookAt).mockReturnValue(null);
  act = vi.fn<() => void>();
  readiness = vi.fn<() => Refusal | null>(() => null);
  onRefused = vi.fn<() => void>();
  ports = { askPress: vi.fn<PressPorts['askPress']>(async () => ok(null)), failed: vi.fn<PressPorts['failed']>() };
  guard = createGuard({
    host,
    mount,
    placed: () => null,
    readiness: { isReady: () => true, against: readiness, restart: () => undefined },
    ports,
    onRefused,
  });
  control.addEventListener('click', () => guard.admit(act));
});

describe('a press that counts', () => {
  it('acts after a look at the bared page, which is covered again', async () => {
    press();
    expect(act).not.toHaveBeenCalled();
    await settled();
    expect(act).toHaveBeenCalledOnce();
    expect(ports.askPress.mock.calls).toEqual([[{ bare: true }], [{ bare: false }]]);
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('may be made by key, or by a screen reader', async () => {
    dispatch('click', '');
    await settled();
    expect(act).toHaveBeenCalledOnce();
  });

  it('is judged one at a time', async () => {
    press();
    press();
    await settled();
    expect(act).toHaveBeenCalledOnce();
    press();
    await settled();
    expect(act).toHaveBeenCalledTimes(2);
  });
});

describe('A3: a press that does not count', () => {
  async function expectRefused(why: Refusal): Promise<void> {
    await settled();
    expect(act).not.toHaveBeenCalled();
    expect(ports.askPress.mock.lastCall).toEqual([{ bare: false, refused: why }]);
    expect(onRefused).toHaveBeenCalledOnce();
  }

  it('A2, 5 cases: is not even answered when a script makes it', async () => {
    for (const type of ['pointerover', 'pointerdown', 'click']) dispatch(type, 'mouse', false);
    dispatch('click', '', false);
    control.click();
    await settled();
    expect(act).not.toHaveBeenCalled();
    expect(ports.askPress).not.toHaveBeenCalled();
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('came too soon', async () => {
    readiness.mockReturnValue('too-soon');
    press();
    await expectRefused('too-soon');
  });

  it('fell on something that is not in plain sight', async () => {
    vi.mocked(lookAt).mockReturnValue('hidden');
    press();
    await expectRefused('hidden');
  });

  it('was held until the control stood still', async () => {
    readiness.mockReturnValue('too-soon');
    press(['pointerover', 'pointerdown']);
    readiness.mockReturnValue(null);
    press(['click']);
    await expectRefused('too-soon');
  });

  it('was held until a cover was gone', async () => {
    readiness.mockReturnValue('covered');
    press(['pointerover', 'pointerdown']);
    readiness.mockReturnValue(null);
    press(['click']);
    await expectRefused('covered');
  });

  it.each([
    ['the pointer never came', ['pointerdown', 'click']],
    ['its button never went down', ['pointerover', 'click']],
  ])('came although %s', async (_name, parts) => {
    press(parts);
    await expectRefused('too-soon');
  });

  it('A2: began with one made by a script', async () => {
    press(['pointerover']);
    dispatch('pointerdown', 'mouse', false);
    press(['click']);
    await expectRefused('too-soon');
  });

  it('began on another control', async () => {
    const other = control.cloneNode();
    mount.append(other);
    press(['pointerover']);
    const down = new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' });
    Object.defineProperty(down, 'isTrusted', { value: true });
    other.dispatchEvent(down);
    press(['click']);
    await expectRefused('too-soon');
  });

  it('is found covered on the bared page', async () => {
    vi.mocked(lookAt).mockReturnValueOnce(null).mockReturnValueOnce('covered');
    press();
    await expectRefused('covered');
    expect(ports.askPress.mock.calls[0]).toEqual([{ bare: true }]);
  });

  it('is no longer ready when the page is bared', async () => {
    readiness.mockReturnValueOnce(null).mockReturnValueOnce(null).mockReturnValueOnce('too-soon');
    press();
    await expectRefused('too-soon');
  });

  it('does nothing when the background does not help, and says so', async () => {
    ports.askPress.mockResolvedValue(fail('no-answer'));
    press();
    await settled();
    expect(act).not.toHaveBeenCalled();
    expect(ports.failed).toHaveBeenCalledExactlyOnceWith({ kind: 'no-answer' });
    press();
    await settled();
    expect(ports.failed).toHaveBeenCalledTimes(2);
  });

  it('may not act without a press', async () => {
    guard.admit(act);
    press();
    await settled();
    act.mockClear();
    guard.admit(act);
    await settled();
    expect(act).not.toHaveBeenCalled();
  });
});

it('leaves controls alone that lead to no values, and lets them admit nothing', async () => {
  readiness.mockReturnValue('too-soon');
  delete control.dataset.guarded;
  const onClick = vi.fn<() => void>();
  control.addEventListener('click', onClick);
  press();
  await settled();
  expect(onClick).toHaveBeenCalledOnce();
  expect(act).not.toHaveBeenCalled();
  expect(ports.askPress).not.toHaveBeenCalled();
});
