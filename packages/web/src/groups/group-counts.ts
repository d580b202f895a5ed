import { groupTexts } from "#language/groups.ts";
import type { CountedTasks } from "#shell";

export const groupCounts: CountedTasks = {
  "mend-groups": {
    path: "/iuran/kelompok",
    secondsEach: 120,
    words: (language) => groupTexts[language].tasks["mend-groups"],
  },
};
