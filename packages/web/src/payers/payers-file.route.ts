import { exportPayers } from "@tuwai/server/payers";
import { languageOf } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { fileAnswer, forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/payers-file.route";
import { fundWords } from "./fund-words.ts";

export const handle: Handle = { access: "payer.read" };

/** The list of payers as a workbook; it names no worker. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = payerTexts[language];
  const { columns, sheet } = t;
  const bytes = await exportPayers(...forUseCase(context), {
    words: {
      sheet: t.title,
      columns: [
        { header: columns.payer, kind: "text", value: ({ name }) => name },
        { header: sheet.kind, kind: "text", value: ({ kind }) => t.kinds[kind] },
        { header: sheet.source, kind: "text", value: ({ fundSource }) => fundSource },
        { header: columns.workers, kind: "number", value: ({ workers }) => workers },
        { header: columns.until, kind: "text", value: (payer) => fundWords(language, payer) },
        { header: columns.promised, kind: "rupiah", value: ({ promisedRupiah }) => promisedRupiah },
        { header: columns.paid, kind: "rupiah", value: ({ sums }) => sums.paidRupiah },
        {
          header: sheet.left,
          kind: "rupiah",
          value: ({ promisedRupiah, spentRupiah }) => promisedRupiah - spentRupiah,
        },
        { header: sheet.months, kind: "number", value: ({ sums }) => sums.paidMonths },
        { header: columns.full, kind: "number", value: ({ sums }) => sums.fullMonths },
        { header: sheet.each, kind: "rupiah", value: ({ sums }) => sums.rupiahPerFullMonth },
      ],
    },
  });
  return fileAnswer(bytes, t.fileName, "xlsx");
}
