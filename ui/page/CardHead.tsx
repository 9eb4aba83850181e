/** The head of a card: its title, which takes the focus, and the way out. */
import { i18n } from '../i18n';
import { Icon } from './Icon';

interface Props {
  title: string;
  /** Left out while something is under way that can't be left. */
  onClose?: (() => void) | undefined;
}

export function CardHead({ title, onClose }: Props) {
  return (
    <div class="head">
      <span class="mark">
        <Icon name="mark" />
      </span>
      <h2 tabIndex={-1} data-focus="">
        {title}
      </h2>
      {onClose && (
        <button
          type="button"
          class="bare"
          data-action="close"
          aria-label={i18n.t('page.close')}
          title={i18n.t('page.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
