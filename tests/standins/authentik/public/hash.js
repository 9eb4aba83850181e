/** The address behind the `#`: which page, then `;` and percent-encoded JSON with what the page remembers about itself. */

export const pathInHash = () => location.hash.slice(1).split(';')[0];

export function rememberedInHash() {
  const [, ...rest] = location.hash.split(';');
  try {
    return JSON.parse(decodeURIComponent(rest.join(';')));
  } catch {
    return {};
  }
}

/** Without a new entry in the history, and without an event. */
export function rememberInHash(values) {
  const json = JSON.stringify({ ...rememberedInHash(), ...values });
  history.replaceState(undefined, '', `#${pathInHash()};${encodeURIComponent(json)}`);
}
