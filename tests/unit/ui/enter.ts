/** Enters text as a paste does, and presses Enter where it says so; for tests where single letters do not matter. */
import userEvent from '@testing-library/user-event';

export async function enter(field: HTMLElement, text: string): Promise<void> {
  const pasted = text.replace(/\{Enter\}$/, '');
  field.focus();
  await userEvent.paste(pasted);
  if (pasted !== text) await userEvent.keyboard('{Enter}');
}
