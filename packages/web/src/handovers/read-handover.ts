import type { NewHandover } from "@tuwai/server/handovers";
import { formText } from "#shell";

export type TypedHandover = Omit<NewHandover, "operationId" | "childCode">;

/** What was typed in the form of a new hand-over. */
export const readHandover = (form: FormData): TypedHandover => ({
  receiverKind: formText(form, "jenis"),
  receiverName: formText(form, "penerima"),
  handoverPurpose: formText(form, "untuk"),
  handoverFields: form.getAll("boleh").filter((value) => typeof value === "string"),
  childNeed: formText(form, "butuh"),
  endsOn: formText(form, "sampai"),
  consentBy: formText(form, "setuju"),
  consentOn: formText(form, "setuju-hari"),
  withoutConsent: formText(form, "tanpa"),
});

/** The same to stand in the form again; nothing of a form that revoked. */
export const typedOf = (form: FormData): TypedHandover | undefined =>
  formText(form, "tindakan") === "cabut" ? undefined : readHandover(form);
