import { handles } from "#work";
import { deleteExpiredSignIns } from "./account.store.ts";

/** Sessions and codes that ended by themselves are not kept. */
export const accountsWork = handles("accounts.forget", {
  work: (app) => deleteExpiredSignIns(app.db.as("app_auth")),
  unite: () => ({}),
});
