/** Hands a text to the browser as a file to save; it never leaves this machine. */

/** How long the browser may take to begin; Firefox asks where to, first. */
const keptFor = 60_000;

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keptFor);
}
