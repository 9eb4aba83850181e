/** Both kinds of dialog, modal, at the end of the body: the rest of the page hears no pointer, a press outside closes. */
import * as DialogParts from '@radix-ui/react-dialog';

/** In the middle, with a cross. */
export function Modal({ open, onOpenChange, title, description, children }) {
  return (
    <DialogParts.Root open={open} onOpenChange={onOpenChange}>
      <DialogParts.Portal>
        <DialogParts.Overlay className="overlay" />
        <DialogParts.Content className="modal">
          <div>
            <DialogParts.Title>{title}</DialogParts.Title>
            <DialogParts.Description>{description}</DialogParts.Description>
          </div>
          {children}
          <DialogParts.Close className="close">
            <span className="sr-only">Close</span>
          </DialogParts.Close>
        </DialogParts.Content>
      </DialogParts.Portal>
    </DialogParts.Root>
  );
}

/** At the right edge; clicks inside do not reach the page's handlers through React's tree. */
export function Sheet({ open, onOpenChange, title, description, children }) {
  return (
    <DialogParts.Root data-slot="sheet" open={open} onOpenChange={onOpenChange}>
      <DialogParts.Portal data-slot="sheet-portal">
        <DialogParts.Overlay data-slot="sheet-overlay" className="overlay" />
        <DialogParts.Content data-slot="sheet-content" className="sheet" onClick={(event) => event.stopPropagation()}>
          <div data-slot="sheet-header">
            <DialogParts.Title data-slot="sheet-title">{title}</DialogParts.Title>
            <DialogParts.Description data-slot="sheet-description">{description}</DialogParts.Description>
          </div>
          {children}
        </DialogParts.Content>
      </DialogParts.Portal>
    </DialogParts.Root>
  );
}
