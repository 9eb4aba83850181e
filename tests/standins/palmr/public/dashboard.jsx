/** The first view after a login; it says who is signed in. */
import { Layout } from './layout.jsx';
import { words } from './page.js';

export function Dashboard({ user }) {
  return (
    <Layout user={user}>
      <main data-signed-in={user.username}>
        <h1 className="text-2xl font-bold">{words.dashboard}</h1>
        <p>{user.username}</p>
      </main>
    </Layout>
  );
}
