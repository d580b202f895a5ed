import { isAppError, type Actor, type App } from "@tuwai/server/app";
import { leaveOutRows, type MendAnswer, mendRows, undoMend } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import type { Language } from "#language/language.ts";
import { listNumbers } from "#language/list-numbers.ts";
import type { MendRequest } from "./mend-form.ts";

type Said = { readonly tone: "ok" | "warn"; readonly text: string };
type Of = {
  readonly operationId: string;
  readonly batchId: string;
  readonly repair: number;
  readonly language: Language;
};

/** Does what the form asks and says what came of it. */
export async function answerMend(app: App, actor: Actor, request: MendRequest, of: Of): Promise<Said> {
  const t = importMendingTexts[of.language];
  const number = (value: number) => formatNumber(of.language, value);
  try {
    const answer = await carryOut(app, actor, request, of);
    const left = answer.counts.repair === 0 ? t.allGood : t.left(number(answer.counts.repair));
    const follows = answer.isApplying ? ` ${t.applying}` : "";
    const late = sayLate(of.language, answer);
    if (request.verb === "undo") return { tone: "ok", text: t.undone };
    if (request.verb === "leave-out") return { tone: "ok", text: `${t.out(number(answer.changed))} ${left}` };
    if (answer.changed === 0) return { tone: "warn", text: late || t.nothing };
    const solved = of.repair - answer.counts.repair;
    const done = solved <= 0 ? t.stillWrong : `${t.mended(number(solved))} ${left}${follows}`;
    return { tone: solved <= 0 || late !== "" ? "warn" : "ok", text: [late, done].join(" ").trim() };
  } catch (error) {
    const reason = isAppError(error) ? error.details["reason"] : undefined;
    if (reason === "row-saved") return { tone: "warn", text: t.tooLate };
    if (reason === "row-overtaken") return { tone: "warn", text: t.overtakenOne };
    throw error;
  }
}

/** Which rows were not taken, as others decided about them first. */
function sayLate(language: Language, { overtaken, saved }: Pick<MendAnswer, "overtaken" | "saved">): string {
  const t = importMendingTexts[language];
  return [
    overtaken.length === 0
      ? ""
      : t.overtaken(
          listNumbers(
            language,
            overtaken.map(({ row }) => row),
          ),
        ),
    saved.length === 0
      ? ""
      : t.savedMeanwhile(
          listNumbers(
            language,
            saved.map(({ row }) => row),
          ),
        ),
  ]
    .join(" ")
    .trim();
}

function carryOut(
  app: App,
  actor: Actor,
  request: MendRequest,
  { operationId, batchId }: Of,
): Promise<MendAnswer> {
  const asked = { operationId, batchId };
  if (request.verb === "undo") return undoMend(app, actor, { ...asked, rows: request.rows });
  if (request.verb === "leave-out")
    return leaveOutRows(app, actor, { ...asked, rows: request.rows, reason: request.reason });
  return mendRows(app, actor, { ...asked, mends: request.mends });
}
