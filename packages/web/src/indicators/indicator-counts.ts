import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import type { CountedTasks } from "#shell";

export const indicatorCounts: CountedTasks = {
  "decide-targets": {
    path: "/admin/indikator?bagian=target",
    secondsEach: 120,
    words: (language) => indicatorDeskTexts[language].tasks["decide-targets"],
  },
};
