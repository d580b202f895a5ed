import { payerTexts } from "#language/payers.ts";
import type { CountedTasks } from "#shell";

export const payerCounts: CountedTasks = {
  "end-of-money": {
    path: "/iuran/pembayar",
    secondsEach: 240,
    words: (language) => payerTexts[language].tasks["end-of-money"],
  },
};
