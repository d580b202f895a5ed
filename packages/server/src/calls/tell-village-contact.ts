import { type Phone, readPhone } from "@tuwai/domain/identity";
import { placeOf } from "#regions";
import { change, type Operation, read } from "#use-case";
import { insertContact, listContacts, updateContact, type VillageContact } from "./village-contact.store.ts";

export type ContactField = "phone" | "whatsapp";

export type ToldOutcome =
  | { readonly outcome: "told" }
  | { readonly outcome: "refused"; readonly fields: readonly ContactField[] };

type Input = Operation & {
  readonly villageCode: string;
  readonly phone: string;
  readonly whatsapp: string;
};

/** Under which numbers a village office is called; an empty one takes away what stood there. Throws `not-found`. */
export const tellVillageContact = change(
  { name: "village-contact.tell", permission: "village_contact.write" },
  async (step, input: Input): Promise<ToldOutcome> => {
    const { tx, actor, now } = step;
    const place = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
    const { regionCode, villageCode, kecamatanCode } = place;
    const read = { phone: numberIn("phone", input.phone), whatsapp: numberIn("whatsapp", input.whatsapp) };
    const fields = (["phone", "whatsapp"] as const).filter((field) => read[field] === undefined);
    if (fields.length > 0) return step.unchanged({ outcome: "refused", fields });
    const contact = {
      regionCode,
      villageCode,
      kecamatanCode,
      phone: read.phone ?? null,
      whatsapp: read.whatsapp ?? null,
      toldBy: actor.userId,
      toldRole: actor.role,
      toldAt: now,
    };
    if (!(await updateContact(tx, contact))) await insertContact(tx, contact);
    const filled = (["phone", "whatsapp"] as const).filter((field) => contact[field] !== null);
    await step.audit({ objectType: "village_contact", objectId: villageCode, details: { filled } });
    return { outcome: "told" };
  },
);

/** The numbers of one village; null where nobody has told any. Throws `not-found`. */
export const getVillageContact = read(
  { purpose: "village-contact", permission: "village_contact.read" },
  async (step, input: { readonly villageCode: string }): Promise<VillageContact | null> => {
    const { villageCode } = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const all = await listContacts(step.tx, step.area);
    return all.find((contact) => contact.villageCode === villageCode) ?? null;
  },
);

/** In one spelling; undefined when it cannot be dialled, null when there is none. A mobile number alone takes WhatsApp messages. */
function numberIn(field: ContactField, typed: string): Phone | null | undefined {
  if (typed.trim() === "") return null;
  const reading = readPhone(typed.trim());
  if (reading.status !== "wajar" || reading.others > 0) return undefined;
  return field === "whatsapp" && reading.kind !== "mobile" ? undefined : reading.phone;
}
