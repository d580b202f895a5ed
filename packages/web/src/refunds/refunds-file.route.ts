import { exportRefunds } from "@tuwai/server/refunds";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { refundTexts } from "#language/refunds.ts";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/refunds-file.route";
import { answerWords, payerWords } from "./refund-words.ts";

export const handle: Handle = { access: "refund.read" };

/** `POST …/berkas`: All refunds as a file: workers by their code alone. */
export async function action({ request, context }: Route.ActionArgs) {
  const format = readFileForm(await request.formData());
  const language = languageOf(new URL(request.url).pathname);
  const t = refundTexts[language];
  const { columns, sheet } = t;
  const file = await exportRefunds(...forUseCase(context), {
    format,
    words: {
      sheet: t.title,
      mark: t.fileMark,
      columns: [
        { header: columns.person, kind: "text", value: ({ person }) => person.code ?? null },
        { header: columns.month, kind: "text", value: ({ month }) => month },
        { header: sheet.received, kind: "date", value: ({ receivedOn }) => receivedOn },
        { header: columns.amount, kind: "rupiah", value: ({ amountRupiah }) => amountRupiah },
        { header: columns.why, kind: "text", value: ({ reason }) => t.reasons[reason] },
        { header: columns.payer, kind: "text", value: (line) => payerWords(language, line) },
        { header: columns.state, kind: "text", value: ({ state }) => t.states[state] },
        { header: sheet.answer, kind: "text", value: (line) => answerWords(language, line) },
        { header: sheet.answerAmount, kind: "rupiah", value: ({ answerRupiah }) => answerRupiah },
      ],
    },
  });
  return fileAnswer(file.bytes, `${t.fileName}-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(localPath(languageOf(new URL(request.url).pathname), "/iuran/pengembalian"));
}
