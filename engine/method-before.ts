/** Remembers which sign-in method a page held before Latchkey switched it, until a fill takes it over. */

/** By the control's element: it goes with the page's own view, so nothing is left after a navigation. */
const before = new WeakMap<HTMLElement, string>();

export function rememberMethod(control: HTMLElement, value: string): void {
  before.set(control, value);
}

/** Once only, so that a later fill does not put back what has been saved since. */
export function takeMethod(control: HTMLElement): string | undefined {
  const value = before.get(control);
  before.delete(control);
  return value;
}
