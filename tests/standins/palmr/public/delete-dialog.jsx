/** The bin of a provider that was added by hand, and the question before it is gone. */
import * as Dialog from '@radix-ui/react-dialog';
import { Icon } from './icons.jsx';
import { words } from './page.js';
import { Button } from './ui.jsx';

export function DeleteDialog({ displayName, onDelete }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <Button variant="ghost" size="sm" className="text-red-600" title={words.remove}>
          <Icon name="trash" className="h-3 w-3" />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content data-slot="dialog-content" aria-describedby={undefined}>
          <Dialog.Title>{displayName}</Dialog.Title>
          <Dialog.Close asChild>
            <Button variant="outline">{words.cancel}</Button>
          </Dialog.Close>
          <Button onClick={onDelete}>{words.remove}</Button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
