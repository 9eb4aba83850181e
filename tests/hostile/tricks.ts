/** Attacks on the moment of the press: what moves, comes or goes under the finger, and who has the pointer or the keys. */
import { type Attack, pause, pressAt, spotNow } from './attack.ts';

export const tricks: Attack[] = [
  {
    name: 'cover lifted under the finger',
    act: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100%; height: 100%; background: #fff; pointer-events: none !important';
      document.body.append(cover);
      cover.showPopover();
      const lift = (): void => cover.remove();
      window.addEventListener('pointerdown', lift, { capture: true, once: true });
      undo.push(lift);
    },
    end: { chromium: 'covered', firefox: ['covered', 'too-soon'] },
  },
  {
    name: 'cover lifted under the finger, coming of the pointer kept from us',
    act: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100%; height: 100%; background: #fff; pointer-events: none !important';
      document.body.append(cover);
      cover.showPopover();
      const stop = (event: Event): void => event.stopImmediatePropagation();
      for (const type of ['pointerover', 'pointerenter']) window.addEventListener(type, stop, { capture: true });
      const lift = (): void => cover.remove();
      window.addEventListener('pointerdown', lift, { capture: true, once: true });
      undo.push(lift, () => {
        for (const type of ['pointerover', 'pointerenter']) window.removeEventListener(type, stop, { capture: true });
      });
    },
    end: 'too-soon',
  },
  {
    name: 'box taken away and put back just before the press',
    act: () => {
      const host = [...document.documentElement.children].find((child) => child.matches('div[popover]'));
      if (!(host instanceof HTMLElement)) return;
      host.remove();
      setTimeout(() => {
        document.documentElement.append(host);
        host.showPopover();
      }, 700);
    },
    wait: 750,
    end: 'too-soon',
  },
  {
    name: 'button brought under the resting finger',
    only: 'open',
    act: () => {
      const form = document.querySelector<HTMLElement>('#sso');
      if (!form) return;
      form.style.marginTop = '330px';
      undo.push(() => {
        form.style.marginTop = '';
      });
    },
    wait: 0,
    press: async (page, { x, y }) => {
      await page.mouse.move(x, y + 250);
      await pause(150);
      await page.mouse.down();
      await page.mouse.up();
    },
    end: 'too-soon',
  },
  {
    name: 'press held until the button stands still',
    only: 'open',
    act: () => {
      const form = document.querySelector<HTMLElement>('#sso');
      if (!form) return;
      form.style.marginTop = '330px';
      undo.push(() => {
        form.style.marginTop = '';
      });
    },
    wait: 0,
    press: async (page, { x, y }) => {
      await page.mouse.move(x, y + 250);
      await pause(150);
      await page.mouse.down();
      await pause(800);
      await page.mouse.up();
    },
    end: 'too-soon',
  },
  {
    name: 'form scrolled away just before the press',
    only: 'open',
    act: () => {
      window.scrollTo(0, 600);
      undo.push(() => window.scrollTo(0, 0));
    },
    wait: 0,
    end: 'missed',
  },
  {
    name: 'pointer hidden, and a false one painted',
    act: () => {
      const sheet = document.createElement('style');
      sheet.textContent = '* { cursor: none !important }';
      const pointer = document.createElement('b');
      pointer.textContent = '➤';
      pointer.style.cssText = 'position: fixed; left: 600px; top: 500px; pointer-events: none; z-index: 2147483647';
      document.body.append(sheet, pointer);
      undo.push(() => {
        sheet.remove();
        pointer.remove();
      });
    },
    end: 'cursor',
  },
  {
    name: 'picture of a pointer that points far beside its spot',
    act: () => {
      const sheet = document.createElement('style');
      const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><path d="M0 0h9v9"/></svg>';
      sheet.textContent = `* { cursor: url('data:image/svg+xml,${encodeURIComponent(drawing)}') 60 60, auto !important }`;
      document.head.append(sheet);
      undo.push(() => sheet.remove());
    },
    end: 'cursor',
  },
  {
    name: 'keyboard kept by a frame',
    act: () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<input autofocus>';
      frame.style.cssText = 'position: fixed; left: 0; bottom: 0; width: 90px; height: 40px';
      document.body.append(frame);
      frame.focus();
      const keep = (event: Event): void => event.preventDefault();
      window.addEventListener('mousedown', keep, { capture: true });
      undo.push(() => {
        window.removeEventListener('mousedown', keep, { capture: true });
        frame.remove();
      });
    },
    end: 'not-in-front',
  },
  {
    name: 'whole screen taken by an element that lets presses through',
    act: () => {
      const sheet = document.createElement('style');
      sheet.textContent = '::backdrop { pointer-events: none !important }';
      const taker = document.createElement('div');
      taker.style.cssText = 'background: #fff; pointer-events: none !important';
      document.body.append(sheet, taker);
      const take = (): void => void taker.requestFullscreen();
      window.addEventListener('pointerup', take, { capture: true, once: true });
      undo.push(() => {
        window.removeEventListener('pointerup', take, { capture: true });
        taker.remove();
        sheet.remove();
      });
    },
    press: async (page) => {
      await page.mouse.click(300, 850);
      await page.waitForFunction(() => document.fullscreenElement !== null);
      await pause(600);
      await pressAt(page, await spotNow(page));
    },
    // Both browsers keep presses from everything outside of such an element, whatever its styles say.
    end: 'missed',
  },
];
