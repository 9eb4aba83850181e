/** The settings view: five cards, all folded; four are forms of another kind, one is the list of providers. */
import { useEffect, useState } from 'react';
import { send } from './api.js';
import { AuthProviders } from './auth-providers.jsx';
import { GroupCard } from './group-card.jsx';
import { Layout, LoadingScreen } from './layout.jsx';
import { words } from './page.js';

export function Settings({ user }) {
  const [groups, setGroups] = useState(null);
  useEffect(() => {
    send('GET', '/api/app/configs').then(({ answer }) => setGroups(answer));
  }, []);
  if (groups === null) return <LoadingScreen />;
  const card = (name) => <GroupCard key={name} name={name} values={groups[name]} />;
  return (
    <Layout user={user}>
      <div className="flex flex-col gap-8">
        <h1 className="text-2xl font-bold">{words.settings}</h1>
        <div className="flex flex-col gap-6">
          {card('general')}
          {card('email')}
          <AuthProviders />
          {card('security')}
          {card('storage')}
        </div>
      </div>
    </Layout>
  );
}
