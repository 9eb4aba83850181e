/** What a submit of the page's form or of the wizard does with the form's values. */
import { saveConfiguration } from './api.js';
import { payloadOf } from './schema.js';
import { useNotify } from './toasts.jsx';

/** Answers a submit handler; `onConnected` hears the new instance's id after the form was put back. */
export function useConnect({ provider, credential, sections, start, reset, refresh }, onConnected) {
  const notify = useNotify();
  const { displayName } = provider;
  return async (values) => {
    const { missing, ...payload } = payloadOf(sections, values);
    if (missing.length > 0) {
      notify('error', `Missing required fields for ${displayName}`, missing.join(', '));
      return;
    }
    try {
      const answer = await saveConfiguration({
        definitionId: provider.id,
        credentialRef: credential.ref,
        ...trimmed(payload),
      });
      reset(start);
      await refresh();
      onConnected(answer.integrationId);
      notify('success', `${displayName} configured`, 'Integration credentials were saved successfully.');
    } catch (error) {
      notify('error', `Failed to configure ${displayName}`, error.message);
    }
  };
}

/** Only the second module line knows settings of operations. */
function trimmed({ operationConfig, ...payload }) {
  return Object.keys(operationConfig).length > 0 ? { ...payload, operationConfig } : payload;
}
