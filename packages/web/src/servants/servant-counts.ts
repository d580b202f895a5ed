import { servantTexts } from "#language/servants.ts";
import type { CountedTasks } from "#shell";

export const servantCounts: CountedTasks = {
  "follow-servants": {
    path: "/sponsor/pegawai",
    secondsEach: 60,
    words: (language) => servantTexts[language].task,
  },
};
