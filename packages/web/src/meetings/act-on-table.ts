import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  confirmOnPaper,
  type PromiseReason,
  type Standing,
  typeForVillage,
  undoRow,
} from "@tuwai/server/meetings";
import { formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { actionOf, formText, readOperationId } from "#shell";
import { countIn } from "./fill-sums.ts";

/** What the table's script hears of one row that it sent. */
export type TableAnswer =
  | { readonly outcome: "done"; readonly text: string; readonly stand: string | null }
  | { readonly outcome: "conflict"; readonly now: Standing }
  | { readonly outcome: "refused"; readonly text: string; readonly isTooMuch: boolean };

type Sent = { readonly form: FormData; readonly language: Language; readonly meetingCode: string };

/** One row of the operator's table: typed, initialled on paper, or undone. */
export async function actOnTable(app: App, actor: Actor, sent: Sent): Promise<TableAnswer> {
  const act = actionOf(sent.form, { simpan: type, paraf: settle, urungkan: settle });
  return act(app, actor, sent);
}

const rowIn = ({ form, meetingCode }: Sent, app: App) => ({
  operationId: readOperationId(form, app),
  meetingCode,
  villageCode: formText(form, "desa"),
});

async function type(app: App, actor: Actor, sent: Sent): Promise<TableAnswer> {
  const { form, language } = sent;
  const t = meetingFillTexts[language].errors;
  try {
    const answer = await typeForVillage(app, actor, {
      ...rowIn(sent, app),
      heads: countIn(formText(form, "orang")) ?? 0,
      months: countIn(formText(form, "bulan")) ?? 0,
      fundSource: formText(form, "sumber"),
      reason: formText(form, "alasan"),
      isSure: formText(form, "yakin") === "ya",
      seen: formText(form, "terlihat"),
    });
    if (answer.outcome === "conflict") return answer;
    if (answer.outcome === "refused") return refusal(answer.reasons, language);
    const text = meetingTableTexts[language].done.typed(
      formText(form, "nama"),
      formatRupiah(language, answer.rupiah),
    );
    return { outcome: "done", text, stand: answer.stand };
  } catch (error) {
    if (!isAppError(error) || error.code !== "operation-mismatch") throw error;
    return { outcome: "refused", text: t.again, isTooMuch: false };
  }
}

function refusal(reasons: readonly PromiseReason[], language: Language): TableAnswer {
  const t = meetingFillTexts[language].errors;
  const told = reasons.filter((reason) => reason !== "amount-missing" || reasons.length === 1);
  const isTooMuch = reasons.every((reason) => reason === "nought-too-many");
  return { outcome: "refused", text: told.map((reason) => t[reason]).join(" "), isTooMuch };
}

async function settle(app: App, actor: Actor, sent: Sent): Promise<TableAnswer> {
  const t = meetingTableTexts[sent.language].done;
  const isUndo = formText(sent.form, "aksi") === "urungkan";
  const { outcome } = await (isUndo ? undoRow : confirmOnPaper)(app, actor, rowIn(sent, app));
  const name = formText(sent.form, "nama");
  const text =
    outcome === "undone" ? t.undone(name) : outcome === "confirmed" ? t.confirmed(name) : t.unchanged;
  return { outcome: "done", text, stand: null };
}
