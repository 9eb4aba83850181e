/**
 * Text of every kind for property tests: any characters, and web addresses with all their parts.
 * fast-check's own `webUrl` and `binary` strings first build a table of all of Unicode: a second in every worker.
 */
import fc from 'fast-check';

/** Any code points at all, lone halves of pairs too. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)))
  .map((codes) => String.fromCodePoint(...codes));

const escaped = anyText.map((text) => encodeURIComponent(text.toWellFormed()));
const path = fc.array(fc.oneof(escaped, fc.constantFrom('..', '.', '%2e%2e', '%2F', '%00', "a;b=c,d!$&'()*+:@")));
const authority = fc.webAuthority({ withIPv4: true, withIPv4Extended: true, withIPv6: true, withPort: true });

/** A web address as a browser would take it, with path, query and fragment as they come. */
export const anyUrl: fc.Arbitrary<string> = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    authority,
    path,
    query: fc.option(escaped),
    fragment: fc.option(escaped),
  })
  .map((part) => {
    const query = part.query === null ? '' : `?${part.query}`;
    const fragment = part.fragment === null ? '' : `#${part.fragment}`;
    return `${part.scheme}://${[part.authority, ...part.path].join('/')}${query}${fragment}`;
  });
