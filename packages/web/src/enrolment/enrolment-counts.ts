import { enrolmentTexts } from "#language/enrolment.ts";
import type { CountedTasks } from "#shell";

export const enrolmentCounts: CountedTasks = {
  "mend-rejected": {
    path: "/kepesertaan?status=rejected",
    secondsEach: 180,
    words: (language) => enrolmentTexts[language].tasks["mend-rejected"],
  },
};
