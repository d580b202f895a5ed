import type { Certified } from "@tuwai/domain/certificates";
import { AppError } from "#app";
import { act, type Operation, type Step } from "#use-case";
import {
  insertCertificate,
  listCertificates,
  lockCertificates,
  type NewCertificate,
} from "./certificate.store.ts";
import { certifiedNow } from "./certified-now.ts";
import { newCertificateCode } from "./new-code.ts";
import { findHolder } from "./receipts.view.ts";

export type IssueOutcome =
  | { readonly outcome: "issued" | "already-issued"; readonly certificateId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly "nothing-received"[] };

/**
 * The sponsor's certificate, after BPJS has received the first contribution. One in force each: asked for again, also at the same
 * moment from two windows, it is the same one.
 */
export const issueCertificate = act(
  { name: "certificate.issue", permission: "certificate.read" },
  async (call, { operationId: id }: Operation): Promise<IssueOutcome> => {
    const certified = await certifiedNow(call);
    return call.once({ id, request: {} }, async (step) => {
      const { civilServantId } = step.area;
      if (civilServantId === null) throw new AppError("not-found", { object: "civil-servant" });
      await lockCertificates(step.tx);
      const all = await listCertificates(step.tx, civilServantId);
      const valid = all.find(({ state }) => state === "valid");
      if (valid !== undefined)
        return step.unchanged({ outcome: "already-issued", certificateId: valid.id } as const);
      if (certified === null)
        return step.unchanged({ outcome: "refused", reasons: ["nothing-received"] } as const);
      const by = { civilServantId, issuedBy: step.actor.userId, replaces: null };
      const certificateId = await writeCertificate(step, certified, by);
      await step.audit({ objectType: "certificate", objectId: certificateId });
      return { outcome: "issued", certificateId } as const;
    });
  },
);

/** Under `lockCertificates`. */
export async function writeCertificate(
  { tx, actor, now, today, newId }: Step,
  certified: Certified,
  by: Pick<NewCertificate, "civilServantId" | "issuedBy" | "replaces">,
): Promise<string> {
  const holder = await findHolder(tx, by.civilServantId);
  if (holder === undefined) throw new AppError("not-found", { object: "civil-servant" });
  const id = newId();
  await insertCertificate(tx, {
    ...certified,
    ...by,
    id,
    code: newCertificateCode(),
    regionCode: actor.regionCode,
    holder,
    at: now,
    year: Number(today.slice(0, 4)),
  });
  return id;
}
