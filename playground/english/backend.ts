/** Texts of the choice of a backend. In English. */
export const backend = {
  /** On the sign in the header. */
  simulated: 'Simulated backend',
  own: (name: string) => `Your app: ${name}`,
  choose: 'Choose the backend',
  help: 'What programs register with when you press Run.',
  simulatedChoice: 'Simulated backend, in this page',
  simulatedHelp: 'No account and no network: the service, its registrations and its phones are all in this page.',
  ownChoice: 'My Backendless app',
  ownHelp:
    'Runs send real requests to your app. The devices stay simulated: their tokens are not real, so no push arrives.',
  address: 'How it is reached',
  byKeys: 'Application ID and API key',
  byDomain: 'Domain',
  appId: 'Application ID',
  apiKey: 'JS API key',
  server: 'Server',
  regions: { us: 'North America', eu: 'Europe', sa: 'South America', other: 'Another server' },
  serverUrl: 'Address of the server',
  domain: 'Domain of the app',
  kept: 'Kept until you close this tab, and nowhere else: not in a program, a link or an export.',
  reachable:
    'This page may reach hosts below backendless.com and backendless.app, the host that it comes from, and this machine. Other domains need a page that is served to reach them.',
  unreachable: 'This page is not allowed to reach that address.',
  missing: 'Fill this in.',
  apply: 'Apply',
  /** What to do when a run with an own app has failed, by what came from its host. */
  ownNoAnswer: (host: string) =>
    `No answer came from ${host}. Check your network and the address of your app. Your program is as it was.`,
  ownUnknown:
    'Your app is not known by this application ID and API key. Check both, and the server, where you chose the backend.',
  ownStrange: (host: string) =>
    `${host} answered, but not as Backendless does. Check the address of your app. A network that wants you to log in first answers like this, too.`,
  /** In the panel of devices, while an own app is in use. */
  registrationsElsewhere: 'The registrations of your app are in its Backendless console. What is here is simulated.',
  publishElsewhere: 'Messages to your app are published from its Backendless console, or by a program.',
};
