/** The sites of a profile that still hold its former secret, each with a link; nothing where there is none. */

import { Notice } from '../components/Notice';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import styles from './NeedsSecret.module.css';
import { sitesToFill } from './needs-secret';
import { SiteLink } from './SiteLink';

export function NeedsSecret({ desk, profileId }: { desk: Desk; profileId: string }) {
  const sites = sitesToFill(desk, profileId);
  if (sites.length === 0) return null;
  return (
    <Notice level="warning" name="needs-secret" title={i18n.t('needsSecret.count', sites.length)}>
      <p>{i18n.t('needsSecret.text')}</p>
      <ul class={styles.sites}>
        {sites.map((binding) => (
          <li key={binding.id}>
            <SiteLink binding={binding} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
