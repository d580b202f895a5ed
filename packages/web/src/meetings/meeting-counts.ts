import { meetingTexts } from "#language/meetings.ts";
import type { CountedTasks } from "#shell";

export const meetingCounts: CountedTasks = {
  "check-meeting-numbers": {
    path: "/rakor",
    secondsEach: 120,
    words: (language) => meetingTexts[language].tasks["check-meeting-numbers"],
  },
};
