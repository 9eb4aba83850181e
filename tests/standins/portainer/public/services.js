/** The small services of the app: who is signed in, and the toasts after an action. */

const TOAST_TIME = 3000;

function notifications() {
  const container = () => {
    const present = document.getElementById('toast-container');
    if (present) return present;
    const made = document.createElement('div');
    made.id = 'toast-container';
    made.className = 'toast-top-right';
    made.setAttribute('aria-live', 'polite');
    document.body.append(made);
    return made;
  };
  const show = (kind, title, text) => {
    const toast = document.createElement('div');
    toast.className = `toast toast-${kind}`;
    for (const [className, content] of [
      ['toast-title', title],
      ['toast-message', text],
    ]) {
      const part = document.createElement('div');
      part.className = className;
      part.textContent = content;
      toast.append(part);
    }
    container().append(toast);
    setTimeout(() => toast.remove(), TOAST_TIME);
  };
  return {
    success: (title, text) => show('success', title, text),
    error: (title, error, fallback) => show('error', title, error?.data?.message ?? fallback),
  };
}

export function registerServices(app) {
  app.factory('Notifications', notifications);
  app.factory('Session', [
    '$http',
    ($http) => ({
      user: null,
      async load() {
        this.user = await $http.get('api/users/me').then(
          (answer) => answer.data,
          () => null,
        );
        return this.user;
      },
      get isAdministrator() {
        return this.user?.Role === 1;
      },
    }),
  ]);
}
