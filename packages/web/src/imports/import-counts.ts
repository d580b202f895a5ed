import { importTexts } from "#language/imports.ts";
import type { CountedTasks } from "#shell";

export const importCounts: CountedTasks = {
  "repair-rows": {
    path: "/impor",
    secondsEach: 60,
    words: (language) => importTexts[language].tasks["repair-rows"],
  },
};
