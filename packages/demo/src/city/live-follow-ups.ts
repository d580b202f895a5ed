import { actOnFollowUp, answerFollowUp, listFollowUps, type ShownFollowUp } from "@tuwai/server/follow-ups";
import { keptOf } from "./live-promises.ts";
import { meetingOf } from "./live-rakor.ts";
import { actorAs, allPages, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Villages say what they did about the decisions of the meeting, and the manager answers. */
export async function answerDecisions(stage: Stage): Promise<void> {
  const { app, month } = stage;
  const manager = await actorAs(stage, "mgr");
  const meeting = await meetingOf(stage, manager, Number(month.slice(0, 4)));
  if (meeting === undefined || meeting.state !== "closed") return;
  const { code: meetingCode } = meeting;
  const asked = await allPages(
    async (page) => (await listFollowUps(app, manager, { meetingCode, page })).page,
  );
  for (const one of asked.filter(({ state }) => state === "open")) {
    const said = saidOf(stage, one);
    if (said === null || one.dueOn.slice(0, 7) > month) continue;
    await say(stage, one, said);
  }
}

type Said = "finish" | "ask";

/** A budget is done when it is law, or asked for later; a list when the village has endorsed one. */
function saidOf(stage: Stage, { villageCode, group }: ShownFollowUp): Said | null {
  if (villageCode === null) return null;
  if (group === null) return stage.book.villages.includes(villageCode) ? "finish" : null;
  const kept = keptOf(stage, villageCode);
  if (kept === "kept" || (kept === "late" && stage.month.slice(5) >= "08")) return "finish";
  return kept === "late" ? "ask" : null;
}

async function say(stage: Stage, { id: followUpId, version, villageCode }: ShownFollowUp, step: Said) {
  const { app } = stage;
  const head = await actorAs(stage, `kds-${villageCode}`);
  const manager = await actorAs(stage, "mgr");
  const asks = {
    reason: "Masuk perubahan APBDes, musyawarah desa sudah setuju.",
    until: `${stage.month.slice(0, 4)}-08-31`,
  };
  await actOnFollowUp(app, head, {
    ...operation(stage),
    ...(step === "ask" ? asks : {}),
    followUpId,
    version,
    step,
    scan: null,
  });
  const answer = step === "ask" ? "grant" : "accept";
  await answerFollowUp(app, manager, { ...operation(stage), followUpId, version: version + 1, step: answer });
}
