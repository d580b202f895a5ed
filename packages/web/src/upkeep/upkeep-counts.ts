import { upkeepTexts } from "#language/upkeep.ts";
import type { CountedTasks } from "#shell";

export const upkeepCounts: CountedTasks = {
  "retry-dead-work": {
    path: "/admin/pekerjaan",
    secondsEach: 120,
    words: (language) => upkeepTexts[language].tasks["retry-dead-work"],
  },
  "make-backup": {
    path: "/admin/pekerjaan",
    secondsEach: 600,
    words: (language) => upkeepTexts[language].tasks["make-backup"],
  },
};
