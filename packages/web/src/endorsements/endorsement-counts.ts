import { eligibilityTexts } from "#language/eligibility.ts";
import type { CountedTasks } from "#shell";

export const endorsementCounts: CountedTasks = {
  "endorse-lists": {
    path: "/penetapan?keadaan=diajukan",
    secondsEach: 300,
    words: (language) => eligibilityTexts[language].tasks["endorse-lists"],
  },
  "return-lists": {
    path: "/penetapan?keadaan=disahkan",
    secondsEach: 120,
    words: (language) => eligibilityTexts[language].tasks["return-lists"],
  },
  "revise-returned-list": {
    path: "/penetapan",
    secondsEach: 600,
    words: (language) => eligibilityTexts[language].tasks["revise-returned-list"],
  },
  "propose-list": {
    path: "/penetapan",
    secondsEach: 10,
    words: (language) => eligibilityTexts[language].tasks["propose-list"],
  },
};
