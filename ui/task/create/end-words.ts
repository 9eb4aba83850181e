/** Every way the making of a client can end, as sentences: what is there, why, and what to do next. */

import type { ApiFailure } from '@/authentik/model';
import type { CreateReport } from '@/messaging/create-protocol';
import { i18n } from '../../i18n';
import { authentikWords } from '../../words/authentik-words';
import { messageWords } from '../../words/message-words';

type End = CreateReport['end'];

export interface EndWords {
  level: 'ok' | 'warning' | 'danger';
  text: string;
  /** authentik's own words, or details, to be shown as text. */
  quotes: string[];
}

export function endWords({ end, client }: CreateReport, baseUrl: string): EndWords {
  const { name = '', slug = '', clientId = '' } = client ?? {};
  switch (end.is) {
    case 'made':
      return end.differs.length === 0
        ? { level: 'ok', text: i18n.t('authentikCreate.made', [name, slug]), quotes: [] }
        : { level: 'warning', text: i18n.t('authentikCreate.madeOtherwise', [name, slug]), quotes: end.differs };
    case 'half':
      return { level: 'danger', text: i18n.t(halves[end.there], [name, slug]), quotes: [] };
    case 'unsure':
      return {
        level: 'danger',
        text: i18n.t('authentikCreate.unsure', [name, slug, clientId]),
        quotes: [causeOf(end.cause, baseUrl)],
      };
    default:
      return { level: 'danger', ...unmade(end, baseUrl) };
  }
}

const halves = {
  application: 'authentikCreate.halfApplication',
  provider: 'authentikCreate.halfProvider',
} as const;

type Unmade = Exclude<End, { is: 'made' | 'half' | 'unsure' }>;

/** Nothing is there. */
function unmade(end: Unmade, baseUrl: string): Omit<EndWords, 'level'> {
  switch (end.is) {
    case 'taken':
      return { text: i18n.t(takens[end.what], [end.free]), quotes: [] };
    case 'not-allowed':
      return { text: i18n.t(rights[end.to]), quotes: end.detail === undefined ? [] : [end.detail] };
    case 'gone':
      return { text: i18n.t('authentikCreate.gone'), quotes: end.what.map((what) => i18n.t(gone[what])) };
    case 'refused':
      return {
        text: i18n.t('authentikCreate.refused'),
        quotes: end.errors.map(({ field, text }) => (field === '' ? text : `${field}: ${text}`)),
      };
    case 'not-applied':
      return { text: i18n.t('authentikCreate.notApplied'), quotes: end.logs };
    case 'nothing':
      return { text: i18n.t('authentikCreate.nothing'), quotes: end.cause ? [causeOf(end.cause, baseUrl)] : [] };
    case 'unsound':
      return { text: i18n.t('authentikCreate.unsound'), quotes: end.messages.map((message) => messageWords(message)) };
    case 'page-changed':
      return { text: i18n.t('authentikCreate.pageChanged'), quotes: [] };
  }
}

const takens = { name: 'authentikCreate.takenName', slug: 'authentikCreate.takenSlug' } as const;

const rights = {
  application: 'authentikCreate.mayNotApplication',
  provider: 'authentikCreate.mayNotProvider',
  unknown: 'authentikCreate.mayNot',
} as const;

const gone = {
  'authorization-flow': 'authentikCreate.authorizationFlow',
  'invalidation-flow': 'authentikCreate.invalidationFlow',
  'signing-key': 'authentikCreate.signingKey',
  scope: 'authentikCreate.scopes',
} as const;

function causeOf(cause: ApiFailure, baseUrl: string): string {
  return authentikWords({ kind: 'authentik', baseUrl, cause }).text;
}
