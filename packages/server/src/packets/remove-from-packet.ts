import { AppError } from "#app";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import { deletePacketLines } from "./packet-line.store.ts";
import { listPacketLines } from "./packet-line.view.ts";
import { type PacketName, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = Operation & PacketName & { readonly version: number; readonly personCodes: readonly string[] };

export type RemoveOutcome =
  | { readonly outcome: "removed"; readonly lines: number; readonly version: number }
  | { readonly outcome: "refused"; readonly reasons: readonly "nothing-would-remain"[] };

/** Takes workers out of a draft; they are ready again, unless their payer stopped meanwhile. Codes must all be in it. */
export const removeFromPacket = change(
  { name: "packet.remove", permission: "enrolment.submit" },
  async (step, input: Input): Promise<RemoveOutcome> => {
    await lockPayers(step.tx);
    const packet = await requireDraft(step, input);
    const lines = await listPacketLines(step.tx, packet.id);
    const named = lines.filter(({ personCode }) => input.personCodes.includes(personCode));
    if (named.length === 0 || named.length !== new Set(input.personCodes).size)
      throw new AppError("not-found", { object: "packet-line" });
    const remaining = lines.length - named.length;
    if (remaining === 0) return step.unchanged({ outcome: "refused", reasons: ["nothing-would-remain"] });
    const lineNos = named.map(({ lineNo }) => lineNo);
    await deletePacketLines(step.tx, packet.id, lineNos);
    const ids = named.map(({ enrolmentId }) => enrolmentId);
    await advanceEnrolments(step, ids, { from: "in-packet", to: "ready" });
    await updatePacket(step.tx, packet, { state: "draft" });
    const details = { code: packet.code, lineNos, remaining };
    await step.audit({ objectType: "packet", objectId: packet.id, details });
    return { outcome: "removed", lines: remaining, version: packet.version + 1 };
  },
);
