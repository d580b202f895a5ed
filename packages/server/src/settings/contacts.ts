import { type Phone, readPhone } from "@tuwai/domain/identity";
import { change, type Operation, read, type Step } from "#use-case";
import { listSettingRows, writeSetting } from "./setting.store.ts";

/** Whom a worker, a family or an officer can call; null where nobody has filled it in. */
export type Contacts = Readonly<Record<ContactName, string | null>>;

export const contactNames = [
  "cityPhone",
  "cityWhatsapp",
  "branchPhone",
  "branchWhatsapp",
  "careLine",
] as const;
export type ContactName = (typeof contactNames)[number];

/** "Layanan Masyarakat 175" of BPJS Ketenagakerjaan, free of charge from any telephone in Indonesia. */
const careLine = "175";

const settingOf = (name: ContactName) => `contact.${name}`;

/** Published: what stands on public pages. */
export const getContacts = read(
  { purpose: "contacts", permission: "status.read" },
  ({ tx, actor }): Promise<Contacts> => readContacts({ tx, actor }),
);

export async function readContacts({ tx, actor }: Pick<Step, "tx" | "actor">): Promise<Contacts> {
  const rows = await listSettingRows(tx, actor.regionCode, contactNames.map(settingOf));
  const stored = new Map(rows.map(({ name, value }) => [name, value]));
  const entries = contactNames.map((name) => {
    const value = stored.get(settingOf(name));
    if (typeof value === "string" && value !== "") return [name, value];
    return [name, name === "careLine" ? careLine : null];
  });
  return Object.fromEntries(entries) as Contacts;
}

export type ContactsOutcome =
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly names: readonly ContactName[] };

type Input = Operation & { readonly contacts: Readonly<Record<ContactName, string>> };

/** Enters the numbers as they are dialled; an empty one takes what stood there away. */
export const setContacts = change(
  { name: "contacts.set", permission: "contact.write" },
  async (step, { contacts }: Input): Promise<ContactsOutcome> => {
    const read = contactNames.map((name) => ({ name, value: numberIn(name, contacts[name]) }));
    const names = read.filter(({ value }) => value === null).map(({ name }) => name);
    if (names.length > 0) return step.unchanged({ outcome: "refused", names });
    for (const { name, value } of read) await writeSetting(step, settingOf(name), value);
    const filled = read.filter(({ value }) => value !== "").map(({ name }) => name);
    await step.audit({ objectType: "setting", objectId: "contacts", details: { filled } });
    return { outcome: "changed" };
  },
);

const shortNumber = /^\d{3,6}$/;

/** In one spelling; null when it cannot be dialled, and "" when there is none. A mobile number alone takes WhatsApp messages. */
function numberIn(name: ContactName, typed: string): Phone | string | null {
  const text = typed.trim();
  if (text === "") return "";
  if (name === "careLine" && shortNumber.test(text)) return text;
  const reading = readPhone(text);
  if (reading.status !== "wajar" || reading.others > 0) return null;
  return name.endsWith("Whatsapp") && reading.kind !== "mobile" ? null : reading.phone;
}
