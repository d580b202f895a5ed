import { budgetReportTexts } from "#language/budget-reports.ts";
import type { CountedTasks } from "#shell";

export const budgetReportCounts: CountedTasks = {
  "confirm-budget-reports": {
    path: "/anggaran/komitmen",
    secondsEach: 180,
    words: (language) => budgetReportTexts[language].task,
  },
};
