import { handles } from "#work";
import { deleteExpiredSessions } from "./account.store.ts";

/** Sessions that ended by themselves are not kept. */
export const accountsWork = handles("accounts.forget", {
  work: (app) => deleteExpiredSessions(app.db.as("app_auth")),
  unite: () => ({}),
});
