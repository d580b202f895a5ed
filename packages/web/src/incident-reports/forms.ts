import type { Report } from "@tuwai/server/incident-reports";
import type { ActForms } from "#shell";

/** What every form of the page is handed. */
export type Forms = ActForms & { readonly report: Report; readonly today: string };
