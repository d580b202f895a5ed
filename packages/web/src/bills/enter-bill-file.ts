import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { enterBillFile, type EnterBillFileOutcome, mostBillBytes } from "@tuwai/server/bills";
import { receiveForm } from "@tuwai/server/http";
import { billTexts } from "#language/bills.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { receivedOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly request: Request; readonly month: string; readonly language: Language };

/** The file of a month's bills as it was sent: what was noted, or everything that is wrong with it. */
export async function receiveBillFile(
  app: App,
  actor: Actor,
  { request, month, language }: Sent,
): Promise<{ readonly done: string } | { readonly errors: FormErrors }> {
  const t = billTexts[language].upload;
  const options = { fileField: "berkas", dataDir: app.config.dataDir, maxFileBytes: mostBillBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return { errors: { berkas: t.tooLarge } };
  try {
    if (form.file === null) return { errors: { berkas: t.noFile } };
    const { name: fileName, path } = form.file;
    const operationId = receivedOperationId(form, app);
    const entered = await enterBillFile(app, actor, { operationId, month, fileName, path });
    if (entered.outcome === "refused") return { errors: { berkas: sayProblems(entered, language) } };
    return { done: t.done(formatNumber(language, entered.bills), formatRupiah(language, entered.sum)) };
  } finally {
    await form.dispose();
  }
}

type Refused = Extract<EnterBillFileOutcome, { outcome: "refused" }>;

function sayProblems({ problems }: Refused, language: Language): string {
  const t = billTexts[language].upload;
  const number = (value: number) => formatNumber(language, value);
  const said = problems.map((problem) =>
    "rows" in problem
      ? t.rows[problem.problem](number(problem.count), problem.rows.map(number).join(", "))
      : t.problems[problem.problem],
  );
  return [...said, t.nothingKept].join(" ");
}
