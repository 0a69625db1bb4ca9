import type { Translation } from '../messages.ts';

export const translation: Translation = {};
