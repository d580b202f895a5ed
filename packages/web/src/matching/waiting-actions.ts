import type { Actor, App } from "@tuwai/server/app";
import { fundByCity, type PublicFund } from "@tuwai/server/matching";
import { reserveWorkers } from "@tuwai/server/reservations";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { formText, readIds, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import type { Refused } from "./refused-list.tsx";

const sources: readonly PublicFund[] = ["apbd", "apbdes", "csr"];

type Sent = { readonly form: FormData; readonly language: Language };
type Answer =
  | { readonly flash: string }
  | { readonly errors: FormErrors; readonly refused: readonly Refused[]; readonly done: string | null };

const wrong = (errors: FormErrors): Answer => ({ errors, refused: [], done: null });

/** What is done with ticked workers: a fund pays for them, or they are held for a payer until a day. */
export async function actOnWaiting(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const { form, language } = sent;
  const t = sponsorTexts[language].waiting;
  const personIds = readIds(form, form.has("semua") ? "tampil" : "orang");
  const isHold = formText(form, "aksi") === "tahan";
  const errors: FormErrors = {
    ...(personIds.length === 0 && { orang: t.errors.choose }),
    ...(formText(form, "sumber") === "" && { sumber: isHold ? t.hold.choose : t.errors.source }),
  };
  if (Object.keys(errors).length > 0) return wrong(errors);
  return isHold ? hold(app, actor, { ...sent, personIds }) : fund(app, actor, { ...sent, personIds });
}

type Chosen = Sent & { readonly personIds: readonly string[] };

async function fund(app: App, actor: Actor, { form, language, personIds }: Chosen): Promise<Answer> {
  const t = sponsorTexts[language].waiting;
  const asked = formText(form, "sumber");
  const fundSource = sources.find((known) => known === asked);
  const answer = await fundByCity(app, actor, {
    operationId: readOperationId(form, app),
    personIds,
    ...(fundSource === undefined ? { fundSource: "csr", payerId: asked } : { fundSource }),
  });
  const from = fundSource === undefined || fundSource === "bumdes" ? t.named : t.sources[fundSource];
  const done = t.funded(formatNumber(language, answer.funded.length), from);
  if (answer.refused.length === 0) return { flash: done };
  const refused = answer.refused.map(({ personCode, personId, reasons }): Refused => ({
    name: personCode ?? personId,
    reasons,
  }));
  return { errors: {}, refused, done: answer.funded.length > 0 ? done : null };
}

async function hold(app: App, actor: Actor, { form, language, personIds }: Chosen): Promise<Answer> {
  const t = sponsorTexts[language].waiting;
  const payerId = formText(form, "sumber");
  if (sources.some((known) => known === payerId)) return wrong({ sumber: t.hold.choose });
  const answer = await reserveWorkers(app, actor, {
    operationId: readOperationId(form, app),
    personIds,
    payerId,
    untilDay: formText(form, "sampai"),
  });
  if (answer.outcome === "refused") return wrong({ sampai: t.hold.dayUnclear });
  return {
    flash: t.hold.done(formatNumber(language, answer.workers), formatNumber(language, answer.refused.length)),
  };
}
