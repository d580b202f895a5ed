import type { Actor, App } from "@tuwai/server/app";
import { almsCounts } from "#alms";
import { listTasks, type Task as Counted } from "@tuwai/server/tasks";
import { accountCounts } from "#accounts";
import { aftercareCounts } from "#aftercare";
import { arrearsCounts } from "#arrears";
import { billCounts } from "#bills";
import { certificateCounts } from "#certificates";
import { claimCounts } from "#claims";
import { budgetReportCounts } from "#budget-reports";
import { claimabilityCounts } from "#claimability";
import { indicatorCounts } from "#indicators";
import { releaseCounts } from "#releases";
import { linkSampleCounts } from "#link-samples";
import { targetingCounts } from "#targeting";
import { commitmentCounts } from "#commitments";
import { comparisonCounts } from "#comparison";
import { consentCounts } from "#consents";
import { correctionCounts } from "#corrections";
import { identityCounts } from "#identities";
import { endorsementCounts } from "#endorsements";
import { enrolmentCounts } from "#enrolment";
import { familyCounts } from "#families";
import { followUpCounts } from "#follow-ups";
import { groupCounts } from "#groups";
import { importCounts } from "#imports";
import { formatNumber } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import { taskTexts } from "#language/tasks.ts";
import { incidentCounts } from "#incident-reports";
import { lifeEventCounts } from "#life-events";
import { ledgerCounts } from "#ledger";
import { linkReviewCounts } from "#link-review";
import { minutesCounts } from "#minutes";
import { monthRunCounts } from "#month-runs";
import { mandateCounts } from "#mandates";
import { matchingCounts } from "#matching";
import { meetingCounts } from "#meetings";
import { moveCounts } from "#moves";
import { officerCounts } from "#officers";
import { packetCounts } from "#packets";
import { payerCounts } from "#payers";
import { doubleCoverCounts } from "#double-cover";
import { refundCounts } from "#refunds";
import { payrollCounts } from "#payroll";
import { replacementCounts } from "#replacements";
import { secondLookCounts } from "#second-look";
import { servantCounts } from "#servants";
import type { CountedTasks, Task } from "#shell";
import { tariffCounts } from "#tariff";
import { workWordsCounts } from "#work-words";
import { unrecordedCounts } from "#unrecorded";
import { upkeepCounts } from "#upkeep";

/** The words and addresses of every code that the server counts; counted-tasks.test.ts holds the two together. */
export const counted: CountedTasks = {
  ...almsCounts,
  ...aftercareCounts,
  ...arrearsCounts,
  ...importCounts,
  ...endorsementCounts,
  ...consentCounts,
  ...correctionCounts,
  ...comparisonCounts,
  ...identityCounts,
  ...incidentCounts,
  ...familyCounts,
  ...claimCounts,
  ...lifeEventCounts,
  ...linkReviewCounts,
  ...certificateCounts,
  ...mandateCounts,
  ...matchingCounts,
  ...replacementCounts,
  ...servantCounts,
  ...enrolmentCounts,
  ...meetingCounts,
  ...moveCounts,
  ...packetCounts,
  ...claimabilityCounts,
  ...indicatorCounts,
  ...releaseCounts,
  ...targetingCounts,
  ...linkSampleCounts,
  ...followUpCounts,
  ...billCounts,
  ...unrecordedCounts,
  ...payerCounts,
  ...refundCounts,
  ...doubleCoverCounts,
  ...commitmentCounts,
  ...budgetReportCounts,
  ...minutesCounts,
  ...groupCounts,
  ...officerCounts,
  ...monthRunCounts,
  ...ledgerCounts,
  ...payrollCounts,
  ...tariffCounts,
  ...upkeepCounts,
  ...accountCounts,
  ...secondLookCounts,
  ...workWordsCounts,
};

/** What waits, in the server's order, which is the order to work in. */
export async function tasksFor(app: App, actor: Actor, language: Language): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const task of await listTasks(app, actor)) {
    const known = counted[task.code];
    if (known === undefined) throw new Error(`the task ${task.code} has no words`);
    if ("each" in known) tasks.push(...(await known.each(app, actor, language)));
    else tasks.push(sentenceOf(task, known, language));
  }
  return tasks;
}

type InWords = Exclude<CountedTasks[string], { readonly each: unknown }>;

function sentenceOf({ code, count, where }: Counted, known: InWords, language: Language): Task {
  const { text, why, action } = known.words(language);
  const minutes = Math.max(1, Math.ceil((count * known.secondsEach) / 60));
  return {
    id: code,
    text: text(formatNumber(language, count)),
    note: taskTexts[language].effort(why, minutes),
    href: localPath(language, where === undefined ? known.path : (known.pathOf?.(where) ?? known.path)),
    action,
  };
}
