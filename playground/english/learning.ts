/** What the page says to those who learn: examples, the tour, help on blocks. */

export const englishLearning = {
  learn: 'Learn',
  examples: 'Examples …',
  tour: 'Take the tour',
  blockHelp: 'Help on the block',
  noBlockSelected: 'Select a block first: then F1, or Help in its menu, says what it does.',

  galleryTitle: 'Examples',
  galleryHelp: 'Each opens as a program of your own.',
  galleryOpen: 'Open',
  levels: { first: 'First steps', registrations: 'Registrations', push: 'Push', errors: 'When something fails' },
  /** By the name of its file: what it is called, and what it shows, in three sentences. */
  gallery: {
    hello: {
      title: 'Hello, console',
      text: 'Prints a text, a calculation and the date of today. It needs no device and no service. Press Run, and read what it printed under the code.',
    },
    'register-device': {
      title: 'Register this device',
      text: 'Registers the device for push notifications with one block. Without a channel name, the service takes the default channel. The new registration appears in the list of devices.',
    },
    'two-channels': {
      title: 'Two channels and their IDs',
      text: 'Registers the device with the channels “ads” and “discount”. With return result ticked, the block gives an object. It maps each channel to the registration ID that the device has there.',
    },
    'each-channel': {
      title: 'From channel to channel',
      text: 'Goes through the result of a registration. For each channel, one variable holds its name and another the registration ID. Both are put together into a line of text.',
    },
    'expires-in-a-week': {
      title: 'For a week only',
      text: 'The registration expires seven days from now. At that moment the service removes it, and the device gets no more messages. The list of devices counts the time down.',
    },
    'what-is-known': {
      title: 'What the service knows',
      text: 'Registers the device, then asks the service what it knows of it. The answer is an object with token, system and channels. Its parts are read by their names.',
    },
    'morning-or-evening': {
      title: 'Morning or evening',
      text: 'Looks at the clock and chooses a channel by the hour. A list of channels may be made by any blocks, not only typed. Run it in the evening, and another channel is registered.',
    },
    'a-function': {
      title: 'A function of your own',
      text: 'Puts a registration into a function with the channel as its parameter. The function gives back the registration ID. It is called twice, and the code shows it once.',
    },
    'ask-for-a-channel': {
      title: 'Ask for the channel',
      text: 'Asks the person at the device which channel they want. An empty answer is taken for “news”. The device is registered with what was answered.',
    },
    'publish-and-receive': {
      title: 'Publish and receive',
      text: 'Registers the device with a channel, then sends a message to it. The headers go along and tell Android which title to show. Every device of the channel receives the message.',
    },
    'only-this-device': {
      title: 'Only to this device',
      text: 'Asks for the registration of the device and takes the device ID from it. The message goes to the channel, but only to the devices in the list. All others of the channel get nothing.',
    },
    'move-to-another-channel': {
      title: 'Move to another channel',
      text: 'Cancels the registration of the device, then registers it anew. A canceled device is in no channel any more. So it ends in the new channel alone.',
    },
    'a-date-in-the-past': {
      title: 'A date in the past',
      text: 'A registration that would expire yesterday is refused with error 5004. The try block catches the error and looks at its code. Every other error is thrown again, so that none is lost.',
    },
    'not-registered': {
      title: 'Not registered yet',
      text: 'Cancels, so that the device is surely unknown, and then asks for it. The service answers with error 5000, which is no reason to give up. The program registers the device and goes on.',
    },
    'try-again': {
      title: 'Try again',
      text: 'Tries to register up to three times. After a success it leaves the loop; after a failure it prints what went wrong. Make the service fail for one run, and watch.',
    },
  },
  galleryPicture: (title: string) => `The blocks of “${title}”`,

  help: {
    title: (block: string) => `Help: ${block}`,
    what: 'What it does',
    inputs: 'What goes in',
    result: 'What comes out',
    errors: 'Errors',
    notes: 'Good to know',
    docs: 'In the documents',
    docsNewTab: '(opens another tab)',
    noInputs: 'Nothing.',
    statement: 'Nothing: it is a step of the program.',
    /** Kinds of values, by Blockly's names for them. */
    types: {
      String: 'text',
      Number: 'number',
      Boolean: 'true or false',
      Array: 'list',
      Date: 'date and time',
      Object: 'object',
      Registration: 'result of Register Device',
      any: 'any value',
      blocks: 'blocks that run inside',
    },
    or: ' or ',
    facts: {
      device_register: {
        DEVICE_TOKEN:
          'The token that the device got from APNS (Apple) or FCM (Google). Empty: the token that is passed to the program.',
        CHANNELS:
          'The channels whose messages the device is to get. A channel that does not exist yet is created. Empty: the default channel.',
        EXPIRATION:
          'When the registration ends; it must lie after the current time. The service then removes the registration. Empty: never.',
        result:
          'With return result ticked: an object whose registrationId maps each channel name to the registration ID of the device there. Unticked, the block is a step.',
        note: 'Registering again with other channels adds to the registrations of the device; cancel first to start anew.',
      },
      device_channel_list: {
        result: 'The names, one a line; empty lines and names that are there twice are left out.',
      },
      device_token: {
        result: 'The token of this device, as the host passes it to the program.',
        note: 'Only native code can ask APNS or FCM for a token; JavaScript cannot.',
      },
      device_init_app: {
        APP_ID: 'From the Backendless console, under Manage.',
        API_KEY: 'From the same place. A key is part of the program: share it with care.',
        note: 'Not needed where the host has chosen an app already, as this page has.',
      },
      device_setup: {
        UUID: 'What tells this device from all others. It must not be empty.',
        VERSION: 'Of the operating system. It must not be empty.',
        note: 'Not needed where the host has said which device this is, as this page has.',
      },
      device_get_registration: {
        result: 'An object with deviceToken, deviceId, os, osVersion, channels and, if there is one, expiration.',
      },
      device_cancel_registration: { note: 'It takes the device out of all channels at once.' },
      registration_id: {
        CHANNEL: 'One of the channels that the device was registered with.',
        result: 'The registration ID; nothing, if the device was not registered with that channel.',
      },
      registration_channels: { result: 'The channel names, as a list of texts.' },
      push_publish: {
        MESSAGE: 'What is shown or handed to the app.',
        CHANNEL: 'An existing channel; its name is not empty and has no “/”.',
        HEADERS: 'An object of texts that go along, such as android-content-title. Optional.',
      },
      push_publish_to_devices: {
        MESSAGE: 'What is shown or handed to the app.',
        CHANNEL: 'An existing channel; its name is not empty and has no “/”.',
        DEVICES: 'Device IDs. Only these devices of the channel get the message.',
        HEADERS: 'An object of texts that go along. Optional.',
      },
      errors_code: { result: 'The code of Backendless, a number; nothing for an error that did not come from it.' },
      errors_try: {
        note: 'What fails inside does not end the program. An error that catch does not mend can be thrown again.',
      },
    },
  },

  tourTitle: 'Tour',
  tourStep: (number: number, count: number) => `Step ${number} of ${count}`,
  tourNext: 'Next',
  tourBack: 'Back',
  tourDone: 'Done',
  tourLeave: 'Leave the tour',
  tourSteps: {
    toolbox: {
      title: 'Take blocks from here',
      text: 'Every category holds blocks; drag one out, or press Enter on it. The search at the top finds blocks by their words.',
    },
    blocks: {
      title: 'Put them together here',
      text: 'Blocks snap where they fit. The program runs from top to bottom. The menu of a block has Help, a comment and more.',
    },
    code: {
      title: 'Read what they are',
      text: 'The blocks are this TypeScript, at once. Select a block and its code lights up; click into the code and its block does.',
    },
    run: {
      title: 'Run it',
      text: 'The program runs in a sandbox, against a service that is built in. Nothing leaves this page.',
    },
    console: {
      title: 'See what it says',
      text: 'What the program prints is here, and errors with what to do about them.',
    },
    devices: {
      title: 'See what it did',
      text: 'Every registration is listed here, with its channels and when it expires. You can make the service fail, too.',
    },
    program: {
      title: 'It is saved already',
      text: 'Programs are kept in this browser as you go. Their menu has versions, copies and a link to share.',
    },
    learn: { title: 'Go on from here', text: 'Examples, all keys and this tour are under Learn.' },
  },
};
