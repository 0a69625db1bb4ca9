/** The environment variables that a project reads. */
import type { Needs } from './needs.ts';

/** One variable. */
export interface Variable {
  name: string;
  /** What it is, in a sentence without its subject. */
  meaning: string;
  /** What is right for most; empty where only the person knows. */
  example: string;
  /** The project does not start without it. */
  required: boolean;
}

/** Those that a program with these needs reads, in the order in which they matter. */
export function variablesFor(needs: Needs): Variable[] {
  const required = true;
  const variables: (Variable | false)[] = [
    needs.app && {
      name: 'BACKENDLESS_APP_ID',
      meaning: 'Application ID of your Backendless app',
      example: '',
      required,
    },
    needs.app && { name: 'BACKENDLESS_API_KEY', meaning: 'An API key of that app', example: '', required },
    needs.backendless && {
      name: 'BACKENDLESS_SERVER_URL',
      meaning: 'Server to use in place of the one in the cloud, such as an emulator',
      example: '',
      required: false,
    },
    needs.device && {
      name: 'DEVICE_ID',
      meaning: 'Identifies the device, such as a UUID',
      example: 'my-device',
      required,
    },
    needs.device && { name: 'DEVICE_PLATFORM', meaning: 'ANDROID, IOS or WP', example: 'ANDROID', required },
    needs.device && { name: 'DEVICE_VERSION', meaning: 'Version of its system', example: '16', required },
    needs.deviceToken && {
      name: 'DEVICE_TOKEN',
      meaning: "Token of the device, from Google's or Apple's push service",
      example: '',
      required,
    },
  ];
  return variables.filter((variable) => variable !== false);
}

/** What `.env.example` says. */
export function environmentFile(needs: Needs): string {
  const variables = variablesFor(needs);
  if (variables.length === 0) return '# This program needs nothing from its environment.\n';
  const lines = variables.map(({ name, meaning, example, required }) => {
    const line = `${name}=${example}`;
    return `# ${meaning}.${required ? '' : ' May be left out.'}\n${required ? line : `# ${line}`}\n`;
  });
  return `# Copy this file to .env and fill it in. What the environment has already is taken from there.\n\n${lines.join('\n')}`;
}
