/** The words of the page by wording set; sheet personio.md 2 and 7. */

export const fieldOrder = [
  'button_text',
  'issuer',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'scopes',
  'client_id',
  'client_secret',
  'secret_expiry',
  'claim',
] as const;

export type FieldName = (typeof fieldOrder)[number];

export interface Wording {
  lang: string;
  settings: string;
  menu: string;
  methods: string;
  credentials: string;
  google: string;
  configure: string;
  manage: string;
  providerSettings: string;
  callbacks: string;
  configuration: string;
  /** A field without a label is not shown in this set. */
  labels: Partial<Record<FieldName, string>>;
  /** Shown below the control in the variant without association; full of words of other labels. */
  help: Partial<Record<FieldName, string>>;
  /** Beside Userinfo URI, where the set has it. */
  method?: string;
  save: string;
  test: string;
  enable: string;
  enforce: string;
  copy: string;
  search: string;
}

const english = {
  lang: 'en',
  settings: 'Settings',
  menu: 'Security & integrations',
  methods: 'Security & authentication',
  credentials: 'Personio Credentials',
  google: 'Google SSO',
  configure: 'Configure',
  manage: 'Manage',
  providerSettings: 'Provider settings',
  callbacks: 'Callback URLs/Redirect URIs',
  configuration: 'Configuration',
  labels: {
    button_text: 'Button Display Text',
    issuer: 'Issuer',
    authorization: 'Authorization URI',
    token: 'Token URI',
    userinfo: 'Userinfo URI',
    jwks: 'JSON Web Key Set URI',
    scopes: 'Scopes',
    client_id: 'Client ID',
    client_secret: 'Client Secret',
    claim: 'Claim Field',
  },
  help: {
    issuer: 'Compared with the claim of the token.',
    authorization: 'Employees are sent here before a token is issued.',
    token: 'Exchanges the code of the Authorization URI with Client ID and Client Secret.',
    jwks: 'Public keys of the issuer.',
    scopes: 'Separated by commas.',
    claim: 'Claim of the Userinfo URI that holds the e-mail address.',
  },
  save: 'Submit',
  test: 'Test',
  enable: 'Active',
  enforce: 'Make this login mandatory for everybody',
  copy: 'Copy',
  search: 'Search',
} satisfies Wording;

/** A, with the two things the latest guide adds. */
const englishC = {
  ...english,
  labels: { ...english.labels, secret_expiry: 'Secret expiry date' },
  test: 'Perform a configuration test',
} satisfies Wording;

/** Guesses: no German text of the new form was found (sheet personio.md 2, marks L and H mixed). */
const german = {
  lang: 'de',
  settings: 'Einstellungen',
  menu: 'Sicherheit & Integrationen',
  methods: 'Sicherheit & Authentifizierung',
  credentials: 'Personio-Zugangsdaten',
  google: 'Google SSO',
  configure: 'Konfigurieren',
  manage: 'Verwalten',
  providerSettings: 'Provider-Einstellungen',
  callbacks: 'Callback URLs/Redirect URIs',
  configuration: 'Konfiguration',
  labels: {
    button_text: 'Anzeigetext der Schaltfläche',
    issuer: 'Aussteller',
    authorization: 'Autorisierungs-URI',
    token: 'Token-URI',
    userinfo: 'Benutzerinfo-URI',
    jwks: 'JSON Web Key Set URI',
    scopes: 'Scopes',
    client_id: 'Client-ID',
    client_secret: 'Client-Secret',
    secret_expiry: 'Ablaufdatum des Secrets',
    claim: 'Claim-Feld',
  },
  help: {
    issuer: 'Wird mit dem Claim des Tokens verglichen.',
    authorization: 'Hierhin werden Mitarbeitende geleitet, bevor ein Token ausgestellt wird.',
    jwks: 'Öffentliche Schlüssel des Ausstellers.',
    scopes: 'Durch Kommas getrennt.',
  },
  save: 'Speichern',
  test: 'Konfiguration testen',
  enable: 'Aktiv',
  enforce: 'Diese Anmeldung für alle verpflichtend machen',
  copy: 'Kopieren',
  search: 'Suchen',
} satisfies Wording;

/** Translated throughout; our own words, in a language that must lead to a clean refusal. */
const french = {
  lang: 'fr',
  settings: 'Paramètres',
  menu: 'Sécurité et intégrations',
  methods: 'Sécurité et authentification',
  credentials: 'Identifiants Personio',
  google: 'Google SSO',
  configure: 'Configurer',
  manage: 'Gérer',
  providerSettings: 'Paramètres du fournisseur',
  callbacks: 'Rappel URI',
  configuration: 'Réglages',
  labels: {
    button_text: 'Texte du bouton',
    issuer: 'Émetteur',
    authorization: "Adresse d'autorisation",
    token: 'Adresse du jeton',
    userinfo: 'Adresse des données du compte',
    jwks: 'Adresse du jeu de clés',
    scopes: 'Portées',
    client_id: 'Identifiant du client',
    client_secret: 'Code confidentiel du client',
    claim: "Champ d'adresse électronique",
  },
  help: {},
  save: 'Enregistrer',
  test: 'Tester',
  enable: 'Actif',
  enforce: 'Rendre cette connexion obligatoire',
  copy: 'Copier',
  search: 'Rechercher',
} satisfies Wording;

const englishB = {
  ...english,
  configuration: 'Client Configuration',
  labels: { ...english.labels, button_text: 'Login button text', claim: 'Claim field' },
  method: 'Method',
  save: 'Save',
} satisfies Wording;

export const wordings = {
  'english-a': english,
  'english-b': englishB,
  'english-c': englishC,
  german,
  french,
} satisfies Record<string, Wording>;
