/** The host names of the guides, served on loopback by the stand-ins and by nobody else. */
export const standInHosts = [
  'authentik.company',
  'espocrm.company',
  'portainer.company',
  'acme.app.personio.com',
  'login.personio.com',
  'openlane.company',
  'palmr.company',
] as const;
