/** A line of text is found whatever it is put together from; markers can ask that there is none. */
import { beforeEach, describe, expect, it } from 'vitest';
import { linesOf } from '@/engine/lines';
import { hasMarkers } from '@/engine/markers';

const glob = 'OIDC • authentik • *';

function idsOn(html: string): string[] {
  document.body.innerHTML = html;
  return linesOf(document.body, glob).map(({ id }) => id);
}

describe('a line of text', () => {
  it('is the smallest element that says it as a whole, out of several pieces', () => {
    expect(idsOn('<p><b id="x">OIDC •\n authentik<i> • Offizieller Anbieter</i></b></p>')).toEqual(['x']);
  });

  it('counts where it cannot be seen', () => {
    expect(idsOn('<p style="display: none"><b id="x">OIDC • authentik • y</b></p>')).toEqual(['x']);
  });

  it.each([
    ['lacks its second bullet', '<p>OIDC • authentik</p>'],
    ['begins earlier', '<p>My OIDC • authentik • y</p>'],
    ['is longer than a line', `<p>OIDC • authentik • ${'y'.repeat(400)}</p>`],
    ['stands in a script', '<script type="text/plain">OIDC • authentik • y</script>'],
  ])('is not found where it %s', (_reason, html) => {
    expect(idsOn(`<div>${html}</div>`)).toEqual([]);
  });

  it('is found as often as it is said', () => {
    expect(idsOn('<p id="x">OIDC • authentik • y</p><p id="y">OIDC • authentik • z</p>')).toEqual(['x', 'y']);
  });
});

describe('markers with lines that must not be there', () => {
  beforeEach(() => {
    document.body.innerHTML = '<h1>Providers</h1><p>OIDC • google • y</p>';
  });

  it('hold where no line fits', () => {
    expect(hasMarkers(document, { present: ['h1'], absentLines: [glob] })).toBe(true);
  });

  it('do not hold where one does, though it is folded away', () => {
    document.body.insertAdjacentHTML('beforeend', '<p hidden>OIDC • authentik • y</p>');
    expect(hasMarkers(document, { present: ['h1'], absentLines: ['No line', glob] })).toBe(false);
  });
});
