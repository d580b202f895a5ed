import { listTasks } from "@tuwai/server/tasks";
import { endorsementCounts } from "#endorsements";
import { enrolmentCounts } from "#enrolment";
import { importCounts } from "#imports";
import { formatNumber } from "#language/format.ts";
import { localPath } from "#language/language.ts";
import { taskTexts } from "#language/tasks.ts";
import { linkReviewCounts } from "#link-review";
import { matchingCounts } from "#matching";
import { packetCounts } from "#packets";
import type { CountedTasks, Task, TaskSource } from "#shell";
import { upkeepCounts } from "#upkeep";

/** What is counted rather than listed one by one; files and packets bring their own rows with their own names. */
const counted: CountedTasks = {
  ...importCounts,
  ...endorsementCounts,
  ...linkReviewCounts,
  ...matchingCounts,
  ...enrolmentCounts,
  ...packetCounts,
  ...upkeepCounts,
};

/** The counts in the server's order, which is the order to work in. */
export const countedTasks: TaskSource = async (app, actor, language) =>
  (await listTasks(app, actor)).flatMap(({ code, count }): Task[] => {
    const known = counted[code];
    if (known === undefined) return [];
    const { text, why, action } = known.words(language);
    const minutes = Math.max(1, Math.ceil((count * known.secondsEach) / 60));
    return [
      {
        id: code,
        text: text(formatNumber(language, count)),
        note: taskTexts[language].effort(why, minutes),
        href: localPath(language, known.path),
        action,
      },
    ];
  });
