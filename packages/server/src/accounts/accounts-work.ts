import { handles } from "#work";
import { deleteExpiredSignIns } from "./account.store.ts";
import { deleteOldAttempts } from "./attempt.store.ts";

/** Sessions and codes that ended by themselves are not kept. */
export const accountsWork = handles("accounts.forget", {
  work: async (app) => {
    await deleteExpiredSignIns(app.db.as("app_auth"));
    await deleteOldAttempts(app.db.as("app_auth"));
  },
  unite: () => ({}),
});
