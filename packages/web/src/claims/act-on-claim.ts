import { paidParts, type ClaimStep, claimSteps, ruleOf } from "@tuwai/domain/claims";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  type AccidentFacts,
  answerClaim,
  helpWithClaim,
  lookIntoClaim,
  markClaimDocument,
  type Opened,
  type StepReason,
  type TypedStep,
} from "@tuwai/server/claims";
import { claimPageTexts } from "#language/claim.ts";
import type { Language } from "#language/language.ts";
import type { FailedAct } from "#shell";

/** A form of the page as it was sent, with or without a file. */
export type SentForm = {
  readonly field: (name: string) => string;
  readonly file: { readonly path: string; readonly fileName: string } | null;
  readonly operationId: string;
};
type Sent = { readonly form: SentForm; readonly claimCode: string; readonly language: Language };

export type ClaimAnswer =
  | { readonly done: string }
  | { readonly opened: Pick<Opened, "name" | "notes"> }
  | FailedAct;

/** Every field that a form of the page may carry: what comes back when something was wrong. */
const fields = [
  "hari",
  "jam",
  "alasan",
  "bagian",
  "bayar",
  "catatan",
  "dokumen",
  "keadaan",
  "bulan",
  "cacat",
  "persen",
  "darat",
  "laut",
  "udara",
  ...paidParts.map((part) => `jumlah-${part}`),
];

/** What one of the page's forms asks for. */
export async function actOnClaim(app: App, actor: Actor, sent: Sent): Promise<ClaimAnswer> {
  const { field, operationId } = sent.form;
  const t = claimPageTexts[sent.language];
  const asked = field("langkah");
  const failed = (error: string): FailedAct => ({
    act: asked,
    error,
    typed: Object.fromEntries(fields.map((name) => [name, field(name)])),
  });
  const step = claimSteps.find((known) => known === asked);
  const of = { operationId, claimCode: sent.claimCode };
  try {
    if (asked === "look") {
      const answer = await lookIntoClaim(app, actor, { ...of, reason: field("alasan") });
      return answer.outcome === "opened" ? { opened: answer } : failed(t.refusals["without-reason"]);
    }
    if (step === undefined) return failed(t.refusals["unknown-step"]);
    if (step === "document") {
      const told = { document: field("dokumen"), state: field("keadaan"), file: sent.form.file };
      const answer = await markClaimDocument(app, actor, { ...of, ...told });
      if (answer.outcome === "marked") return { done: t.done.document };
      return failed(answer.reasons.map((reason) => t.refusals[reason]).join(" "));
    }
    const answer = await take(app, actor, { ...of, ...typedStep(field), step });
    if (answer.outcome === "taken") return { done: step === "take-back" ? t.done["take-back"] : t.done.step };
    return failed(answer.reasons.map((reason: StepReason) => t.refusals[reason]).join(" "));
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return failed(t.refusals.stale);
    if (isAppError(error) && error.code === "too-large") return failed(t.refusals.size);
    throw error;
  }
}

const take = (app: App, actor: Actor, input: TypedStep & { readonly step: ClaimStep }) =>
  ruleOf(input.step).by === "whoever-helps"
    ? helpWithClaim(app, actor, input)
    : answerClaim(app, actor, input);

type Field = SentForm["field"];

/** Every field under the name of the use case; a step reads what it needs. */
function typedStep(field: Field): Omit<TypedStep, "operationId" | "claimCode" | "step"> {
  const amounts = paidParts.flatMap((part) => {
    const text = field(`jumlah-${part}`);
    return text === "" ? [] : [[part, readAmount(text)] as const];
  });
  return {
    version: Number(field("versi")),
    on: field("hari"),
    time: readTime(field("jam")),
    reason: field("alasan"),
    part: field("bagian"),
    paymentId: field("bayar"),
    note: field("catatan"),
    amounts: Object.fromEntries(amounts),
    facts: readFacts(field),
  };
}

/** "10.000.000", "Rp10.000.000" and "10000000" are the same; anything else is no number. */
function readAmount(text: string): number {
  const digits = text.replace(/^rp/i, "").replaceAll(/[.\s]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN;
}

const readTime = (text: string): string =>
  text.replace(
    /^(\d{1,2})[.:](\d\d)$/,
    (_all, hours: string, minutes: string) => `${hours.padStart(2, "0")}:${minutes}`,
  );

function readFacts(field: Field): AccidentFacts {
  const amount = (name: string) => (field(name) === "" ? 0 : readAmount(field(name)));
  const kind = (["total", "partial", "function"] as const).find((known) => known === field("cacat"));
  const percent = field("persen") === "" ? undefined : Number(field("persen").replace(",", "."));
  return {
    monthsUnable: field("bulan") === "" ? 0 : Number(field("bulan")),
    disability:
      kind === undefined ? undefined : { kind, ...(kind === "total" ? {} : { percent: percent ?? 0 }) },
    transport: { land: amount("darat"), sea: amount("laut"), air: amount("udara") },
  };
}
