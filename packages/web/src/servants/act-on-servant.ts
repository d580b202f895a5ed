import type { StopReason } from "@tuwai/domain/endings";
import type { Actor, App } from "@tuwai/server/app";
import { keepServant, moveServant } from "@tuwai/server/servants";
import { findPledge, stopPledge } from "@tuwai/server/sponsors";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { servantTexts } from "#language/servants.ts";
import { formText, readOperationId } from "#shell";

type Sent = { readonly form: FormData; readonly language: Language };
type Said = { readonly tone: "ok" | "warn"; readonly text: string };

const stops: readonly (readonly [string, StopReason])[] = [
  ["retired", "retired"],
  ["left", "moved-office"],
  ["died", "died"],
];

/** What a manager says happened to a sponsor. */
export async function actOnServant(app: App, actor: Actor, { form, language }: Sent): Promise<Said> {
  const t = servantTexts[language];
  const what = formText(form, "terjadi");
  const operationId = readOperationId(form, app);
  const of = { operationId, pledgeCode: formText(form, "mandat"), version: Number(formText(form, "versi")) };
  const stop = stops.find(([choice]) => choice === what);
  if (stop !== undefined) return stopAs(app, actor, { ...of, reason: stop[1], language });
  if (what === "stays") {
    await keepServant(app, actor, of);
    return { tone: "ok", text: t.kept };
  }
  if (what !== "move" && what !== "transfer") return { tone: "warn", text: t.pick };
  const month = formText(form, "mulai");
  const answer = await moveServant(app, actor, {
    ...of,
    month,
    ...(what === "move" ? { office: formText(form, "kantor") } : { channel: "own-transfer" as const }),
  });
  if (answer.outcome === "moved") return { tone: "ok", text: t.moved(formatMonth(language, answer.month)) };
  return { tone: "warn", text: answer.reasons.map((reason) => t.refusals[reason]).join(" ") };
}

type Stopping = {
  readonly operationId: string;
  readonly pledgeCode: string;
  readonly version: number;
  readonly reason: StopReason;
  readonly language: Language;
};

async function stopAs(
  app: App,
  actor: Actor,
  { pledgeCode, reason, language, ...of }: Stopping,
): Promise<Said> {
  const t = servantTexts[language];
  const pledge = await findPledge(app, actor, { pledgeCode });
  if (pledge === null) return { tone: "warn", text: t.unknown(pledgeCode) };
  const { stopMonth } = await stopPledge(app, actor, { ...of, pledgeId: pledge.id, reason });
  return { tone: "ok", text: t.stopped(formatMonth(language, stopMonth)) };
}
