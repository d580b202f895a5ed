import type { BudgetDifference } from "@tuwai/domain/budget-reports";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { handInBudgetReport, type HandInProblem, mostReportBytes } from "@tuwai/server/budget-reports";
import { receiveForm } from "@tuwai/server/http";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { receivedOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = {
  readonly request: Request;
  readonly villageCode: string;
  readonly year: number;
  readonly language: Language;
};

/** What stands against a report: a sentence at each field, and what is not the same line by line. */
export type RefusedReport = {
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
  readonly differences: readonly BudgetDifference[];
  readonly unclear: readonly { readonly sheet: number; readonly row: number; readonly text: string }[];
};

const refuse = (errors: FormErrors, typed = {}): RefusedReport => ({
  errors,
  typed,
  differences: [],
  unclear: [],
});

/** The report of a form: where it is kept now, or everything that is wrong with it. */
export async function receiveReport(
  app: App,
  actor: Actor,
  { request, villageCode, year, language }: Sent,
): Promise<{ readonly reportId: string; readonly isKnown: boolean } | RefusedReport> {
  const t = budgetReportTexts[language].problems;
  const options = { fileField: "berkas", dataDir: app.config.dataDir, maxFileBytes: mostReportBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return refuse({ berkas: t["too-large"] });
  try {
    const typed = Object.fromEntries(form.fields);
    if (form.file === null) return refuse({ berkas: t["no-file"] }, typed);
    const answer = await handInBudgetReport(app, actor, {
      operationId: receivedOperationId(form, app),
      villageCode,
      year,
      stage: form.fields.get("jenis") ?? "",
      paperNumber: form.fields.get("nomor") ?? "",
      paperOn: form.fields.get("tanggal") ?? "",
      fileName: form.file.name,
      path: form.file.path,
    });
    if (answer.outcome === "handed-in") return answer;
    return { ...told(answer.problems, language), typed };
  } finally {
    await form.dispose();
  }
}

const fieldOf: Partial<Record<HandInProblem["problem"], string>> = {
  "stage-missing": "jenis",
  "says-draft": "jenis",
  "evidence-missing": "nomor",
  day: "tanggal",
};

function told(problems: readonly HandInProblem[], language: Language): Omit<RefusedReport, "typed"> {
  const said = new Map<string, string[]>();
  for (const problem of problems) {
    const field = fieldOf[problem.problem] ?? "berkas";
    said.set(field, [...(said.get(field) ?? []), sayProblem(problem, language)]);
  }
  const { nothingKept } = budgetReportTexts[language].problems;
  said.get("berkas")?.push(nothingKept);
  return {
    errors: Object.fromEntries([...said].map(([field, sentences]) => [field, sentences.join(" ")])),
    differences: problems.flatMap((one) => (one.problem === "totals-broken" ? one.differences : [])),
    unclear: problems.flatMap((one) => (one.problem === "amount-unclear" ? one.rows : [])),
  };
}

const pictures = ["jpeg", "png", "gif", "webp", "heic", "bmp", "tiff"];

function sayProblem(problem: HandInProblem, language: Language): string {
  const t = budgetReportTexts[language].problems;
  const count = (all: readonly unknown[]) => formatNumber(language, all.length);
  if (problem.problem === "unreadable") return t[kindOf(problem.real)];
  if (problem.problem === "amount-unclear") return t["amount-unclear"](count(problem.rows));
  if (problem.problem === "totals-broken") return t["totals-broken"](count(problem.differences));
  if (problem.problem === "other-year") return t["other-year"](String(problem.year));
  if (problem.problem === "other-village") return t["other-village"](problem.village);
  return t[problem.problem];
}

/** What a file that is no table is, as far as another sentence helps. */
function kindOf(real: string): "pdf" | "xls" | "picture" | "unreadable" {
  if (real === "pdf" || real === "xls") return real;
  return pictures.includes(real) ? "picture" : "unreadable";
}
