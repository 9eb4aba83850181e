/** The choice of an icon: a button that opens a dialog at the end of the document, with a search box in it. */
import * as Dialog from '@radix-ui/react-dialog';
import { useState } from 'react';
import { Icon } from './icons.jsx';
import { words } from './page.js';
import { Button, Input } from './ui.jsx';

const icons = ['FaShieldAlt', 'FaLock', 'FaKey', 'FcGoogle', 'SiGithub', 'SiAuth0'];

export function IconPicker({ value, onIcon }) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const choose = (icon) => {
    onIcon(icon);
    setOpen(false);
    setSearch('');
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger asChild data-slot="dialog-trigger">
        <Button variant="outline" className="w-full justify-between">
          <span className="text-sm">{value}</span>
          <Icon name="chevron-down" size={16} />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay data-slot="dialog-overlay" />
        <Dialog.Content data-slot="dialog-content" aria-describedby={undefined}>
          <Dialog.Title>{words.icon}</Dialog.Title>
          <Input value={search} onChange={(event) => setSearch(event.target.value)} className="pl-8" />
          {icons
            .filter((icon) => icon.toLowerCase().includes(search.toLowerCase()))
            .map((icon) => (
              <button key={icon} type="button" title={icon} onClick={() => choose(icon)}>
                {icon}
              </button>
            ))}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
