/** Puts a text on the clipboard from a person's press, also where the page's policy or http takes the clipboard away. */

/** True when it was copied. `near` is an element of our own, beside which the older way may work for a moment. */
export async function copyText(text: string, near: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, near);
  }
}

function copyBySelection(text: string, near: Element | null): boolean {
  if (!near) return false;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'spoken';
  near.after(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  if (near instanceof HTMLElement) near.focus();
  return copied;
}
