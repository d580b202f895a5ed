import { type Actor, type App } from "@tuwai/server/app";
import {
  getPacketSummary,
  removeFromPacket,
  sendPacket,
  type SendRefusal,
  withdrawPacket,
} from "@tuwai/server/packets";
import { actionOf, formText, readOperationId } from "#shell";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { isTyped, type FormErrors } from "#ui";
import { putForwardAgain } from "#enrolment";

type Sent = { readonly form: FormData; readonly packetCode: string; readonly language: Language };
type Answer = { readonly flash: string; readonly to: string } | { readonly errors: FormErrors };

/** What the forms on a packet's page do, each with its sentence. */
export function actOnPacket(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const acts: Readonly<Record<string, typeof send>> = {
    keluarkan: remove,
    kirim: send,
    batalkan: withdraw,
    "ajukan-lagi": again,
  };
  return actionOf(sent.form, acts)(app, actor, sent);
}

const pathOf = (packetCode: string): string => `/kepesertaan/pendaftaran/${packetCode}`;

/** The version the reader saw; a form without one belongs to nobody's page. */
function asked({ form, packetCode }: Sent, app: App) {
  const version = Number(formText(form, "versi"));
  return { operationId: readOperationId(form, app), packetCode, version };
}

async function remove(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = enrolmentTexts[sent.language].packet;
  const code = formText(sent.form, "kode");
  const answer = await removeFromPacket(app, actor, { ...asked(sent, app), personCodes: [code] });
  if (answer.outcome === "refused") return { errors: { "": t.lastLine } };
  return { flash: t.removed(code, formatNumber(sent.language, answer.lines)), to: pathOf(sent.packetCode) };
}

async function send(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const { form, packetCode, language } = sent;
  const t = enrolmentTexts[language].packet;
  const { lines } = await getPacketSummary(app, actor, { packetCode });
  if (!isTyped(form, String(lines))) return { errors: { ketik: t.sendWrong(formatNumber(language, lines)) } };
  const answer = await sendPacket(app, actor, { ...asked(sent, app), confirmCount: lines });
  if (answer.outcome === "refused") return { errors: refusalsOf(language, answer.reasons) };
  return { flash: t.sent(answer.code, formatNumber(language, answer.lines)), to: pathOf(packetCode) };
}

function refusalsOf(language: Language, reasons: readonly SendRefusal[]): FormErrors {
  const t = enrolmentTexts[language].packet;
  const count = reasons.find((refusal) => refusal.reason === "count-differs");
  const others = reasons.flatMap((refusal) =>
    refusal.reason === "count-differs"
      ? []
      : [t.refusedFor(t.sendReasons[refusal.reason], refusal.personCodes.join(", "))],
  );
  return {
    ...(count === undefined ? {} : { ketik: t.sendWrong(formatNumber(language, count.lines)) }),
    ...(others.length === 0 ? {} : { "": others.join(" ") }),
  };
}

async function withdraw(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = enrolmentTexts[sent.language].packet;
  const { freed } = await withdrawPacket(app, actor, asked(sent, app));
  return { flash: t.withdrawn(sent.packetCode, formatNumber(sent.language, freed)), to: "/kepesertaan" };
}

async function again(app: App, actor: Actor, { form, packetCode, language }: Sent): Promise<Answer> {
  const t = enrolmentTexts[language].packet;
  const refusals = await putForwardAgain(app, actor, form);
  if (refusals.length === 0) return { flash: t.againDone, to: pathOf(packetCode) };
  const sentences = refusals.map((reason) => t.againReasons[reason]).join(" ");
  return { errors: { "": `${formText(form, "kode")}: ${sentences}` } };
}
