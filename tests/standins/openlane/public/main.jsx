/** The console: its frame, and the page that belongs to the path. */
import { createRoot } from 'react-dom/client';
import { DefinitionPage } from './definition-page.jsx';
import { ListPage } from './list-page.jsx';
import { home } from './page.js';
import { Link, Router } from './router.jsx';
import { Toasts } from './toasts.jsx';

function Console() {
  return (
    <Toasts>
      <Router>
        {(path) => (
          <>
            <header>
              <strong>Stand-in for Openlane (not Openlane)</strong>
              <nav>
                <Link to="/dashboard">Dashboard</Link> <Link to={home}>Integrations</Link>
              </nav>
            </header>
            <main>{view(path)}</main>
          </>
        )}
      </Router>
    </Toasts>
  );
}

function view(path) {
  if (path === home) return <ListPage />;
  if (!path.startsWith(`${home}/`)) return <h2>Dashboard</h2>;
  const definitionId = path.slice(home.length + 1);
  return <DefinitionPage key={definitionId} definitionId={definitionId} />;
}

createRoot(document.body.firstElementChild).render(<Console />);
