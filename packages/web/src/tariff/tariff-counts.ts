import { tariffTexts } from "#language/tariff.ts";
import type { CountedTasks } from "#shell";

export const tariffCounts: CountedTasks = {
  "renew-tariff": {
    path: "/iuran/tarif",
    secondsEach: 120,
    words: (language) => tariffTexts[language].tasks["renew-tariff"],
  },
  "ask-for-caps": {
    path: "/iuran/tarif",
    secondsEach: 1,
    words: (language) => tariffTexts[language].tasks["ask-for-caps"],
  },
  "raise-cap": {
    path: "/sponsor/saya",
    secondsEach: 120,
    words: (language) => tariffTexts[language].tasks["raise-cap"],
  },
};
