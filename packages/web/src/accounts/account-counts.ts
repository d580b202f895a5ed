import { accountAdminTexts } from "#language/account-admin.ts";
import type { CountedTasks } from "#shell";

export const accountCounts: CountedTasks = {
  "decide-account-requests": {
    path: "/admin/pengguna/persetujuan",
    secondsEach: 120,
    words: (language) => accountAdminTexts[language].tasks["decide-account-requests"],
  },
};
