import type { Actor, App } from "@tuwai/server/app";
import { answerForFamily, drawAskedFamilies, lookIntoAskedNotes } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";

/** What spoke against a form of one family, with what was typed in it. */
export type AskedFailed = {
  readonly askedId: string;
  readonly error: string;
  readonly typed: Readonly<Record<"terima" | "waktu" | "imbalan" | "catatan", string>>;
};
export type AskedAnswer =
  | { readonly done: string }
  | { readonly opened: Readonly<Record<string, string>> }
  | AskedFailed;

/** What one of the page's forms asks for: a draw, an answer to be noted, or a note to be opened. */
export async function actOnAsked(
  app: App,
  actor: Actor,
  { form, language }: { readonly form: FormData; readonly language: Language },
): Promise<AskedAnswer> {
  const t = aftercareTexts[language];
  const act = formText(form, "tindakan");
  const operationId = readOperationId(form, app);
  const askedId = formText(form, "keluarga");
  const field = (name: string) => formText(form, `${name}-${askedId}`);
  const typed = {
    terima: field("terima"),
    waktu: field("waktu"),
    imbalan: field("imbalan"),
    catatan: field("catatan"),
  };
  const failed = ([reason]: readonly (keyof typeof t.refusals)[]): AskedFailed => ({
    askedId,
    error: t.refusals[reason!],
    typed,
  });
  if (act === "tarik") {
    const answer = await drawAskedFamilies(app, actor, { operationId });
    if (answer.outcome === "refused") return failed(answer.reasons);
    const number = (n: number) => formatNumber(language, n);
    return { done: t.asked.drawn(number(answer.drawn), number(answer.population)) };
  }
  if (act === "buka") {
    const answer = await lookIntoAskedNotes(app, actor, { operationId, askedId, reason: field("alasan") });
    return answer.outcome === "opened" ? { opened: answer.notes } : failed(answer.reasons);
  }
  const answer = await answerForFamily(app, actor, {
    operationId,
    askedId,
    received: typed.terima,
    inTime: typed.waktu,
    demanded: typed.imbalan,
    note: typed.catatan,
  });
  return answer.outcome === "answered" ? { done: t.asked.done } : failed(answer.reasons);
}
