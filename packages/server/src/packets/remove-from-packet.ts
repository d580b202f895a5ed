import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { deletePacketLines, listPacketLines, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = {
  readonly operationId: string;
  readonly packetId: string;
  readonly version: number;
  readonly personCodes: readonly string[];
};

export type RemoveOutcome =
  | { readonly outcome: "removed"; readonly lines: number; readonly version: number }
  | { readonly outcome: "refused"; readonly reasons: readonly "nothing-would-remain"[] };

/** Takes workers out of a draft; they are ready again, unless their payer stopped meanwhile. Codes must all be in it. */
export async function removeFromPacket(app: App, actor: Actor, input: Input): Promise<RemoveOutcome> {
  const area = areaOf(actor, authorise(actor, "enrolment.submit"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "packet.remove", request }, async () => {
      await lockPayers(tx);
      const packet = await requireDraft(tx, area, input);
      const lines = await listPacketLines(tx, packet.id);
      const named = lines.filter(({ personCode }) => input.personCodes.includes(personCode));
      if (named.length === 0 || named.length !== new Set(input.personCodes).size)
        throw new AppError("not-found", { object: "packet-line" });
      const remaining = lines.length - named.length;
      if (remaining === 0) return { outcome: "refused", reasons: ["nothing-would-remain"] } as const;
      const lineNos = named.map(({ lineNo }) => lineNo);
      await deletePacketLines(tx, packet.id, lineNos);
      const ids = named.map(({ enrolmentId }) => enrolmentId);
      await advanceEnrolments({ tx }, ids, { from: "in-packet", to: "ready" });
      await updatePacket(tx, packet, { state: "draft" });
      await recordChange(app, tx, actor, {
        action: "packet.remove",
        objectType: "packet",
        objectId: packet.id,
        operationId,
        details: { code: packet.code, lineNos, remaining },
      });
      return { outcome: "removed", lines: remaining, version: packet.version + 1 } as const;
    }),
  );
}
