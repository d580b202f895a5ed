import { exportRefunds } from "@tuwai/server/refunds";
import { languageOf } from "#language/language.ts";
import { refundTexts } from "#language/refunds.ts";
import { fileAnswer, forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/refunds-file.route";
import { answerWords, payerWords } from "./refund-words.ts";

export const handle: Handle = { access: "refund.read" };

/** All refunds as a workbook: workers by their code alone. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = refundTexts[language];
  const { columns, sheet } = t;
  const bytes = await exportRefunds(...forUseCase(context), {
    words: {
      sheet: t.title,
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
  return fileAnswer(bytes, t.fileName, "xlsx");
}
