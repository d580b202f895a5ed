import { arrearsTexts } from "#language/arrears.ts";
import type { CountedTasks } from "#shell";

export const arrearsCounts: CountedTasks = {
  "rescue-workers": {
    path: "/kepesertaan/tunggakan",
    secondsEach: 60,
    words: (language) => arrearsTexts[language].tasks["rescue-workers"],
  },
  "remind-villages": {
    path: "/kepesertaan/tunggakan?batas=village",
    secondsEach: 10,
    words: (language) => arrearsTexts[language].tasks["remind-villages"],
  },
};
