import { parseMonth } from "@tuwai/domain/time";
import { AppError } from "@tuwai/server/app";
import { type BillWords, exportBills } from "@tuwai/server/bills";
import { redirect } from "react-router";
import { groupNamer } from "#groups";
import { billTexts } from "#language/bills.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { villageNamer } from "#regions";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/bills-file.route";

export const handle: Handle = { access: "bill.read" };

/** `POST …/berkas`: the bills of the month as a file. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const use = forUseCase(context);
  const format = readFileForm(await request.formData());
  const words = wordsIn(language, await villageNamer(...use));
  const file = await exportBills(...use, { month: params.bulan, format, words });
  return fileAnswer(file.bytes, `tagihan-${params.bulan}-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request, params }: Route.LoaderArgs) {
  if (parseMonth(params.bulan) === undefined) throw new AppError("not-found");
  const language = languageOf(new URL(request.url).pathname);
  throw redirect(localPath(language, `/iuran/tagihan?bulan=${encodeURIComponent(params.bulan)}`));
}

function wordsIn(language: Language, villageOf: Parameters<typeof groupNamer>[1]): BillWords {
  const t = billTexts[language];
  const nameOf = groupNamer(language, villageOf);
  return {
    sheet: t.file.sheet,
    mark: t.file.mark,
    columns: [
      { header: t.file.number, kind: "text", value: ({ number }) => number },
      { header: t.file.key, kind: "text", value: ({ key }) => key },
      { header: t.columns.group, kind: "text", value: nameOf },
      { header: t.one.facts.code, kind: "text", value: ({ code }) => code },
      { header: t.columns.workers, kind: "number", value: ({ workers }) => workers },
      { header: t.columns.owed, kind: "rupiah", value: ({ owed }) => owed },
      { header: t.columns.billed, kind: "rupiah", value: ({ billed }) => billed },
      { header: t.columns.received, kind: "rupiah", value: ({ received }) => received },
      { header: t.receivedOtherwise, kind: "rupiah", value: ({ receivedOtherwise }) => receivedOtherwise },
      { header: t.file.billDiffers, kind: "rupiah", value: differing("billed") },
      { header: t.file.moneyDiffers, kind: "rupiah", value: differing("received") },
      { header: t.columns.state, kind: "text", value: ({ state }) => t.states[state] },
    ],
  };
}

type Value = BillWords["columns"][number]["value"];

const differing =
  (kind: "billed" | "received"): Value =>
  ({ differences }) =>
    differences.find((difference) => difference.kind === kind)?.rupiah ?? 0;
