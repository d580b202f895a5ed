import { claimabilityTexts } from "#language/claimability.ts";
import type { CountedTasks } from "#shell";

export const claimabilityCounts: CountedTasks = {
  "complete-before-sending": {
    path: "/kepesertaan/kelayakan",
    secondsEach: 300,
    words: (language) => claimabilityTexts[language].tasks["complete-before-sending"],
  },
  "visit-sample": {
    path: "/kepesertaan/kelayakan/kunjungan",
    secondsEach: 1800,
    words: (language) => claimabilityTexts[language].tasks["visit-sample"],
  },
};
