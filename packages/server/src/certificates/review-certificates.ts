import { certificateLife } from "@tuwai/domain/certificates";
import type { App } from "#app";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { type Certificate, endCertificate, listValid, lockCertificates } from "./certificate.store.ts";
import { ownPurse } from "./certified-now.ts";
import { writeCertificate } from "./issue-certificate.ts";
import { listServantReceipts, listSponsorsOf } from "./receipts.view.ts";

const personsPerStep = 2000;

/**
 * Handler of `certificates.review`, after the cover clock looked at these persons: a certificate says no more than the money that
 * stands bears. Withdrawn or replaced by what is found today, however late; a second look changes nothing.
 */
export async function reviewCertificates(
  app: App,
  { personIds }: WorkPayloads["certificates.review"],
): Promise<void> {
  for (let from = 0; from < personIds.length; from += personsPerStep) {
    const part = personIds.slice(from, from + personsPerStep);
    await asCity(app, "certificate.end", (step) => reviewStep(step, part));
  }
}

async function reviewStep(step: Step, personIds: readonly string[]): Promise<void> {
  const servants = await listSponsorsOf(step.tx, personIds);
  if (servants.length === 0) return;
  await lockCertificates(step.tx);
  const certificates = await listValid(step.tx, servants);
  if (certificates.length === 0) return;
  const ids = certificates.map(({ civilServantId }) => civilServantId);
  const receipts = Map.groupBy(
    await listServantReceipts(step.tx, ids, ownPurse),
    ({ civilServantId }) => civilServantId,
  );
  for (const certificate of certificates)
    await review(step, certificate, receipts.get(certificate.civilServantId) ?? []);
}

async function review(
  step: Step,
  certificate: Certificate,
  receipts: Parameters<typeof certificateLife>[1],
): Promise<void> {
  const life = certificateLife(certificate, receipts);
  if (life.state === "valid") return;
  const { tx, actor, now: at } = step;
  const { id: replaces, civilServantId } = certificate;
  // The old one ends first, as one sponsor has one certificate in force; its successor is written in the same transaction.
  await endCertificate(tx, replaces, { state: life.state, reason: life.reason, at });
  if (life.state === "replaced")
    await writeCertificate(step, life.by, { civilServantId, issuedBy: actor.userId, replaces });
  await step.audit({
    objectType: "certificate",
    objectId: certificate.id,
    details: { state: life.state, reason: life.reason },
  });
}
