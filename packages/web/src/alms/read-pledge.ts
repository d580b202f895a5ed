import type { TypedPledge } from "@tuwai/server/alms";
import { formText } from "#shell";
import type { TypedFields } from "./pledge-form.tsx";

/** What the form of a pledge holds. */
export const readPledgeForm = (form: FormData): TypedPledge => ({
  campaignId: formText(form, "kampanye"),
  amount: formText(form, "jumlah"),
  rhythm: formText(form, "irama"),
  channel: formText(form, "cara"),
  donorName: formText(form, "nama"),
});

/** The same as it is shown again. */
export const typedIn = (form: FormData, names: readonly string[]): TypedFields =>
  Object.fromEntries(names.map((name) => [name, formText(form, name)]));

export const pledgeFields = ["kampanye", "jumlah", "irama", "cara", "nama"] as const;
