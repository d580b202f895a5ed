import { advanceEnrolments, lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import { listPacketLines } from "./packet-line.view.ts";
import { type PacketName, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = Operation & PacketName & { readonly version: number };

/** Gives a draft up: its workers are ready again. What was sent cannot be withdrawn; BPJS has it. */
export const withdrawPacket = change(
  { name: "packet.withdraw", permission: "enrolment.submit" },
  async (step, input: Input): Promise<{ readonly outcome: "withdrawn"; readonly freed: number }> => {
    await lockPayers(step.tx);
    const packet = await requireDraft(step, input);
    const lines = await listPacketLines(step.tx, packet.id);
    const ids = lines.map(({ enrolmentId }) => enrolmentId);
    const freed = await advanceEnrolments(step, ids, { from: "in-packet", to: "ready" });
    await updatePacket(step.tx, packet, { state: "withdrawn" });
    const details = { code: packet.code, freed };
    await step.audit({ objectType: "packet", objectId: packet.id, details });
    return { outcome: "withdrawn", freed };
  },
);
