import { readFileSync } from "node:fs";
import { receiptNumber } from "@tuwai/domain/alms";
import { amountInWords } from "@tuwai/domain/money";
import { AppError, isUuid } from "#app";
import { makePdf, qrPath } from "#documents";
import { getCity } from "#regions";
import { act, type Operation, type Step } from "#use-case";
import { findCampaign } from "./campaign.store.ts";
import { openDonor } from "./donor.ts";
import { lockAlms } from "./post-alms.ts";
import { findReceipt, keepFirstPrint } from "./receipt.store.ts";

const template = readFileSync(new URL("receipt.typ", import.meta.url), "utf8");

export type PrintedReceipt = {
  readonly isCopy: boolean;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** A receipt on paper: the first print is the original, every later one a copy. Throws `not-found` for one that is not the actor's to see. */
export const printAlmsReceipt = act(
  { name: "alms.print-receipt", permission: "donation.receipt.print" },
  async (
    call,
    { operationId: id, receiptId }: Operation & { readonly receiptId: string },
  ): Promise<PrintedReceipt> => {
    const own = await call.look(({ tx }) =>
      isUuid(receiptId) ? findReceipt(tx, { id: receiptId }) : Promise.resolve(undefined),
    );
    if (own === undefined) throw new AppError("not-found");
    await call.once({ id, request: { receiptId }, as: "city" }, async (step) => {
      await lockAlms(step);
      await keepFirstPrint(step.tx, own.id, id);
      await step.audit({ objectType: "alms-receipt", objectId: own.id });
    });
    return call.look((step) => draw(step, own.id, id));
  },
);

async function draw(step: Step, receiptId: string, operationId: string): Promise<PrintedReceipt> {
  const receipt = (await findReceipt(step.tx, { id: receiptId }))!;
  const campaign = (await findCampaign(step.tx, receipt.campaignId))!;
  const { origin, port } = step.app.config;
  const address = `${origin ?? `http://localhost:${port}`}/sedekah/kuitansi/${receipt.code}`;
  const isCopy = receipt.firstPrint !== operationId;
  const { path, side } = qrPath(address);
  const number = receiptNumber(receipt);
  const facts = {
    city: getCity(step.app.config).name,
    number,
    mark: receipt.withdrawnAt !== null ? "withdrawn" : isCopy ? "copy" : null,
    donor: openDonor(step.app.keys, "alms_receipts", receipt.id, receipt.donorSealed),
    amount: amountInWords(receipt.amountRupiah),
    on: receipt.receivedOn,
    title: campaign.title,
    holder: campaign.holderName,
    permit: campaign.permitNumber,
    address,
    code: receipt.code.replaceAll(/(.{5})(?=.)/g, "$1 "),
    qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
  };
  return {
    isCopy,
    fileName: `kuitansi-${number}.pdf`,
    bytes: await makePdf({ template, facts, at: receipt.recordedAt }),
  };
}
