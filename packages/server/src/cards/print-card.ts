import { readFileSync } from "node:fs";
import { AppError } from "#app";
import { makePdf, qrPath } from "#documents";
import { shownFields } from "#people";
import { getCity } from "#regions";
import { readContacts } from "#settings";
import { read, type Step } from "#use-case";
import { findCard } from "./card.store.ts";
import { spellCardCode } from "./card-code.ts";
import { requireHolder } from "./make-card.ts";

const template = readFileSync(new URL("card.typ", import.meta.url), "utf8");

export type WorkerCard = {
  readonly personCode: string;
  readonly name: string;
  /** As it is printed; null where the worker has none yet. */
  readonly code: string | null;
  readonly madeAt: Date | null;
};

type OfWorker = { readonly personCode: string };

/** A worker's card as the page shows it. Throws `not-found`. */
export const getCard = read(
  { purpose: "worker-card", permission: "worker.card" },
  async (step, { personCode }: OfWorker): Promise<WorkerCard> => {
    const holder = await requireHolder(step, personCode);
    await step.seen({ personIds: [holder.id], fields: shownFields(step.actor.role) });
    const card = await findCard(step.tx, holder.id);
    return {
      personCode: holder.code,
      name: holder.fullName,
      code: card === undefined ? null : spellCardCode(card.code),
      madeAt: card?.madeAt ?? null,
    };
  },
);

/** The paper: name and village, code and QR, whom to call; no number of the worker. Throws `not-found` without a card. */
export const printCard = read(
  { purpose: "worker-card-print", permission: "worker.card" },
  async (
    step,
    { personCode }: OfWorker,
  ): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
    const holder = await requireHolder(step, personCode);
    const card = await findCard(step.tx, holder.id);
    if (card === undefined) throw new AppError("not-found", { object: "card" });
    await step.seen({ personIds: [holder.id], fields: shownFields(step.actor.role) });
    const address = `${originOf(step)}/cek/${card.code}`;
    const { path, side } = qrPath(address);
    const { cityPhone, careLine } = await readContacts(step);
    const facts = {
      city: getCity(step.app.config).name,
      name: holder.fullName,
      village: holder.villageName ?? "",
      code: spellCardCode(card.code),
      address: `${originOf(step).replace(/^https?:\/\//, "")}/cek`,
      qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
      cityPhone,
      careLine,
    };
    return {
      fileName: `kartu-${holder.code}.pdf`,
      bytes: await makePdf({ template, facts, at: card.madeAt }),
    };
  },
);

const originOf = ({ app }: Step): string => app.config.origin ?? `http://localhost:${app.config.port}`;
