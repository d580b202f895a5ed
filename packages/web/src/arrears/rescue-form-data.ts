import { isAppError, type Actor, type App } from "@tuwai/server/app";
import {
  mostRescued,
  previewRescue,
  type RescueOutcome,
  type RescuePreview,
  rescueWorkers,
} from "@tuwai/server/arrears";
import { formatNumber } from "#language/format.ts";
import { rescueTexts } from "#language/rescues.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

export type Choosing = {
  readonly form: FormData;
  /** Of the board from which the form was sent. */
  readonly everybody: Parameters<typeof previewRescue>[2] & { readonly everybody: object };
  readonly language: Language;
};

export type RescueAnswer =
  | { readonly done: Extract<RescueOutcome, { outcome: "rescued" }> }
  | { readonly preview: RescuePreview | null; readonly errors: FormErrors };

const codesOf = (form: FormData): string[] =>
  form.getAll("pekerja").filter((code): code is string => typeof code === "string");

/** The chosen people with what each way would cost, or what was done about them. */
export async function actOnRescue(app: App, actor: Actor, sent: Choosing): Promise<RescueAnswer> {
  const { form, language } = sent;
  const t = rescueTexts[language].errors;
  const act = formText(form, "aksi");
  const personCodes = codesOf(form);
  try {
    if (act !== "semua" && personCodes.length === 0) return { preview: null, errors: { "": t.nobody } };
    const chosen = act === "semua" ? sent.everybody : { personCodes };
    const look = () => previewRescue(app, actor, chosen);
    if (act !== "lakukan") return { preview: await look(), errors: {} };
    const way = formText(form, "cara");
    if (way === "") return { preview: await look(), errors: { cara: t.way } };
    const [workers = 0, now = 0, monthly = 0] = formText(form, `lihat-${way}`).split("|").map(Number);
    const seen = { workers, now, monthly };
    const operationId = readOperationId(form, app);
    const done = await rescueWorkers(app, actor, { operationId, personCodes, way, seen });
    if (done.outcome === "rescued") return { done };
    return { preview: await look(), errors: { cara: done.outcome === "changed" ? t.changed : t.nobodyFits } };
  } catch (error) {
    if (!isAppError(error) || error.code !== "too-large") throw error;
    return { preview: null, errors: { "": t.tooMany(formatNumber(language, mostRescued)) } };
  }
}
