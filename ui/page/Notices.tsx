/** What is to be said about the page; the box is there before its words, so that a reader announces them. */
import type { NoticeId } from '@/recipes/schema';
import { noticeWords } from '../words/notice-words';
import { Icon } from './Icon';

const icons = { info: 'info', ok: 'check', warning: 'alert' } as const;

export function Notices({ ids }: { ids: readonly NoticeId[] }) {
  return (
    <div class="notices" role="status">
      {ids.map((id) => (
        <OneNotice key={id} id={id} />
      ))}
    </div>
  );
}

function OneNotice({ id }: { id: NoticeId }) {
  const { rank, title, text, causes } = noticeWords(id);
  return (
    <div class={`note ${rank === 'warning' ? 'warn' : rank}`} data-notice={id}>
      <Icon name={icons[rank]} />
      <div>
        <b>{title}</b>
        <p>{text}</p>
        {causes.length > 0 && (
          <ul class="hints">
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
