/** Operates one control by its driver, on a page of a few lines. */
import type { Driver, Target } from '@/engine/controls/driver';
import { driverFor } from '@/engine/controls/drivers';
import type { FieldValue } from '@/engine/model';
import type { Control, Form } from '@/recipes/schema';
import { atOnce, byId, shown, signal } from './acme';

export interface Operated {
  isWritten: boolean;
  driver: Driver;
  /** What the control says of itself afterwards. */
  now: FieldValue | null;
}

/** Writes into the element with the id `x`, found anew each time. */
export async function operate(
  html: string,
  control: Control,
  value: FieldValue,
  { prepare, form }: { prepare?: () => void; form?: Partial<Form> } = {},
): Promise<Operated> {
  const recognition = shown(`<div id="form">${html}</div>`, form);
  prepare?.();
  const driver = driverFor(control);
  const resolve = (): Target | null => {
    const element = document.getElementById('x');
    return element && { element, recognition };
  };
  const isWritten = await atOnce(() => driver.write({ resolve, value, signal }));
  return { isWritten, driver, now: driver.read(byId('x', HTMLElement)) };
}

/** The types of the events an element hears of from now on. */
export function heardBy(element: EventTarget, ...types: string[]): string[] {
  const heard: string[] = [];
  for (const type of types) element.addEventListener(type, () => heard.push(type));
  return heard;
}
