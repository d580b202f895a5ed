import { confirmRelease, listReleaseDrafts, submitRelease } from "@tuwai/server/releases";
import { actorAs, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Two persons look at the release that the night prepared, and it is published. */
export async function publishRelease(stage: Stage): Promise<void> {
  const officer = await actorAs(stage, "dat");
  const waiting = (await listReleaseDrafts(stage.app, officer)).filter(({ state }) => state === "prepared");
  for (const { id: draftId, version } of waiting) {
    await submitRelease(stage.app, officer, { ...operation(stage), draftId, version });
    const second = await actorAs(stage, "dpo");
    await confirmRelease(stage.app, second, { ...operation(stage), draftId, version: version + 1 });
  }
}
