import { expect, it } from "vitest";
import { publicActor } from "#app";
import { anActor, readRows, readRowsAs, testDatabase } from "#testing";
import { getContacts, setContacts } from "./index.ts";

const test = testDatabase();
const typed = {
  cityPhone: "(0751) 91234",
  cityWhatsapp: "0812-3456-7890",
  branchPhone: "",
  branchWhatsapp: "",
  careLine: "175",
};
const send = (contacts: typeof typed, role: "ADM" | "MGR" = "ADM") =>
  setContacts(test.app, anActor(test.app, role), { operationId: test.app.newId(), contacts });
const asPublic = () => getContacts(test.app, publicActor("13.77"));

it("an administrator's numbers are read by everybody in one spelling, and the care line of BPJS stands without anybody's doing", async () => {
  expect(await asPublic()).toMatchObject({ cityPhone: null, careLine: "175" });
  expect(await send(typed)).toEqual({ outcome: "changed" });
  expect(await asPublic()).toEqual({
    cityPhone: "+6275191234",
    cityWhatsapp: "+6281234567890",
    branchPhone: null,
    branchWhatsapp: null,
    careLine: "175",
  });
  const trail = await readRows(test.app, "select action from audit.entries where action = 'contacts.set'");
  expect(trail).toHaveLength(1);
});

it("takes no number that cannot be dialled, and no landline for WhatsApp; nothing is changed then", async () => {
  const answer = await send({ ...typed, cityPhone: "12", cityWhatsapp: "0751 91234" });
  expect(answer).toEqual({ outcome: "refused", names: ["cityPhone", "cityWhatsapp"] });
  expect((await asPublic()).cityWhatsapp).toBeNull();
});

it("nobody else may change them, and the public reads no other setting", async () => {
  await expect(send(typed, "MGR")).rejects.toMatchObject({ code: "forbidden" });
  await readRows(
    test.app,
    `insert into app.settings (region_code, name, value, confirmed, source, changed_at) values ('13.77', 'x', '"1"', true, 's', now())`,
  );
  await send(typed);
  const rows = await readRowsAs<{ name: string }>(
    test.app,
    publicActor("13.77"),
    "select name from app.settings",
  );
  expect(rows.every(({ name }) => name.startsWith("contact."))).toBe(true);
  expect(rows.length).toBeGreaterThan(0);
});
