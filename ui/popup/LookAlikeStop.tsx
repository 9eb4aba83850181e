/** Stops where authentik knows the client for other hosts: the host of this page must then be typed. */

import { Field } from '../components/Field';
import { Notice } from '../components/Notice';
import { takeFocus } from '../components/take-focus';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './Card.module.css';
import type { CardState, RecognisedCard } from './card-state';

const wrong: ShownMessage[] = [{ level: 'error', code: 'hostNotTyped' }];

interface Props {
  tab: CardState;
  card: RecognisedCard;
  hosts: string[];
  /** An API token, which authentik knows for no site: what speaks is where it is bound. */
  isToken: boolean;
}

export function LookAlikeStop({ tab, card, hosts, isToken }: Props) {
  return (
    <div class={styles.stop} data-stop="look-alike">
      <Notice level="danger" title={i18n.t('card.lookAlikeTitle')} name="look-alike">
        <p>{i18n.t(isToken ? 'card.lookAlikeToken' : 'card.lookAlike', [hosts.join(', '), card.host])}</p>
        <p>{i18n.t('card.lookAlikeAsk', [card.host])}</p>
      </Notice>
      <Field name="typedHost" label={i18n.t('card.typedHost')} messages={tab.isWrongHost.value ? wrong : []}>
        {(attributes) => (
          <input
            {...attributes}
            ref={takeFocus}
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
          />
        )}
      </Field>
    </div>
  );
}
