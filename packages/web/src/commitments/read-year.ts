import { yearToPromise } from "@tuwai/domain/commitments";
import type { App } from "@tuwai/server/app";

/** The years that pages offer: the one that is promised for, two before and one after. */
export function yearChoices(app: App): readonly number[] {
  const now = yearToPromise(app.clock.today());
  return [now - 2, now - 1, now, now + 1];
}

/** The year that an address asks for; what is no year of ours counts as the one that is promised for. */
export function readYear(search: URLSearchParams, app: App): number {
  const asked = Number(search.get("tahun"));
  return yearChoices(app).find((year) => year === asked) ?? yearToPromise(app.clock.today());
}

/** The year that a public address names, whichever it is; what is no number names none. */
export function askedYear(search: URLSearchParams): { readonly year?: number } {
  const asked = Number(search.get("tahun"));
  return Number.isInteger(asked) && asked > 0 ? { year: asked } : {};
}
