import { familyTexts } from "#language/families.ts";
import type { CountedTasks } from "#shell";

export const familyCounts: CountedTasks = {
  "child-guardians": {
    path: "/yatim",
    secondsEach: 600,
    words: (language) => familyTexts[language].tasks["child-guardians"],
  },
  "school-letters": {
    path: "/yatim?surat=due",
    secondsEach: 600,
    words: (language) => familyTexts[language].tasks["school-letters"],
  },
};
