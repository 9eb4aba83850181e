/** The control that says how everybody signs in to the app; it lies outside the fields of the form. */
import type { Method } from '@/recipes/schema';
import type { Driver, Target } from './controls/driver';
import { driverFor } from './controls/drivers';
import type { Recognition } from './model';
import { select } from './select';
import { openTab } from './tabs';

export interface LocatedMethod extends Target {
  driver: Driver;
  wanted: Method['wanted'];
}

/** Null when the form has no method, or it cannot be told or set here. */
export function locateMethod(recognition: Recognition | null): LocatedMethod | null {
  const method = recognition?.form.method;
  if (!method) return null;
  const elements = select(recognition.block.ownerDocument.documentElement, method.find);
  const [element] = elements;
  const driver = driverFor(method.control);
  if (!element || elements.length > 1 || driver.state(element) === 'unfit') return null;
  return { element, recognition, driver, wanted: method.wanted };
}

/** Whether the app signs in the way the form is for. */
export function holdsWanted(recognition: Recognition | null): boolean {
  const method = locateMethod(recognition);
  return method?.driver.holds(method.element, method.wanted.value) === true;
}

/** Shows the control, which may lie behind another tab than the fields, and sets it; false when it did not take. */
export async function writeMethod(
  find: () => Recognition | null,
  value: string,
  signal: AbortSignal,
): Promise<boolean> {
  const resolve = (): LocatedMethod | null => locateMethod(find());
  for (const step of find()?.form.steps ?? []) {
    if (step.do === 'open-tab') await openTab(step, find, (now) => locateMethod(now)?.element, signal);
  }
  return resolve()?.driver.write({ resolve, value, signal }) ?? false;
}
