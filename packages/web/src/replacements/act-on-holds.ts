import { type EndReason, pairEndReasons } from "@tuwai/domain/endings";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import { endPair } from "@tuwai/server/matching";
import {
  extendHold,
  type HoldOutcome,
  type HoldReason,
  holdReasons,
  releaseHold,
  undoHoldAct,
} from "@tuwai/server/replacements";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { replacementTexts } from "#language/replacements.ts";
import { formText, readOperationId } from "#shell";

type Sent = { readonly form: FormData; readonly language: Language };
type Said = { readonly tone: "ok" | "warn"; readonly text: string };

/** What a manager does on the page: ends a pair, holds somebody longer, lets go, takes the last back. */
export async function actOnHolds(app: App, actor: Actor, { form, language }: Sent): Promise<Said> {
  const t = replacementTexts[language];
  const hold = { operationId: readOperationId(form, app), holdId: formText(form, "penahanan") };
  const act = formText(form, "aksi");
  if (act === "akhiri") return end(app, actor, { form, language });
  if (act === "urungkan") return said(language, await undoHoldAct(app, actor, hold), t.undone);
  if (act === "lepas")
    return said(language, await releaseHold(app, actor, { ...hold, reason: reasonIn(form) }), t.kept);
  if (act !== "perpanjang") throw new AppError("invalid-input", { field: "aksi" });
  const longer = {
    until: formText(form, "sampai"),
    reason: reasonIn(form),
    isWarned: formText(form, "peringatan") !== "",
  };
  return said(language, await extendHold(app, actor, { ...hold, ...longer }), t.kept);
}

const reasonIn = (form: FormData): HoldReason =>
  holdReasons.find((known) => known === formText(form, "alasan")) ?? "other";

function said(language: Language, answer: HoldOutcome, done: string): Said {
  if (answer.outcome === "kept") return { tone: "ok", text: done };
  const words = replacementTexts[language].refusals;
  return { tone: "warn", text: answer.reasons.map((reason) => words[reason]).join(" ") };
}

async function end(app: App, actor: Actor, { form, language }: Sent): Promise<Said> {
  const t = replacementTexts[language].end;
  const reason: EndReason | undefined = pairEndReasons.find((known) => known === formText(form, "alasan"));
  if (reason === undefined) return { tone: "warn", text: t.pick };
  const { month } = await endPair(app, actor, {
    operationId: readOperationId(form, app),
    personCode: formText(form, "pekerja"),
    version: Number(formText(form, "versi")),
    reason,
  });
  return { tone: "ok", text: t.done(formatMonth(language, month)) };
}
