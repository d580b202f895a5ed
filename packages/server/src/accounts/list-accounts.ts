import { act, pageOf, type PageOf } from "#use-case";
import {
  type AccountQuery,
  type AccountRow,
  countAccounts,
  listAccountRows,
  listPosts,
  listWaiting,
  type PostRow,
  type WaitingRequest,
} from "./accounts.view.ts";
import { countAdministrators } from "./administrators.ts";
import { findAccount, momentOf } from "./find-account.ts";
import { findLastMail, type MailState } from "./mail.store.ts";
import { listUserSessions, type SeenSession } from "./session.store.ts";

const size = 25;

/** Accounts of the city: who waits for something first, ended ones last. */
export const listAccounts = act(
  { name: "account.list", permission: "user.manage" },
  (
    { inAccounts },
    { page, ...query }: AccountQuery & { readonly page?: number | undefined },
  ): Promise<PageOf<AccountRow>> =>
    inAccounts(async (step) => {
      const at = momentOf(step);
      const answer = await pageOf(
        { page, size },
        () => countAccounts(step.tx, at, query),
        (part) => listAccountRows(step.tx, at, { ...query, ...part }),
      );
      return step.unchanged(answer);
    }),
);

export type Account = AccountRow & {
  readonly posts: readonly PostRow[];
  readonly sessions: readonly SeenSession[];
  readonly waiting: readonly WaitingRequest[];
  /** How the letter with the open code fared; null when none was sent. */
  readonly mail: MailState | null;
  /** Whether it is the reader's own, which the reader cannot change. */
  readonly isOwn: boolean;
  /** Whether the reader is the only administrator, so that nobody can be asked to agree. */
  readonly isAlone: boolean;
};

/** One account with its roles, sessions and what waits for a second person. */
export const getAccount = act(
  { name: "account.get", permission: "user.manage" },
  ({ actor, inAccounts }, { accountId }: { readonly accountId: string }): Promise<Account> =>
    inAccounts(async (step) => {
      const account = await findAccount(step, accountId);
      const waiting = await listWaiting(step.tx, actor.regionCode, actor.userId);
      return step.unchanged({
        ...account,
        posts: await listPosts(step.tx, accountId),
        sessions: await listUserSessions(step.tx, accountId),
        waiting: waiting.filter((request) => request.accountId === accountId),
        mail: await findLastMail(step.tx, accountId),
        isOwn: accountId === actor.userId,
        isAlone: (await countAdministrators(step, actor.userId)) === 0,
      });
    }),
);
