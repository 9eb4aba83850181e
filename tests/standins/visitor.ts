/** A browser without a screen, for tests of a login: keeps cookies by host and path and follows redirects. */
import type { Backchannel } from './standin.ts';

interface Visit {
  /** Where the redirects ended. */
  url: URL;
  status: number;
  text: string;
}

interface Cookie {
  host: string;
  path: string;
  name: string;
  value: string;
}

export interface Visitor {
  /** Opens an address as a link does; `stopAt` ends before a request to that host is made, with status 0. */
  open(address: string | URL, stopAt?: string): Promise<Visit>;
}

const mostRedirects = 20;

export function createVisitor(backchannel: Backchannel): Visitor {
  const cookies: Cookie[] = [];
  return {
    open: async (address, stopAt) => {
      let visit = await step(backchannel, cookies, new URL(address), stopAt);
      for (let steps = 1; visit instanceof URL; steps += 1) {
        if (steps > mostRedirects) throw new Error(`${visit.host} redirects without end.`);
        visit = await step(backchannel, cookies, visit, stopAt);
      }
      return visit;
    },
  };
}

/** One request; answers where it was redirected to, or the visit when it was not. */
async function step(backchannel: Backchannel, cookies: Cookie[], url: URL, stopAt?: string): Promise<URL | Visit> {
  if (url.host === stopAt) return { url, status: 0, text: '' };
  const response = await backchannel(url, { headers: { cookie: cookieHeader(cookies, url) } });
  for (const line of response.headers.getSetCookie()) keep(cookies, url, line);
  const location = response.headers.get('location');
  return location === null ? { url, status: response.status, text: await response.text() } : new URL(location, url);
}

function cookieHeader(cookies: Cookie[], url: URL): string {
  const fitting = cookies.filter(({ host, path }) => host === url.host && url.pathname.startsWith(path));
  return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function keep(cookies: Cookie[], url: URL, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const name = pair.slice(0, pair.indexOf('='));
  const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/';
  const older = cookies.findIndex((cookie) => cookie.host === url.host && cookie.path === path && cookie.name === name);
  if (older >= 0) cookies.splice(older, 1);
  const value = pair.slice(name.length + 1);
  if (value !== '') cookies.push({ host: url.host, path, name, value });
}
