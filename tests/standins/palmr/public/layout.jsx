/** What every view has around it: the loading screen, the bar with the avatar's menu, the footer. */
import { useState } from 'react';
import { options, release, words } from './page.js';
import { go } from './router.js';

export function LoadingScreen() {
  return (
    <div className="fixed inset-0 flex items-center justify-center">
      <p className="text-2xl">{words.loadingPage}</p>
    </div>
  );
}

function Link({ href, onFollow, children, ...rest }) {
  const follow = (event) => {
    event.preventDefault();
    onFollow?.();
    go(href);
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

function AvatarMenu({ user }) {
  const [isOpen, setOpen] = useState(false);
  const item = { role: 'menuitem', 'data-slot': 'dropdown-menu-item', onFollow: () => setOpen(false) };
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-slot="dropdown-menu-trigger"
        className="rounded-full"
        onClick={() => setOpen(!isOpen)}
      >
        <span data-slot="avatar">{user.username.slice(0, 1)}</span>
      </button>
      {isOpen && (
        <div role="menu" data-slot="dropdown-menu-content">
          <Link href="/profile" {...item}>
            {words.profile}
          </Link>
          {user.isAdmin && (
            <Link href="/settings" {...item}>
              {words.settings}
            </Link>
          )}
        </div>
      )}
    </>
  );
}

export function Layout({ user, children }) {
  return (
    <div className="w-full h-screen flex flex-col">
      <header className="sticky top-0 w-full border-b">
        <Link href="/dashboard" className="flex items-center gap-2">
          <p className="font-bold text-2xl">Palmr. </p>
        </Link>
        <AvatarMenu user={user} />
      </header>
      <div className="flex-1 max-w-7xl mx-auto w-full px-6 py-8">{children}</div>
      <Footer />
    </div>
  );
}

export function Footer() {
  return (
    <footer className="w-full flex items-center justify-center py-3 h-16">
      <div className="flex flex-col items-center">
        <a target="_blank" rel="noreferrer" href="https://kyantech.com.br" className="flex items-center gap-1">
          <p className="text-xs">Kyantech Solutions</p>
        </a>
        <span className="text-[11px] mt-1" data-version={options.version}>
          v{release}
        </span>
      </div>
    </footer>
  );
}
