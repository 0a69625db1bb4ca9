/**
 * English: every word of the block pack.
 *
 * `%1`, `%2` … stand for the inputs and fields of a block, in the order of its definition; a
 * translation may move them. Words for which the documents of Backendless have a name use it.
 */
export const en = {
  // Categories of the toolbox.
  CPB_CATEGORY_SEARCH: 'Search',
  CPB_CATEGORY_MOST_USED: 'Most used',
  CPB_CATEGORY_DEVICE: 'Device',
  CPB_CATEGORY_REGISTRATION: 'Registration',
  CPB_CATEGORY_PUSH: 'Push',
  CPB_CATEGORY_ERRORS: 'Errors',
  CPB_CATEGORY_DATE: 'Date',
  CPB_CATEGORY_OBJECT: 'Object',
  CPB_CATEGORY_CONSOLE: 'Console',
  CPB_CATEGORY_LOGIC: 'Logic',
  CPB_CATEGORY_LOOPS: 'Loops',
  CPB_CATEGORY_MATH: 'Math',
  CPB_CATEGORY_TEXT: 'Text',
  CPB_CATEGORY_LISTS: 'Lists',
  CPB_CATEGORY_VARIABLES: 'Variables',
  CPB_CATEGORY_FUNCTIONS: 'Functions',

  // Search in the toolbox.
  CPB_SEARCH_PLACEHOLDER: 'Search blocks',
  CPB_SEARCH_HINT: 'Type to search the blocks',
  CPB_SEARCH_NOTHING: 'No block found for “%1”',
  CPB_SEARCH_FOUND: '%1 blocks found',

  // Texts that the blocks of the toolbox come with.
  CPB_SAMPLE_CHANNELS: 'ads\ndiscount',
  CPB_SAMPLE_CHANNEL: 'ads',
  CPB_SAMPLE_MESSAGE: 'Hello!',
  CPB_SAMPLE_ERROR: 'Something went wrong',
  CPB_SAMPLE_TEXT: 'abc',
  CPB_SAMPLE_LETTER: 'a',
  CPB_SAMPLE_PATH: 'name',
  CPB_SAMPLE_LIST: 'list',

  // Screen reader: how a block that talks to Backendless is called.
  CPB_ARIA_API_CALL: 'API call',

  // Device
  CPB_DEVICE_HELPURL: 'https://backendless.com/docs/js/push_device_registration.html',
  CPB_DEVICE_REGISTER_TITLE: 'Register Device',
  CPB_DEVICE_REGISTER_TOKEN: 'device token',
  CPB_DEVICE_REGISTER_CHANNELS: 'channel name',
  CPB_DEVICE_REGISTER_EXPIRATION: 'expiration',
  CPB_DEVICE_REGISTER_RETURN_RESULT: 'return result',
  CPB_DEVICE_REGISTER_TOOLTIP:
    'Registers the device for push notifications of the given channels. Without a device token it is the token of this device; without a channel name it is the default channel; without an expiration the registration never expires. With "return result" the block is an object whose registrationId maps each channel name to the registration ID.',
  CPB_CHANNEL_LIST_ARIA: 'channel names, one a line',
  CPB_CHANNEL_LIST_EMPTY: 'default channel',
  CPB_CHANNEL_LIST_TOOLTIP:
    'Channel names, one a line. Empty: the default channel. Ctrl+Enter (⌘ Enter) closes the editor.',
  CPB_CHANNEL_LIST_DUPLICATE: 'The channel “%1” is in the list more than once.',
  CPB_CHANNEL_LIST_AMBIGUOUS:
    'The channel name “%1” holds “,” or “::”. The answer of the service separates its parts with these, so the registration ID could not be told from the name.',
  CPB_DEVICE_TOKEN_TITLE: 'device token',
  CPB_DEVICE_TOKEN_TOOLTIP:
    'The token that this device got from APNS or FCM. It is passed to the program when it runs.',
  CPB_DEVICE_INIT_APP_TITLE: 'initialize app  application ID %1 API key %2',
  CPB_DEVICE_INIT_APP_ID: 'application ID',
  CPB_DEVICE_INIT_APP_KEY: 'API key',
  CPB_DEVICE_INIT_APP_TOOLTIP:
    'Chooses the Backendless app that all further calls go to. Not needed where the host has chosen one already.',
  CPB_DEVICE_SETUP_TITLE: 'set up device  uuid %1 platform %2 version %3',
  CPB_DEVICE_SETUP_UUID: 'uuid',
  CPB_DEVICE_SETUP_PLATFORM: 'platform',
  CPB_DEVICE_SETUP_VERSION: 'version',
  CPB_DEVICE_SETUP_TOOLTIP:
    'Says which device this is: its unique ID, its operating system and the version of that. Not needed where the host has said so already.',
  CPB_DEVICE_PLATFORM_ANDROID: 'Android',
  CPB_DEVICE_PLATFORM_IOS: 'iOS',
  CPB_DEVICE_GET_REGISTRATION_TITLE: 'get device registration',
  CPB_DEVICE_GET_REGISTRATION_TOOLTIP:
    'What the service knows of this device: an object with deviceToken, deviceId, os, osVersion, channels and, if there is one, expiration.',
  CPB_DEVICE_CANCEL_REGISTRATION_TITLE: 'cancel device registration',
  CPB_DEVICE_CANCEL_REGISTRATION_TOOLTIP:
    'Removes the registration of this device from all channels. It gets no more push notifications.',

  // Registration
  CPB_REGISTRATION_RESULT: 'result of Register Device',
  CPB_REGISTRATION_CHANNEL: 'channel name',
  CPB_REGISTRATION_ID_TITLE: 'registration ID of %1 in %2',
  CPB_REGISTRATION_ID_TOOLTIP:
    'The registration ID that the device has for a channel, from the result of Register Device.',
  CPB_REGISTRATION_CHANNELS_TITLE: 'channels in %1',
  CPB_REGISTRATION_CHANNELS_TOOLTIP: 'The names of all channels in the result of Register Device, as a list.',
  CPB_REGISTRATION_FOR_EACH_TITLE: 'for each channel %1 and ID %2 in %3',
  CPB_REGISTRATION_FOR_EACH_DO: 'do %1',
  CPB_REGISTRATION_FOR_EACH_DO_ARIA: 'for each channel',
  CPB_REGISTRATION_FOR_EACH_CHANNEL: 'channel',
  CPB_REGISTRATION_FOR_EACH_CHANNEL_ARIA: 'variable for the channel name',
  CPB_REGISTRATION_FOR_EACH_ID: 'id',
  CPB_REGISTRATION_FOR_EACH_ID_ARIA: 'variable for the registration ID',
  CPB_REGISTRATION_FOR_EACH_TOOLTIP:
    'Goes through the result of Register Device: sets one variable to the channel name and the other to its registration ID, then runs the blocks inside.',

  // Push
  CPB_PUSH_HELPURL: 'https://backendless.com/docs/js/push_push_with_api.html',
  CPB_PUSH_MESSAGE: 'message',
  CPB_PUSH_CHANNEL: 'channel name',
  CPB_PUSH_HEADERS: 'headers',
  CPB_PUSH_DEVICES: 'devices',
  CPB_PUSH_PUBLISH_TITLE: 'publish %1 to channel %2 headers %3',
  CPB_PUSH_PUBLISH_TOOLTIP:
    'Sends a message to every device that is registered with the channel. Headers are optional: an object of texts that goes along with the message.',
  CPB_PUSH_PUBLISH_TO_DEVICES_TITLE: 'publish %1 to channel %2 for devices %3 headers %4',
  CPB_PUSH_PUBLISH_TO_DEVICES_TOOLTIP:
    'Sends a message to the given devices of the channel only: a list of device IDs. Headers are optional.',

  // Errors
  CPB_ERRORS_HELPURL: 'https://backendless.com/docs/js/push_device_registration.html',
  CPB_ERRORS_ERROR: 'error',
  CPB_ERRORS_TRY_HELPURL: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/try...catch',
  CPB_ERRORS_TRY_TRY: 'try %1',
  CPB_ERRORS_TRY_TRY_ARIA: 'try',
  CPB_ERRORS_TRY_CATCH: 'catch %1 %2',
  CPB_ERRORS_TRY_CATCH_ARIA: 'catch',
  CPB_ERRORS_TRY_FINALLY: 'finally %1',
  CPB_ERRORS_TRY_FINALLY_ARIA: 'finally',
  CPB_ERRORS_TRY_VARIABLE: 'error',
  CPB_ERRORS_TRY_VARIABLE_ARIA: 'variable for the error',
  CPB_ERRORS_TRY_TOOLTIP:
    'Runs the blocks of "try". When one of them fails, the error goes into the variable and the blocks of "catch" run. The blocks of "finally" run in any case.',
  CPB_ERRORS_CODE_TITLE: 'code of %1',
  CPB_ERRORS_CODE_TOOLTIP:
    'The number by which Backendless names the kind of an error; nothing for an error of another kind.',
  CPB_ERRORS_MESSAGE_TITLE: 'message of %1',
  CPB_ERRORS_MESSAGE_TOOLTIP: 'What an error says, as text.',
  CPB_ERRORS_IS_TITLE: '%1 is %2',
  CPB_ERRORS_IS_CODE_ARIA: 'error code',
  CPB_ERRORS_IS_TOOLTIP: 'Whether an error is of this kind.',
  CPB_ERRORS_5004: 'invalid expiration (5004)',
  CPB_ERRORS_8000: 'length limit exceeded (8000)',
  CPB_ERRORS_5000: 'unknown device, when retrieving (5000)',
  CPB_ERRORS_5001: 'unknown device, when cancelling (5001)',
  CPB_ERRORS_5002: 'unknown channel (5002)',
  CPB_ERRORS_2002: 'unknown app or API key (2002)',
  CPB_ERRORS_5007: 'no permission to publish (5007)',
  CPB_ERRORS_5010: 'channel not found (5010)',
  CPB_ERRORS_5044: 'invalid character in channel name (5044)',
  CPB_ERRORS_THROW_TITLE: 'throw error %1',
  CPB_ERRORS_THROW_MESSAGE: 'message',
  CPB_ERRORS_THROW_TOOLTIP:
    'Stops here with an error. A "try" around it catches the error; without one the program ends.',

  // Date
  CPB_DATE_HELPURL: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Date',
  CPB_DATE_DATE: 'date',
  CPB_DATE_AMOUNT: 'amount',
  CPB_DATE_UNIT: 'unit of time',
  CPB_DATE_UNIT_SECONDS: 'seconds',
  CPB_DATE_UNIT_MINUTES: 'minutes',
  CPB_DATE_UNIT_HOURS: 'hours',
  CPB_DATE_UNIT_DAYS: 'days',
  CPB_DATE_UNIT_WEEKS: 'weeks',
  CPB_DATE_NOW_TITLE: 'now',
  CPB_DATE_NOW_TOOLTIP: 'The current date and time.',
  CPB_DATE_LITERAL_TITLE: 'date %1',
  CPB_DATE_LITERAL_ARIA: 'date and time',
  CPB_DATE_LITERAL_TOOLTIP: 'A date and time, read in the time zone of the device that runs the program.',
  CPB_DATE_FROM_NOW_TITLE: '%1 %2 from now',
  CPB_DATE_FROM_NOW_TOOLTIP: 'The date and time that is so far from now; a negative number is in the past.',
  CPB_DATE_ADD_TITLE: '%1 plus %2 %3',
  CPB_DATE_ADD_TOOLTIP: 'A date and time moved by so much; a negative number moves it back.',
  CPB_DATE_COMPARE_TITLE: '%1 is %2 %3',
  CPB_DATE_COMPARE_A: 'first date',
  CPB_DATE_COMPARE_B: 'second date',
  CPB_DATE_COMPARE_OP: 'comparison of dates',
  CPB_DATE_COMPARE_BEFORE: 'before',
  CPB_DATE_COMPARE_AFTER: 'after',
  CPB_DATE_COMPARE_SAME: 'the same as',
  CPB_DATE_COMPARE_TOOLTIP: 'Whether one date and time is before, after or the same as the other.',
  CPB_DATE_PART_TITLE: '%1 of %2',
  CPB_DATE_PART_PART: 'part of a date',
  CPB_DATE_PART_YEAR: 'year',
  CPB_DATE_PART_MONTH: 'month',
  CPB_DATE_PART_DAY: 'day of the month',
  CPB_DATE_PART_WEEKDAY: 'day of the week',
  CPB_DATE_PART_HOUR: 'hour',
  CPB_DATE_PART_MINUTE: 'minute',
  CPB_DATE_PART_SECOND: 'second',
  CPB_DATE_PART_TIMESTAMP: 'timestamp',
  CPB_DATE_PART_TOOLTIP:
    'One part of a date and time, as a number. Months count from 1, days of the week from 0 for Sunday; the timestamp is in milliseconds since 1970.',
  CPB_DATE_FORMAT_TITLE: '%1 as text %2',
  CPB_DATE_FORMAT_FORMAT: 'format',
  CPB_DATE_FORMAT_ISO: 'ISO 8601',
  CPB_DATE_FORMAT_DATE: 'date only',
  CPB_DATE_FORMAT_TIME: 'time only',
  CPB_DATE_FORMAT_DATETIME: 'date and time',
  CPB_DATE_FORMAT_TOOLTIP: 'A date and time as text: in the standard form for machines, or as people here write it.',

  // Object
  CPB_OBJECT_HELPURL: 'https://developer.mozilla.org/docs/Web/JavaScript/Guide/Working_with_objects',
  CPB_OBJECT_OBJECT: 'object',
  CPB_OBJECT_PATH: 'property',
  CPB_OBJECT_VALUE: 'value',
  CPB_OBJECT_CREATE_TITLE: 'create object with',
  CPB_OBJECT_CREATE_TOOLTIP: 'An object with these properties. The gear adds, removes and moves properties.',
  CPB_OBJECT_CREATE_KEY_ARIA: 'property name',
  CPB_OBJECT_CREATE_DEFAULT_KEY: 'name',
  CPB_OBJECT_CREATE_CONTAINER: 'object %1 %2',
  CPB_OBJECT_CREATE_CONTAINER_TOOLTIP: 'Add, remove or move properties.',
  CPB_OBJECT_CREATE_PROPERTY: 'property',
  CPB_OBJECT_CREATE_PROPERTY_TOOLTIP: 'Adds a property to the object.',
  CPB_OBJECT_GET_TITLE: 'get %1 of %2',
  CPB_OBJECT_GET_TOOLTIP: 'A property of an object. Dots lead into objects inside: address.city.',
  CPB_OBJECT_SET_TITLE: 'in %1 set %2 to %3',
  CPB_OBJECT_SET_TOOLTIP: 'Sets a property of an object. Dots lead into objects inside: address.city.',
  CPB_OBJECT_HAS_TITLE: '%1 has %2',
  CPB_OBJECT_HAS_TOOLTIP: 'Whether an object has a property. Dots lead into objects inside: address.city.',
  CPB_OBJECT_KEYS_TITLE: 'property names of %1',
  CPB_OBJECT_KEYS_TOOLTIP: 'The names of all properties of an object, as a list.',
  CPB_OBJECT_VALUES_TITLE: 'values of %1',
  CPB_OBJECT_VALUES_TOOLTIP: 'The values of all properties of an object, as a list.',
  CPB_OBJECT_REMOVE_TITLE: 'from %1 remove %2',
  CPB_OBJECT_REMOVE_TOOLTIP: 'Removes a property from an object. Dots lead into objects inside: address.city.',

  // Console
  CPB_CONSOLE_HELPURL: 'https://developer.mozilla.org/docs/Web/API/console',
  CPB_CONSOLE_PRINT_TITLE: '%1 %2',
  CPB_CONSOLE_LEVEL: 'console level',
  CPB_CONSOLE_LOG: 'print',
  CPB_CONSOLE_WARN: 'warn',
  CPB_CONSOLE_ERROR: 'error',
  CPB_CONSOLE_VALUE: 'value to show',
  CPB_CONSOLE_PRINT_TOOLTIP: 'Shows a value in the console: as a message, a warning or an error.',
} as const;

/** The name of one text of the pack. */
export type MessageKey = keyof typeof en;

/** All texts of the pack in one language. */
export type Messages = Readonly<Record<MessageKey, string>>;
