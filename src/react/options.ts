/** Which properties become changes of an editor that is there. */
import type { EditorOptions, EditorUpdate } from '../editor/index.ts';

/** The options among the properties that an editor takes later too. */
export function updatable(options: EditorOptions): EditorUpdate {
  const { theme, readOnly, toolbox, compile, runner, backend, locale, messages, assetsUrl } = options;
  return {
    ...(theme !== undefined && { theme }),
    ...(readOnly !== undefined && { readOnly }),
    ...(toolbox !== undefined && { toolbox }),
    ...(compile !== undefined && { compile }),
    ...(runner !== undefined && { runner }),
    ...(backend !== undefined && { backend }),
    ...(locale !== undefined && { locale }),
    ...(messages !== undefined && { messages }),
    ...(assetsUrl !== undefined && { assetsUrl }),
  };
}

/**
 * Whether an option is still the same: the same value, or an object with the same values in it. An object that is
 * written where the component is rendered is another one each time.
 */
export function sameOption(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [values, others] = [new Map<string, unknown>(Object.entries(one)), Object.entries(other)];
  return values.size === others.length && others.every(([name, value]) => Object.is(values.get(name), value));
}
