/** The way to authentik's tokens, in a tab of its own that knows nothing of this page. */
import { i18n } from '../i18n';

export function TokensLink({ href }: { href: string | undefined }) {
  if (href === undefined) return null;
  return (
    <a class="link" data-action="open-tokens" href={href} target="_blank" rel="noopener noreferrer">
      {i18n.t('page.openTokens')}
    </a>
  );
}
