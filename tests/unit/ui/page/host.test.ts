/** The box in the page lets nothing in that a script makes, though what follows from it would look like a person's. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHost } from '@/ui/page/host';

it("A2: keeps a script's click from ticking anything", () => {
  const host = createHost(document);
  document.documentElement.append(host.element);
  onTestFinished(() => host.remove());
  const tick = document.createElement('input');
  tick.type = 'checkbox';
  tick.checked = true;
  const onChange = vi.fn<() => void>();
  for (const type of ['click', 'input', 'change']) tick.addEventListener(type, onChange);
  host.mount.append(tick);
  tick.click();
  expect(tick.checked).toBe(true);
  tick.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  expect(tick.checked).toBe(true);
  expect(onChange).not.toHaveBeenCalled();
});
