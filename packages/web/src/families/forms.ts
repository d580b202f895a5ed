import type { ActForms } from "#shell";

/** What every form of a family's pages is handed. */
export type Forms = ActForms & { readonly today: string };
