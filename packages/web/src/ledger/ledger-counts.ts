import { ledgerTexts } from "#language/ledger.ts";
import type { CountedTasks } from "#shell";

export const ledgerCounts: CountedTasks = {
  "decide-books": {
    path: "/iuran/buku",
    secondsEach: 90,
    words: (language) => ledgerTexts[language].tasks["decide-books"],
  },
};
