import type { Sentences } from '../locale.ts';

export const sentences: Sentences = { problems: {}, errors: {} };
