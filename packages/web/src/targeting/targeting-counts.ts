import { targetingTexts } from "#language/targeting.ts";
import type { CountedTasks } from "#shell";

export const targetingCounts: CountedTasks = {
  "look-at-left-out": {
    path: "/dasbor/sasaran",
    pathOf: (villageCode) => `/dasbor/sasaran/${villageCode}`,
    secondsEach: 900,
    words: (language) => targetingTexts[language].tasks["look-at-left-out"],
  },
  "visit-for-list": {
    path: "/pekerja",
    secondsEach: 1800,
    words: (language) => targetingTexts[language].tasks["visit-for-list"],
  },
};
