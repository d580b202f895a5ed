import { mandateTexts } from "#language/mandates.ts";
import type { CountedTasks } from "#shell";

export const mandateCounts: CountedTasks = {
  "decide-receiving-account": {
    path: "/iuran/rekening",
    secondsEach: 120,
    words: (language) => mandateTexts[language].tasks["decide-receiving-account"],
  },
  "name-receiving-account": {
    path: "/iuran/rekening",
    secondsEach: 120,
    words: (language) => mandateTexts[language].tasks["name-receiving-account"],
  },
};
