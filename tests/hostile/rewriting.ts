/** What a page can do before anything else runs in it: the functions and getters of its world lie from then on. */

/** `isHonest` is for the tests, which look at the page from inside. */
export const rewriting = `
  globalThis.seen = [];
  const yes = { configurable: true, get: () => true };
  Object.defineProperty(Event.prototype, 'isTrusted', yes);
  const lie = (owner, name, answer) => {
    const old = owner.prototype[name];
    owner.prototype[name] = function (...given) {
      if (!globalThis.isHonest) seen.push(name);
      return answer === undefined || globalThis.isHonest ? old.apply(this, given) : answer(this, given);
    };
  };
  lie(Element, 'attachShadow', () => null);
  lie(Element, 'checkVisibility', () => true);
  lie(Element, 'getBoundingClientRect', () => new DOMRect(40, 40, 160, 32));
  lie(Element, 'matches', () => true);
  lie(Element, 'closest', (element) => element);
  lie(Document, 'hasFocus', () => true);
  lie(Document, 'elementFromPoint', (page) => page.querySelector('[popover]'));
  lie(Document, 'elementsFromPoint', (page) => [page.querySelector('[popover]')]);
  lie(HTMLElement, 'showPopover');
  lie(HTMLElement, 'focus');
  lie(Event, 'stopImmediatePropagation', () => undefined);
  lie(Event, 'preventDefault', () => undefined);
  globalThis.getComputedStyle = () => ({ opacity: '1', filter: 'none' });
  globalThis.IntersectionObserver = class { observe() { seen.push('observe'); } disconnect() {} };
  globalThis.setTimeout = (run) => { seen.push('setTimeout'); run(); return 1; };
  Date.now = () => 1e15;
  performance.now = () => 1e12;
  crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000';
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    seen.push('addEventListener');
    return add.call(this, type, (event) => listener.call?.(this, event), options);
  };
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    configurable: true,
    get() { return 'a lie'; },
    set(value) { seen.push('value ' + value); },
  });
`;
