import type { Option } from "#ui";

/** Where an account may look, in words. */
export function wordsOfScope(places: readonly Option[], scope: string | null): string | null {
  return places.find(({ value }) => value === scope)?.label ?? scope;
}
