import { commitmentTexts } from "#language/commitments.ts";
import type { CountedTasks } from "#shell";

export const commitmentCounts: CountedTasks = {
  "declare-commitments": {
    path: "/anggaran/komitmen?keadaan=belum",
    secondsEach: 240,
    words: (language) => commitmentTexts[language].tasks["declare-commitments"],
  },
  "mend-drafts": {
    path: "/anggaran/komitmen",
    secondsEach: 300,
    words: (language) => commitmentTexts[language].tasks["mend-drafts"],
  },
  "evaluate-drafts": {
    path: "/anggaran/komitmen/evaluasi",
    secondsEach: 300,
    words: (language) => commitmentTexts[language].tasks["evaluate-drafts"],
  },
  "set-accounts": {
    path: "/anggaran/komitmen/aturan",
    secondsEach: 120,
    words: (language) => commitmentTexts[language].tasks["set-accounts"],
  },
};
