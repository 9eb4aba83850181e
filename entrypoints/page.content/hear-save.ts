/** Hears the person press the page's own Save, by the mouse or by Ctrl+Enter; touches nothing. */

export function hearSave(onSave: () => void, isSave: (element: Element) => boolean, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  document.addEventListener(
    'click',
    ({ isTrusted, target }) => {
      if (isTrusted && target instanceof Element && isWithin(target, isSave)) onSave();
    },
    options,
  );
  document.addEventListener(
    'keydown',
    ({ isTrusted, key, ctrlKey, metaKey }) => {
      if (isTrusted && key === 'Enter' && (ctrlKey || metaKey)) onSave();
    },
    options,
  );
}

/** The press lands on the words or the icon inside the button as often as on the button. */
function isWithin(target: Element, isSave: (element: Element) => boolean): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (isSave(element)) return true;
  }
  return false;
}
