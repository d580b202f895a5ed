import { correctionTexts } from "#language/corrections.ts";
import type { CountedTasks } from "#shell";

export const correctionCounts: CountedTasks = {
  "decide-corrections": {
    path: "/koreksi",
    secondsEach: 40,
    words: (language) => correctionTexts[language].tasks["decide-corrections"],
  },
  "ask-before-registration": {
    path: "/pekerja/lapangan?daftar=sebelum-didaftarkan",
    secondsEach: 60,
    words: (language) => correctionTexts[language].tasks["ask-before-registration"],
  },
  "complete-persons": {
    path: "/pekerja/lapangan",
    secondsEach: 60,
    words: (language) => correctionTexts[language].tasks["complete-persons"],
  },
};
