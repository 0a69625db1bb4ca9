/** Checks of values from elsewhere. */

/** True for objects and lists, whose members may then be looked at. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return values.some((one) => one === value);
}
