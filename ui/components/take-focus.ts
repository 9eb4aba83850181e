/** Gives the first useful control of a screen the focus, unless something has it already; to be used as a `ref`. */
export function takeFocus(control: HTMLElement | null): void {
  if (control && document.activeElement === document.body) control.focus({ preventScroll: true });
}
