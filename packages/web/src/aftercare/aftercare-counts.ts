import { aftercareTexts } from "#language/aftercare.ts";
import type { CountedTasks } from "#shell";

export const aftercareCounts: CountedTasks = {
  "visit-families": {
    path: "/pendampingan",
    secondsEach: 1800,
    words: (language) => aftercareTexts[language].tasks["visit-families"],
  },
  "ask-families": {
    path: "/tanya-keluarga",
    secondsEach: 900,
    words: (language) => aftercareTexts[language].tasks["ask-families"],
  },
};
