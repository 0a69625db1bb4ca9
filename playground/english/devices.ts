/** Texts of the devices: phones, the form to publish, expiration. In English. */
export const devices = {
  phones: 'Phones',
  phone: (name: string) => `Phone: ${name}`,
  deviceName: 'Name of the device',
  /** The choice under each phone. */
  runsHere: 'Programs run here',
  addDevice: 'Add a device',
  addAndroid: 'Android phone',
  addIos: 'iPhone',
  removeDevice: (name: string) => `Remove ${name}`,
  /** Read aloud. */
  deviceAdded: (name: string) => `${name} is added.`,
  deviceRemoved: (name: string) => `${name} is removed. What it registered stays.`,
  /** The names that new devices get, before a number. */
  newNames: { ANDROID: 'Android phone', IOS: 'iPhone' },
  /** Under a phone that no person added. */
  setUpByProgram: 'Set up by a program',
  registeredWith: (channels: string) => `Registered: ${channels}`,
  notRegistered: 'Not registered',
  notifications: 'Notifications',
  noNotifications: 'No notifications',
  /** On a notification, where the app would be named. */
  app: 'Your app',
  now: 'now',
  badge: (count: string) => `Badge: ${count}`,

  publish: 'Publish a message',
  publishChannel: 'Channel',
  publishTitle: 'Title',
  publishMessage: 'Message',
  publishTo: 'To whom',
  publishAll: 'Every device of the channel',
  publishAndroid: 'Only Android',
  publishIos: 'Only iOS',
  publishChosen: 'Chosen devices',
  publishDevices: 'Devices',
  publishHeaders: 'More headers',
  headerName: 'Header',
  headerValue: 'Value',
  addHeader: 'Add a header',
  removeHeader: 'Remove this header',
  publishNow: 'Publish',
  publishing: 'Publishing …',
  published: (count: number) =>
    count === 0 ? 'Published. No device gets it.' : `Published to ${count} ${count === 1 ? 'device' : 'devices'}.`,
  publishFailed: 'The service cannot be reached.',
  noDeviceChosen: 'Choose at least one device.',

  expired: 'Expired',
  cancelled: 'Cancelled',
  newRow: 'new',
};
