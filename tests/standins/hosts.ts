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

/** Every host can be asked at this port of TLS as well; who answers there names it, as in `palmr.company:8443`. */
export const otherPort = 8443;
