/** What a screen reader hears when the panel changes. */
import { i18n } from '../i18n';
import { noticeWords } from '../words/notice-words';
import { countFields } from './report';
import type { PageState } from './state';
import { troubleWords, waitWords, workWords } from './words';

export function spoken(state: PageState): string {
  if (state.view === 'report') {
    if (state.restore.state === 'done') return i18n.t('page.restored.title');
    const { filled, wanted } = countFields(state.report.fields);
    return i18n.t('page.report.title', [String(filled), String(wanted)]);
  }
  if (state.view !== 'message') return '';
  if (state.kind === 'working') return workWords(state.work);
  if (state.kind === 'notices') return state.notices.map((id) => noticeWords(id).title).join('. ');
  return state.kind === 'waiting' ? waitWords(state.for).title : troubleWords(state.trouble);
}
