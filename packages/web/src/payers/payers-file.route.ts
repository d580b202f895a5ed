import { exportPayers } from "@tuwai/server/payers";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/payers-file.route";
import { fundWords } from "./fund-words.ts";

export const handle: Handle = { access: "payer.read" };

/** `POST …/berkas`: The list of payers as a file; it names no worker. */
export async function action({ request, context }: Route.ActionArgs) {
  const format = readFileForm(await request.formData());
  const language = languageOf(new URL(request.url).pathname);
  const t = payerTexts[language];
  const { columns, sheet } = t;
  const file = await exportPayers(...forUseCase(context), {
    format,
    words: {
      sheet: t.title,
      mark: t.fileMark,
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
  return fileAnswer(file.bytes, `${t.fileName}-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(localPath(languageOf(new URL(request.url).pathname), "/iuran/pembayar"));
}
