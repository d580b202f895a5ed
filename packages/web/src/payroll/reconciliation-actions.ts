import type { Actor, App } from "@tuwai/server/app";
import {
  closeBatch,
  decideEndings,
  type EndingChoice,
  type EndingsOutcome,
  matchRemittance,
  proposeEndings,
  undoEnding,
  undoMatch,
} from "@tuwai/server/payroll";
import { endings, feeBearers } from "@tuwai/domain/payroll";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { actionOf, formText } from "#shell";
import { type Answer, sayChanged, seenBatch } from "./batch-actions.ts";

type Sent = { readonly form: FormData; readonly payrollCode: string; readonly language: Language };
type Said = { readonly tone: "ok" | "warn"; readonly says: string };

/** What the forms of a reconciliation do; every line has its own answer, and the counts are read back. */
export function actOnReconciliation(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const acts = {
    usulkan: propose,
    putuskan: decide,
    urungkan: undo,
    cocokkan: match,
    lepas: unmatch,
    tutup: close,
  };
  return sayChanged(actionOf<typeof propose>(sent.form, acts)(app, actor, sent), sent.language);
}

async function propose(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const t = payrollTexts[language].reconciliation;
  const ending = endings.find((known) => known === formText(form, "penyelesaian"));
  const chosen = form.getAll("pilih").filter((each): each is string => typeof each === "string");
  if (ending === undefined || chosen.length === 0) return { tone: "warn", says: t.nothingChosen };
  const bearer = feeBearers.find((known) => known === formText(form, "penanggung"));
  const until = formText(form, "sampai");
  const choices = chosen.map((code): EndingChoice => ({
    mandateCode: code === "setoran" ? null : code,
    lineHash: formText(form, `sidik-${code}`),
    ending,
    note: formText(form, "dasar"),
    ...(bearer === undefined ? {} : { borneBy: bearer }),
    ...(until === "" ? {} : { until }),
  }));
  return say(
    await proposeEndings(app, actor, { ...seenBatch(app, { form, payrollCode }), choices }),
    language,
  );
}

const decided = /^putusan-([0-9a-f-]{36})$/;

async function decide(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const decisions = [...form.entries()].flatMap(([name, value]) => {
    const endingId = decided.exec(name)?.[1];
    if (endingId === undefined || (value !== "setuju" && value !== "tolak")) return [];
    const reason = formText(form, `alasan-${endingId}`);
    return [{ endingId, verdict: value === "setuju" ? ("accept" as const) : ("refuse" as const), reason }];
  });
  if (decisions.length === 0) return { tone: "warn", says: payrollTexts[language].reconciliation.decideWhat };
  return say(
    await decideEndings(app, actor, { ...seenBatch(app, { form, payrollCode }), decisions }),
    language,
  );
}

/** How many were kept, what stands now, and each line that was not kept, with its reason. */
function say({ answers, proposed, accepted }: EndingsOutcome, language: Language): Said {
  const t = payrollTexts[language].reconciliation;
  const number = (value: number) => formatNumber(language, value);
  const name = (code: string | null) => code ?? t.transferLine;
  const taken = answers.filter(({ answer }) => answer === "taken").length;
  const changed = answers
    .filter(({ answer }) => answer === "changed")
    .map(({ mandateCode }) => name(mandateCode));
  const refused = answers.flatMap(({ answer, mandateCode, reason }) =>
    answer === "refused" && reason !== undefined ? [t.one(name(mandateCode), t.answers[reason])] : [],
  );
  const says = [
    t.answered(number(taken), number(proposed), number(accepted)),
    ...(changed.length > 0 ? [t.changed(changed.join(", "))] : []),
    ...(refused.length > 0 ? [t.notTaken(refused.join(", "))] : []),
  ];
  return { tone: taken === answers.length ? "ok" : "warn", says: says.join(" ") };
}

async function undo(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const asked = { endingId: formText(form, "penyelesaian-id"), reason: "" };
  const { outcome } = await undoEnding(app, actor, { ...seenBatch(app, { form, payrollCode }), ...asked });
  const says = payrollTexts[language].reconciliation.undone[outcome];
  return { tone: outcome === "taken-up" ? "warn" : "ok", says };
}

async function match(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const t = payrollTexts[language].match;
  const remittanceCode = formText(form, "setoran");
  const answer = await matchRemittance(app, actor, {
    ...seenBatch(app, { form, payrollCode }),
    remittanceCode,
  });
  if (answer.outcome === "refused")
    return { tone: "warn", says: answer.reasons.map((reason) => t.refused[reason]).join(" ") };
  const left = answer.inSuspense === 0 ? t.noSuspense : t.suspense(formatRupiah(language, answer.inSuspense));
  return { tone: "ok", says: t.done(formatRupiah(language, answer.rupiah), left) };
}

async function unmatch(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const matchId = formText(form, "cocok");
  await undoMatch(app, actor, { ...seenBatch(app, { form, payrollCode }), matchId });
  return { tone: "ok", says: payrollTexts[language].match.undone };
}

async function close(app: App, actor: Actor, { form, payrollCode, language }: Sent): Promise<Said> {
  const t = payrollTexts[language].reconciliation;
  const answer = await closeBatch(app, actor, seenBatch(app, { form, payrollCode }));
  if (answer.outcome === "closed") return { tone: "ok", says: t.closed };
  return { tone: "warn", says: answer.reasons.map((reason) => t.openEnds[reason]).join(" ") };
}
