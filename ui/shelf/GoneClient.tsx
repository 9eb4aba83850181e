/** Says that authentik no longer had this profile's client when it was last read; nothing otherwise. */

import { Notice } from '../components/Notice';
import type { Desk } from '../desk';
import { i18n } from '../i18n';

export function GoneClient({ desk, profileId }: { desk: Desk; profileId: string }) {
  if (!desk.shelf.value?.gone.includes(profileId)) return null;
  return (
    <Notice level="warning" name="gone-client" title={i18n.t('authentikImport.goneMark')}>
      <p>{i18n.t('authentikImport.goneDetail')}</p>
    </Notice>
  );
}
