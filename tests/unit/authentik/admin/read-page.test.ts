/** Pages of authentik's own, recognised by address, element and the page's own word. */
import { describe, expect, it } from 'vitest';
import { readAdminPage } from '@/authentik/admin/read-page';

const admin = '<ak-interface-admin></ak-interface-admin>';
/** As the page of 2025.10 spells it. */
const says = (base: string): string => `<script>
    window.authentik = {
        locale: "en",
        config: JSON.parse('{\\u0022capabilities\\u0022: []}'),
        api: {
            base: "${base}",
            relBase: "/",
        },
    };
</script>`;

function read(address: string, head: string, body = admin) {
  const document = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return readAdminPage(document, new URL(address));
}

const at = (baseUrl: string, open?: object) => ({ ok: true, value: { baseUrl, ...(open && { open }) } });
const not = (kind: string) => ({ ok: false, failure: { kind } });

describe('a page of authentik', () => {
  it.each([
    ['https://authentik.company/if/admin/', says('https://authentik.company/'), 'https://authentik.company'],
    [
      'https://company.test/sso/if/admin/#/core/providers',
      says('https://company.test/sso/'),
      'https://company.test/sso',
    ],
    ['https://authentik.company/if/user/#/library', says('https://authentik.company/'), 'https://authentik.company'],
    [
      'https://authentik.company:8443/if/admin/',
      says('https://authentik.company:8443/'),
      'https://authentik.company:8443',
    ],
    [
      'https://authentik.company/if/admin/',
      '<script>window.authentik = { locale: "en" };</script>',
      'https://authentik.company',
    ],
    ['https://a.test/if/admin/', '<meta name="ak-base-url" content="https://a.test/">', 'https://a.test'],
  ])('%s is of the base URL it names', (address, head, baseUrl) => {
    expect(read(address, head)).toEqual(at(baseUrl));
  });

  it.each([
    ['#/core/providers/12', { provider: 12 }],
    ['#/core/providers/12;%7B%22page%22%3A%22page-overview%22%7D', { provider: 12 }],
    ['#/core/applications/my-app;%7B%7D', { application: 'my-app' }],
    ['#/core/providers', undefined],
    ['#/core/providers/12/more', undefined],
    ['#/core/providers/not-a-number', undefined],
    ['#/identity/users/12', undefined],
  ])('shows what the hash %s names', (hash, open) => {
    const address = `https://authentik.company/if/admin/${hash}`;
    expect(read(address, says('https://authentik.company/'))).toEqual(at('https://authentik.company', open));
  });

  it.each([
    ['https://evil.test/'],
    ['https://authentik.company/other/'],
    ['http://authentik.company/'],
    ['https://authentik.company:8443/'],
    ['no address'],
    [''],
  ])('that names %s instead of its own address is believed in neither', (base) => {
    const address = 'https://authentik.company/if/admin/';
    expect(read(address, says(base))).toEqual(not('foreign-base'));
    expect(read(address, `<meta name="ak-base-url" content="${base}">`)).toEqual(not('foreign-base'));
  });

  it('is the sign-in while nobody is signed in', () => {
    const address = 'https://authentik.company/if/flow/default-authentication-flow/?next=/if/admin/';
    expect(read(address, '', '<ak-flow-executor></ak-flow-executor>')).toEqual(not('signed-out'));
  });

  it.each([
    ['https://authentik.company/if/admin/', '<main></main>'],
    ['https://authentik.company/if/other/', admin],
    ['https://authentik.company/admin/', admin],
    ['https://authentik.company/?/if/admin/', admin],
  ])('is not %s with %s', (address, body) => {
    expect(read(address, '', body)).toEqual(not('not-authentik'));
  });
});
