import { handles } from "#work";
import { deleteExpiredSignIns } from "./account.store.ts";
import { deleteOldAttempts } from "./attempt.store.ts";
import { deleteOldMails } from "./mail.store.ts";
import { deliverLetter, giveUpLetter } from "./post-letter.ts";

/** Sessions and codes that ended by themselves are not kept, nor that a letter went out. */
export const accountsWork = handles("accounts.forget", {
  work: async (app) => {
    await deleteExpiredSignIns(app.db.as("app_auth"));
    await deleteOldAttempts(app.db.as("app_auth"));
    await deleteOldMails(app.db.as("app_auth"), app.clock.now());
  },
  unite: () => ({}),
});

/** Letters with a one-time code. */
export const mailWork = handles("accounts.mail", { work: deliverLetter, givenUp: giveUpLetter });
