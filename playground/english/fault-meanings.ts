/**
 * What the errors of the service mean, by their codes, in other languages. In English the service itself says it, so
 * there is nothing here.
 */
export const faultMeanings: Readonly<Record<number, string>> = {};
