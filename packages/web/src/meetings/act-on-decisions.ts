import { type Actor, type App, AppError, isUuid } from "@tuwai/server/app";
import { type DecisionReason, recordDecision, withdrawDecision } from "@tuwai/server/follow-ups";
import { data, redirect } from "react-router";
import type { TypedDecision } from "#follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatNumber } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { flash, formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = {
  readonly request: Request;
  /** Where the list stands, in Indonesian. */
  readonly path: string;
  readonly meetingCode?: string;
  /** The year that a linked group of commitments is of. */
  readonly year: number;
};
type Answer = { readonly errors: FormErrors; readonly typed?: TypedDecision } | { readonly says: string };

/** Records or withdraws a decision and goes back to its list; otherwise what is wrong, with everything that was typed. */
export async function actOnDecisions(app: App, actor: Actor, sent: Sent) {
  const language = languageOf(new URL(sent.request.url).pathname);
  const form = await sent.request.formData();
  const isWithdrawal = formText(form, "aksi") === "cabut";
  const answer = isWithdrawal
    ? await withdraw(app, actor, { form, language })
    : await record(app, actor, { form, language, ...sent });
  if ("errors" in answer) return data({ errors: answer.errors, typed: answer.typed }, 422);
  throw redirect(localPath(language, sent.path), { status: 303, headers: flash("ok", answer.says) });
}

const fieldOf: Readonly<Record<DecisionReason, string>> = {
  "text-missing": "bunyi",
  "bad-kind": "jenis",
  "bad-owner": "penanggung",
  "no-place": "wilayah",
  "day-missing": "batas",
  "day-past": "batas",
  "bad-evidence": "bukti",
};

type Form = { readonly form: FormData; readonly language: Language };

async function record(app: App, actor: Actor, sent: Form & Omit<Sent, "request">): Promise<Answer> {
  const { form, language, meetingCode, year } = sent;
  const t = followUpTexts[language].decisions;
  const field = (name: string) => formText(form, name);
  const place = field("wilayah");
  const answer = await recordDecision(app, actor, {
    operationId: readOperationId(form, app),
    ...(meetingCode === undefined ? {} : { meetingCode }),
    kind: field("jenis"),
    text: field("bunyi"),
    ownerRole: field("penanggung"),
    ...(/^\d\d\.\d\d\.\d\d$/.test(place) ? { kecamatanCode: place } : { villageCode: place }),
    onlyKind: field("hanya"),
    dueOn: field("batas"),
    evidenceKind: field("bukti"),
    group: field("kelompok"),
    year,
  });
  if (answer.outcome === "recorded")
    return {
      says: answer.followUps === 0 ? t.savedOnly : t.saved(formatNumber(language, answer.followUps)),
    };
  const names = ["jenis", "bunyi", "penanggung", "wilayah", "hanya", "batas", "bukti", "kelompok"];
  return {
    errors: Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.errors[reason]])),
    typed: Object.fromEntries(names.map((name) => [name, field(name)])),
  };
}

async function withdraw(app: App, actor: Actor, { form, language }: Form): Promise<Answer> {
  const t = followUpTexts[language].decisions;
  const decisionId = formText(form, "keputusan");
  if (!isUuid(decisionId)) throw new AppError("not-found", { object: "decision" });
  const answer = await withdrawDecision(app, actor, {
    operationId: readOperationId(form, app),
    decisionId,
    reason: formText(form, `alasan-${decisionId}`),
  });
  if (answer.outcome !== "refused") return { says: t.withdrawDone };
  return { errors: { [`alasan-${decisionId}`]: t.errors.reason } };
}
