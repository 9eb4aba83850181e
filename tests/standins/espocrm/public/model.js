/** The attributes of one record: as last synchronised with the server, and as changed since. */

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export class Model {
  #synced;
  #attributes;
  #listeners = [];

  constructor(attributes, { isNew = false } = {}) {
    this.#synced = structuredClone(attributes);
    this.#attributes = structuredClone(attributes);
    this.isNew = isNew;
  }

  get(name) {
    return this.#attributes[name];
  }

  /** Tells the listeners the names whose value is another one now. */
  set(values) {
    const names = Object.keys(values).filter((name) => !same(values[name], this.#attributes[name]));
    Object.assign(this.#attributes, values);
    if (names.length > 0) for (const listener of this.#listeners) listener(names);
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** Only what differs from the server's last word. */
  changes() {
    const changed = Object.entries(this.#attributes).filter(([name, value]) => !same(value, this.#synced[name]));
    return Object.fromEntries(changed);
  }

  sync() {
    this.#synced = structuredClone(this.#attributes);
    this.isNew = false;
  }
}
