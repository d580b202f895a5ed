import { unrecordedTexts } from "#language/unrecorded.ts";
import type { CountedTasks } from "#shell";

export const unrecordedCounts: CountedTasks = {
  "ask-bpjs": {
    path: "/iuran/belum-tercatat",
    secondsEach: 20,
    words: (language) => unrecordedTexts[language].tasks["ask-bpjs"],
  },
};
