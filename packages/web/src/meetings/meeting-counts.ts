import { meetingTexts } from "#language/meetings.ts";
import type { CountedTasks } from "#shell";

export const meetingCounts: CountedTasks = {
  "answer-in-meeting": {
    path: "/rakor",
    pathOf: (meetingCode) => `/rakor/${meetingCode}/isi`,
    secondsEach: 120,
    words: (language) => meetingTexts[language].tasks["answer-in-meeting"],
  },
  "check-meeting-numbers": {
    path: "/rakor",
    pathOf: (meetingCode) => `/rakor/${meetingCode}`,
    secondsEach: 120,
    words: (language) => meetingTexts[language].tasks["check-meeting-numbers"],
  },
};
