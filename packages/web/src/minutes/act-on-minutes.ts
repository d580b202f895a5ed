import { type Actor, type App, isAppError, isUuid, AppError } from "@tuwai/server/app";
import { lockCommitmentYear } from "@tuwai/server/commitments";
import {
  answerReply,
  finishMinutes,
  makeMinutes,
  publishMinutes,
  replyToMinutes,
} from "@tuwai/server/minutes";
import type { Language } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { actionOf, formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language; readonly meetingCode: string };
/** What is said of it; with a field where something has to be mended. */
export type MinutesAnswer = { readonly done: string } | { readonly errors: FormErrors };

type Act = (app: App, actor: Actor, sent: Sent) => Promise<MinutesAnswer>;

const acts: Readonly<Record<string, Act>> = {
  buat: make,
  bagikan: show,
  final: finish,
  benar: (app, actor, sent) => reply(app, actor, sent, "confirmed"),
  keberatan: (app, actor, sent) => reply(app, actor, sent, "objected"),
  jawab: answer,
  kunci: lock,
};

/** What the pressed button of the page asks for. */
export async function actOnMinutes(app: App, actor: Actor, sent: Sent): Promise<MinutesAnswer> {
  const act = actionOf(sent.form, acts);
  try {
    return await act(app, actor, sent);
  } catch (error) {
    if (isAppError(error) && error.code === "stale")
      return { errors: { "": minutesTexts[sent.language].stale } };
    throw error;
  }
}

async function make(app: App, actor: Actor, { form, language, meetingCode }: Sent): Promise<MinutesAnswer> {
  const t = minutesTexts[language];
  const operationId = readOperationId(form, app);
  const correction = formText(form, "perbaikan");
  const made = await makeMinutes(app, actor, { operationId, meetingCode, correction });
  if (made.outcome === "refused")
    return {
      errors: made.reasons.includes("not-begun")
        ? { "": t.make.notBegunNext }
        : { perbaikan: t.correct.missing },
    };
  return { done: made.outcome === "made" ? t.make.made : t.make.madeAnew };
}

const ofMinutes = (form: FormData, app: App) => ({
  operationId: readOperationId(form, app),
  minutesId: formText(form, "berita"),
  version: Number(formText(form, "versi")),
});

async function show(app: App, actor: Actor, { form, language }: Sent): Promise<MinutesAnswer> {
  const t = minutesTexts[language];
  const letterNumber = formText(form, "nomor");
  const { outcome } = await publishMinutes(app, actor, { ...ofMinutes(form, app), letterNumber });
  return { done: outcome === "shown" ? t.show.done : t.unchanged };
}

async function finish(app: App, actor: Actor, { form, language }: Sent): Promise<MinutesAnswer> {
  const t = minutesTexts[language];
  const { outcome } = await finishMinutes(app, actor, ofMinutes(form, app));
  if (outcome === "too-early") return { errors: { "": t.finish.early } };
  return { done: outcome === "final" ? t.finish.done : t.unchanged };
}

async function reply(
  app: App,
  actor: Actor,
  { form, language, meetingCode }: Sent,
  kind: "confirmed" | "objected",
): Promise<MinutesAnswer> {
  const t = minutesTexts[language].replies;
  const said = await replyToMinutes(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode,
    kind,
    text: formText(form, "tanggapan"),
  });
  if (said.outcome === "replied") return { done: t.saved };
  if (said.outcome === "unchanged") return { done: t.same };
  if (said.reasons.includes("text-missing")) return { errors: { tanggapan: t.textMissing } };
  return { errors: { "": said.reasons.includes("period-over") ? t.over : t.notShown } };
}

async function answer(app: App, actor: Actor, { form, language }: Sent): Promise<MinutesAnswer> {
  const t = minutesTexts[language].replies;
  const replyId = formText(form, "tanggapan-id");
  if (!isUuid(replyId)) throw new AppError("not-found", { object: "reply" });
  const operationId = readOperationId(form, app);
  const said = await answerReply(app, actor, {
    operationId,
    replyId,
    answer: formText(form, `jawaban-${replyId}`),
  });
  if (said.outcome === "answered") return { done: t.answerSaved };
  return said.reasons.includes("is-final")
    ? { errors: { "": t.isFinal } }
    : { errors: { [`jawaban-${replyId}`]: t.answerMissing } };
}

async function lock(app: App, actor: Actor, { form, language }: Sent): Promise<MinutesAnswer> {
  const t = minutesTexts[language].lock;
  if (formText(form, "yakin") !== "ya") return { errors: { yakin: t.sureMissing } };
  const year = Number(formText(form, "tahun"));
  const { outcome } = await lockCommitmentYear(app, actor, { operationId: readOperationId(form, app), year });
  if (outcome === "not-open") return { errors: { "": t.notOpen(String(year)) } };
  return { done: outcome === "locked" ? t.locked(String(year)) : minutesTexts[language].unchanged };
}
