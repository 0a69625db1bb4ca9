/** The example of the documents: register with the *ads* and *discount* channels, and print the result. */
import type { ProgramState } from '../src/editor/index.ts';

export const exampleProgram: ProgramState = {
  version: 1,
  variables: [{ id: 'registration', name: 'registration' }],
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'variables_set',
        id: 'keep-registration',
        x: 40,
        y: 48,
        fields: { VAR: { id: 'registration' } },
        inputs: {
          VALUE: {
            block: {
              type: 'device_register',
              id: 'register-device',
              extraState: { returnResult: true },
              fields: { RETURN_RESULT: true },
              inputs: {
                DEVICE_TOKEN: { block: { type: 'device_token', id: 'device-token' } },
                CHANNELS: {
                  shadow: { type: 'device_channel_list', id: 'channel-names', fields: { NAMES: 'ads\ndiscount' } },
                },
              },
            },
          },
        },
        next: {
          block: {
            type: 'console_print',
            id: 'print-map',
            fields: { LEVEL: 'LOG' },
            inputs: {
              VALUE: {
                block: {
                  type: 'object_get',
                  id: 'get-map',
                  inputs: {
                    PATH: { shadow: { type: 'text', id: 'get-path', fields: { TEXT: 'registrationId' } } },
                    OBJECT: {
                      block: {
                        type: 'variables_get',
                        id: 'get-registration',
                        fields: { VAR: { id: 'registration' } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};
