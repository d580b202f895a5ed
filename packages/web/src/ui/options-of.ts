import type { Option } from "./field.tsx";

/** A table of words as choices of a form. */
export function optionsOf(words: object): Option[] {
  return Object.entries(words as Record<string, string>).map(([value, label]) => ({ value, label }));
}
