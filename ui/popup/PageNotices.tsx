/** What is to be said about the page beside its form, or instead of one. */
import type { NoticeId } from '@/recipes/schema';
import { Notice } from '../components/Notice';
import { noticeWords } from '../words/notice-words';
import styles from './Card.module.css';

export function PageNotices({ ids }: { ids: readonly NoticeId[] }) {
  return (
    <>
      {ids.map((id) => (
        <PageNotice key={id} id={id} />
      ))}
    </>
  );
}

function PageNotice({ id }: { id: NoticeId }) {
  const { rank, title, text, causes } = noticeWords(id);
  return (
    <Notice level={rank} title={title} name={id}>
      <p>{text}</p>
      {causes.length > 0 && (
        <ul class={styles.causes}>
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
