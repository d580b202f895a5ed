import { advanceEnrolments } from "#enrolment";
import type { Step } from "#use-case";
import { deletePacketLines } from "./packet-line.store.ts";
import { listPacketLines } from "./packet-line.view.ts";
import { listDraftsWith, updatePacket } from "./packet.store.ts";

/** Takes enrolments out of the drafts they stand in, as part of a larger decision; a draft that is left empty is given up. */
export async function takeOutOfDrafts(step: Step, enrolmentIds: readonly string[]): Promise<void> {
  for (const packet of await listDraftsWith(step.tx, step.area, enrolmentIds)) {
    const lines = await listPacketLines(step.tx, packet.id);
    const own = lines.filter(({ enrolmentId }) => enrolmentIds.includes(enrolmentId));
    const isEmpty = own.length === lines.length;
    if (!isEmpty)
      await deletePacketLines(
        step.tx,
        packet.id,
        own.map(({ lineNo }) => lineNo),
      );
    const ids = own.map(({ enrolmentId }) => enrolmentId);
    await advanceEnrolments(step, ids, { from: "in-packet", to: "ready" });
    await updatePacket(step.tx, packet, { state: isEmpty ? "withdrawn" : "draft" });
  }
}
