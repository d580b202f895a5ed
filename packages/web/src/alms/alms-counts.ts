import { almsDeskTexts } from "#language/alms-desk.ts";
import type { CountedTasks } from "#shell";

const pathOf = (code: string) => `/sedekah/kelola/putaran/${code}`;

export const almsCounts: CountedTasks = {
  "approve-alms-round": {
    path: "/sedekah/kelola",
    pathOf,
    secondsEach: 180,
    words: (language) => almsDeskTexts[language].tasks["approve-alms-round"],
  },
  "prove-alms-round": {
    path: "/sedekah/kelola",
    pathOf,
    secondsEach: 600,
    words: (language) => almsDeskTexts[language].tasks["prove-alms-round"],
  },
  "renew-alms-permit": {
    path: "/sedekah/kelola",
    secondsEach: 120,
    words: (language) => almsDeskTexts[language].tasks["renew-alms-permit"],
  },
};
