/** What a notice says: its title, what to do about it, and the likely causes where there are several. */

import type { NoticeId } from '@/recipes/schema';
import { i18n } from '../i18n';

const names = {
  'hidden-provider': 'hiddenProvider',
  'custom-provider': 'customProvider',
  'old-oauth-form': 'oldOauthForm',
  'portal-view': 'portalView',
  'open-definition': 'openDefinition',
  'open-credentials': 'openCredentials',
  'read-only': 'readOnly',
  checking: 'checking',
  healthy: 'healthy',
  'needs-attention': 'needsAttention',
  'health-unknown': 'healthUnknown',
} as const satisfies Record<NoticeId, string>;

const ranks = {
  'hidden-provider': 'info',
  'custom-provider': 'warning',
  'old-oauth-form': 'warning',
  'portal-view': 'info',
  'open-definition': 'info',
  'open-credentials': 'info',
  'read-only': 'warning',
  checking: 'info',
  healthy: 'ok',
  'needs-attention': 'warning',
  'health-unknown': 'info',
} as const satisfies Record<NoticeId, 'info' | 'ok' | 'warning'>;

export interface NoticeWords {
  rank: 'info' | 'ok' | 'warning';
  title: string;
  text: string;
  /** Likely causes, each with what to do about it. */
  causes: string[];
}

export function noticeWords(id: NoticeId): NoticeWords {
  return {
    rank: ranks[id],
    title: i18n.t(`notice.${names[id]}.title`),
    text: i18n.t(`notice.${names[id]}.text`),
    causes: id === 'needs-attention' ? attentionCauses() : [],
  };
}

/** What makes authentik refuse an app that reads its directory (page sheet openlane.md, token facts). */
function attentionCauses(): string[] {
  return [
    i18n.t('notice.needsAttention.token'),
    i18n.t('notice.needsAttention.address'),
    i18n.t('notice.needsAttention.rights'),
  ];
}
