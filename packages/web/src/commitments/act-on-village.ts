import type { Actor, App } from "@tuwai/server/app";
import { commitmentGroups } from "@tuwai/domain/commitments";
import { countNeed, declareCommitments, type LineRefusal } from "@tuwai/server/commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

export type VillageAnswer =
  | { readonly done: string }
  | { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> };

type Sent = {
  readonly form: FormData;
  readonly language: Language;
  readonly villageCode: string;
  readonly year: number;
};

/** The village's word as draft or declared, or how many people it counts: the button pressed says which. */
export function actOnVillage(app: App, actor: Actor, sent: Sent): Promise<VillageAnswer> {
  return formText(sent.form, "aksi") === "hitung" ? count(app, actor, sent) : promise(app, actor, sent);
}

const typedIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** A number as people type it; null for an empty field, and NaN for what is none. */
function numberIn(form: FormData, name: string): number | null {
  const typed = formText(form, name).replaceAll(/[.\s]/g, "");
  if (typed === "") return null;
  return /^\d{1,12}$/.test(typed) ? Number(typed) : Number.NaN;
}

async function promise(
  app: App,
  actor: Actor,
  { form, language, villageCode, year }: Sent,
): Promise<VillageAnswer> {
  const t = commitmentTexts[language].village;
  const typed = typedIn(form);
  const lines = commitmentGroups.flatMap((group) => {
    const heads = numberIn(form, `orang-${group}`);
    const amount = numberIn(form, `rupiah-${group}`);
    if ((heads ?? 0) === 0 && amount === null) return [];
    const months = numberIn(form, "bulan") ?? 0;
    return [{ group, heads: heads ?? 0, months, source: formText(form, "sumber"), amount }];
  });
  if (lines.length === 0) return { errors: { "": t.form.nothing }, typed };
  const intent = formText(form, "aksi") === "nyatakan" ? "declare" : "draft";
  const answer = await declareCommitments(app, actor, {
    operationId: readOperationId(form, app),
    villageCode,
    year,
    lines,
    intent,
    reason: formText(form, "alasan"),
    isSure: formText(form, "yakin") === "ya",
  });
  if (answer.outcome === "refused") return { errors: errorsOf(answer.lines, language), typed };
  const rupiah = formatRupiah(language, answer.promised);
  return { done: answer.outcome === "declared" ? t.form.declared(rupiah) : t.form.drafted(rupiah) };
}

type Reason = LineRefusal["reasons"][number];

/** In which field a reason is said; what is nobody's own stands with the group's heads. */
const shared: Partial<Record<Reason, string>> = {
  "months-missing": "bulan",
  "source-missing": "sumber",
  "source-barred": "sumber",
  "reason-missing": "alasan",
  "nought-too-many": "yakin",
};

function errorsOf(lines: readonly LineRefusal[], language: Language): FormErrors {
  const t = commitmentTexts[language];
  const errors: Record<string, string> = {};
  for (const { group, reasons } of lines)
    for (const reason of reasons) {
      const own = reason === "amount-missing" || reason === "no-price" ? `rupiah-${group}` : `orang-${group}`;
      errors[shared[reason] ?? own] ??= t.village.errors[reason];
    }
  return errors;
}

async function count(
  app: App,
  actor: Actor,
  { form, language, villageCode, year }: Sent,
): Promise<VillageAnswer> {
  const t = commitmentTexts[language].village.count;
  const answer = await countNeed(app, actor, {
    operationId: readOperationId(form, app),
    villageCode,
    year,
    group: formText(form, "kelompok"),
    people: numberIn(form, "sebenarnya"),
    reason: formText(form, "sebab"),
  });
  if (answer.outcome === "counted") return { done: t.saved };
  const fields = { "unknown-group": "kelompok", "people-unclear": "sebenarnya", "reason-missing": "sebab" };
  const errors = answer.reasons.map((reason) => [fields[reason], t.errors[reason]]);
  return { errors: Object.fromEntries(errors), typed: typedIn(form) };
}
