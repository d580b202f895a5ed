import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { listPacketLines, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = { readonly operationId: string; readonly packetId: string; readonly version: number };

/** Gives a draft up: its workers are ready again. What was sent cannot be withdrawn; BPJS has it. */
export async function withdrawPacket(
  app: App,
  actor: Actor,
  input: Input,
): Promise<{ readonly outcome: "withdrawn"; readonly freed: number }> {
  const area = areaOf(actor, authorise(actor, "enrolment.submit"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "packet.withdraw", request }, async () => {
      await lockPayers(tx);
      const packet = await requireDraft(tx, area, input);
      const lines = await listPacketLines(tx, packet.id);
      const ids = lines.map(({ enrolmentId }) => enrolmentId);
      const freed = await advanceEnrolments({ tx }, ids, { from: "in-packet", to: "ready" });
      await updatePacket(tx, packet, { state: "withdrawn" });
      await recordChange(app, tx, actor, {
        action: "packet.withdraw",
        objectType: "packet",
        objectId: packet.id,
        operationId,
        details: { code: packet.code, freed },
      });
      return { outcome: "withdrawn", freed } as const;
    }),
  );
}
